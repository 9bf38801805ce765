"""Texts written under headings (一、 （一） 1. （1）): policy papers, plans, old regulations without 条."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus import ProvisionKind, Remark, RemarkKind
from ingest.line import Line, LineStyle
from ingest.marks import GroupMark, ListMark, ListStyle, read_group, read_list
from ingest.structure.blocks import Blocks, Entry
from ingest.structure.decimals import DecimalMark, find_decimals
from ingest.structure.families import PROSE, STYLES, nest_marks
from ingest.structure.groups import Groups
from ingest.structure.inline_lists import cut_lists
from ingest.structure.tree import Head, Node, Tree, id_of

_ORDER = (ProvisionKind.HEADING1, ProvisionKind.HEADING2, ProvisionKind.HEADING3, ProvisionKind.HEADING4)
_STEPS = dict(zip(STYLES, _ORDER, strict=True))
_HEADING_LENGTH = 40
# A heading names its matter; a sentence that lays a duty is the provision's own text.
_SENTENCE = re.compile(r"[，,；;：:。！？]|应当|不得|负责|牵头|必须|可以")


class HeadingWalk:
    """Goes through the lines of a text under headings once and hangs every line into the tree.

    第一章, 第一篇 over the headings (a plan) part the text; under each of them the numbers begin anew.
    """

    def __init__(self, tree: Tree, lines: Sequence[Line], quoted: Sequence[bool], base: Node | None = None) -> None:
        self._tree = tree
        self._lines = lines
        self._quoted = quoted
        self._groups = Groups(tree, base)
        self._open: list[tuple[Node, ListMark]] = []
        self._heading: Node | None = None
        self._entries: list[Entry] = []
        self._has_headings = False
        self._preambles = 0

    def walk(self) -> None:
        """Take every line."""
        lines, quoted = self._lines, self._quoted
        decimals = find_decimals(lines, quoted)
        if decimals:
            self._walk_decimals(decimals)
            return
        found = [None if quoted[i] else _read(line) for i, line in enumerate(lines)]
        self._has_headings = any(mark is not None for mark in found)
        cuts = [0, *(i for i, mark in enumerate(found) if isinstance(mark, GroupMark)), len(lines)]
        for first, end in pairwise(cuts):
            self._walk_part(found, first, end)
        self._close()

    def _walk_decimals(self, decimals: dict[int, DecimalMark]) -> None:
        """A text under 1, 1.1, 1.1.1: the numbers say their depth; all others in it are lists."""
        self._has_headings = True
        for position, line in enumerate(self._lines):
            found = decimals.get(position)
            if found is None:
                self._entries.append(Entry(line, 0, self._quoted[position]))
            else:
                self._close()
                self._open_heading(line, found.mark, found.depth)
        self._close()

    def _walk_part(self, found: Sequence[ListMark | GroupMark | None], first: int, end: int) -> None:
        """The lines from one 章 to the next; their headings nest among themselves."""
        places = [i for i in range(first, end) if isinstance(found[i], ListMark)]
        marks = [mark for mark in found[first:end] if isinstance(mark, ListMark)]
        nesting = nest_marks(marks)
        depths = dict(zip(places, nesting.depths, strict=True))
        for position in range(first, end):
            line, mark = self._lines[position], found[position]
            if isinstance(mark, GroupMark):
                self._close()
                self._open.clear()
                self._groups.open(line, mark)
            elif mark is not None and depths[position] != PROSE:
                self._close()
                self._open_heading(line, mark, depths[position])
            else:
                self._entries.append(Entry(line, 0, self._quoted[position]))
        for index, depth in nesting.doubts:
            self._doubt(self._lines[places[index]], marks[index], nesting.depths[index], depth)

    def _open_heading(self, line: Line, mark: ListMark, depth: int) -> None:
        kind = _STEPS[mark.style]
        self._warn_gap(mark, depth)
        del self._open[depth:]
        above = self._open[-1][0] if self._open else self._groups.innermost
        heading, body = _split_heading(line.text, mark.body)
        node = self._tree.open(Head(kind, mark.number, id_of(above), mark.label, heading), line, above, body)
        node.grow(line.end)
        self._open.append((node, mark))
        self._heading = node

    def _warn_gap(self, mark: ListMark, depth: int) -> None:
        last = self._open[depth][1] if depth < len(self._open) else None
        if last is not None and last.style is mark.style and mark.number not in (1, last.number + 1):
            self._tree.warnings.append(f"标题编号不连续：{last.label}之后是{mark.label}")

    def _doubt(self, line: Line, mark: ListMark, taken: int, other: int) -> None:
        note = f"“{mark.label}”的层级有两种读法。读法一：{_level(taken)}（已采用）；读法二：{_level(other)}"
        self._tree.warnings.append(f"标题“{line.text[:16]}”的层级不确定，请核对原文")
        self._tree.remarks.append(Remark(RemarkKind.DOUBT, line.start, line.start + len(mark.label), note))

    def _close(self) -> None:
        """Give the lines since the last heading to it, or to a preamble where none is open."""
        if self._entries:
            owner = self._heading if self._heading is not None else self._open_preamble(self._entries[0].line)
            Blocks(self._tree, owner).fill(cut_lists(self._entries, ListStyle.CIRCLED))
        self._heading = None
        self._entries = []

    def _open_preamble(self, line: Line) -> Node | None:
        above = self._groups.innermost
        if not self._has_headings or line.style is LineStyle.ROW:
            return above
        self._preambles += 1
        return self._tree.open(Head(ProvisionKind.PREAMBLE, self._preambles, id_of(above)), line, above, None)


def _read(line: Line) -> ListMark | GroupMark | None:
    if line.style in (LineStyle.ROW, LineStyle.NOTICE):
        return None
    mark = read_list(line.text)
    if mark is None:
        return read_group(line.text) if len(line.text) <= _HEADING_LENGTH else None
    return mark if mark.style is not ListStyle.CIRCLED else None


def _level(depth: int) -> str:
    return "普通文字，不是标题" if depth == PROSE else f"第{depth + 1}级标题"


def _split_heading(text: str, body: int) -> tuple[str, int]:
    """Heading and offset of the text behind it: （一）指导思想。以… names its matter before the full stop."""
    name, stop, _ = text[body:].partition("。")
    after = body + len(name) + len(stop)
    is_name = 0 < len(name) <= _HEADING_LENGTH and _SENTENCE.search(name) is None
    if is_name and (after < len(text) or not stop):
        return name.strip(), after
    return "", body
