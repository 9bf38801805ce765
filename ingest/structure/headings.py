"""Texts written under headings (一、 （一） 1. （1）): policy papers, plans, old regulations without 条."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus import ProvisionKind
from ingest.line import Line, LineStyle
from ingest.marks import ListMark, ListStyle, read_list
from ingest.structure.blocks import Blocks
from ingest.structure.tree import Head, Node, Tree, id_of

_STEPS = {
    ListStyle.IDEOGRAPH: ProvisionKind.HEADING1,
    ListStyle.BRACKETED: ProvisionKind.HEADING2,
    ListStyle.ARABIC: ProvisionKind.HEADING3,
    ListStyle.ARABIC_BRACKETED: ProvisionKind.HEADING4,
}
_ORDER = tuple(_STEPS.values())
_HEADING_LENGTH = 40
# A heading names its matter; a sentence that lays a duty is the provision's own text.
_SENTENCE = re.compile(r"[，,；;：:。！？]|应当|不得|负责|牵头|必须|可以")


def has_headings(lines: Sequence[Line]) -> bool:
    """Whether any line is numbered like a policy heading."""
    return any(_read(line) is not None for line in lines)


class HeadingWalk:
    """Goes through the lines of a text under headings once and hangs every line into the tree."""

    def __init__(self, tree: Tree, lines: Sequence[Line], base: Node | None = None) -> None:
        self._tree = tree
        self._lines = lines
        self._base = base
        self._open: list[tuple[Node, int]] = []
        self._blocks: Blocks | None = None
        self._has_headings = has_headings(lines)
        self._preambles = 0

    def walk(self) -> None:
        """Take every line."""
        for line in self._lines:
            mark = _read(line)
            if mark is not None and self._runs_on(mark):
                self._open_heading(line, mark)
            else:
                self._add(line)

    def _runs_on(self, mark: ListMark) -> bool:
        """A number follows its sibling, begins with 1, or at least belongs to a level that is open or new."""
        step = _STEPS[mark.style]
        last = next((number for node, number in self._open if node.kind is step), None)
        if mark.number == 1 or last is None or mark.number == last + 1:
            return True
        if mark.style is not ListStyle.ARABIC:
            self._tree.warnings.append(f"标题编号不连续：{last}之后是{mark.label}")
            return True
        return False

    def _open_heading(self, line: Line, mark: ListMark) -> None:
        kind = _STEPS[mark.style]
        self._close_to(kind, mark.number)
        above = self._open[-1][0] if self._open else self._base
        heading, body = _split_heading(line.text, mark.body)
        head = Head(kind, mark.number, id_of(above), mark.label, heading)
        node = self._tree.open(head, line, above, body)
        node.grow(line.end)
        self._open.append((node, mark.number))
        self._blocks = Blocks(self._tree, node)

    def _close_to(self, kind: ProvisionKind, number: int) -> None:
        """Close what the new heading does not stand under.

        A level that is open goes on. Else 一、 stands at the top, and a list that begins with 1 under a lower level
        (1. …：（一）…) stands under that level; other numbers fall back on the official order of levels.
        """
        kinds = [node.kind for node, _ in self._open]
        if kind in kinds:
            del self._open[kinds.index(kind) :]
        elif kind is ProvisionKind.HEADING1:
            self._open.clear()
        elif number != 1:
            while self._open and _ORDER.index(self._open[-1][0].kind) > _ORDER.index(kind):
                self._open.pop()

    def _add(self, line: Line) -> None:
        if self._blocks is None:
            self._blocks = self._open_blocks(line)
        self._blocks.add(line, 0, ())

    def _open_blocks(self, line: Line) -> Blocks:
        if not self._has_headings or line.style is LineStyle.ROW:
            return Blocks(self._tree, self._base)
        self._preambles += 1
        head = Head(ProvisionKind.PREAMBLE, self._preambles, id_of(self._base))
        node = self._tree.open(head, line, self._base, None)
        return Blocks(self._tree, node)


def _read(line: Line) -> ListMark | None:
    if line.style in (LineStyle.ROW, LineStyle.NOTICE):
        return None
    mark = read_list(line.text)
    return mark if mark is not None and mark.style in _STEPS else None


def _split_heading(text: str, body: int) -> tuple[str, int]:
    """Heading and offset of the text behind it: （一）指导思想。以… names its matter before the full stop."""
    name, stop, _ = text[body:].partition("。")
    after = body + len(name) + len(stop)
    is_name = 0 < len(name) <= _HEADING_LENGTH and _SENTENCE.search(name) is None
    if is_name and (after < len(text) or not stop):
        return name.strip(), after
    return "", body
