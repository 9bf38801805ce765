"""Blocks (款、项、目) under one provision: paragraphs in order, and the numbered lists that they lead in."""

from __future__ import annotations

from collections.abc import Sequence

from corpus import ProvisionKind
from ingest.line import Line, LineStyle
from ingest.marks import ListMark, ListStyle, read_list
from ingest.structure.tables import TableRows
from ingest.structure.tree import Head, Node, Tree, id_of

_DEPTHS = (ProvisionKind.ITEM, ProvisionKind.SUBITEM)


class Blocks:
    """The paragraphs of one article (or policy heading). Text after a list opens the next 款; a list goes to its 款."""

    def __init__(self, tree: Tree, owner: Node | None) -> None:
        self._tree = tree
        self._owner = owner
        self._count = 0
        self._paragraph: Node | None = None
        self._open: list[tuple[ListStyle, Node, int]] = []
        self._rows = TableRows(tree, owner)

    def add(self, line: Line, body: int, following: Sequence[Line]) -> None:
        """Take a line from ``body`` on; ``following`` are the lines after it that still belong to the provision."""
        if line.style is LineStyle.ROW:
            self._rows.add(line)
            return
        mark = read_list(line.text[body:]) if not self._is_prose(line) else None
        if mark is not None and self._continues(mark):
            self._add_item(line, body, mark)
        elif self._open and self._resumes(following):
            self._open[-1][1].add(line, body)
        else:
            self._add_paragraph(line, body)

    def _is_prose(self, line: Line) -> bool:
        return line.style is LineStyle.NOTICE

    def _continues(self, mark: ListMark) -> bool:
        """A list begins with 1, or goes on after its last number; anything else at a line's head is prose."""
        styles = [style for style, _, _ in self._open]
        return mark.number == 1 or mark.style in styles or (not styles and mark.style is ListStyle.BRACKETED)

    def _resumes(self, following: Sequence[Line]) -> bool:
        """Whether the open list goes on after this unnumbered line, which then is still part of its item."""
        outer, _, last = self._open[0]
        for line in following:
            mark = read_list(line.text)
            if mark is not None and mark.style is outer:
                return mark.number == last + 1
        return False

    def _add_paragraph(self, line: Line, body: int) -> None:
        self._count += 1
        head = Head(ProvisionKind.PARAGRAPH, self._count, id_of(self._owner))
        self._paragraph = self._tree.open(head, line, self._owner, body, body)
        self._open.clear()

    def _add_item(self, line: Line, body: int, mark: ListMark) -> None:
        if self._paragraph is None:
            self._open_bare(line, body)
        self._close_to(mark)
        above = self._open[-1][1] if self._open else self._paragraph
        if above is None or len(self._open) == len(_DEPTHS):
            self._open[-1][1].add(line, body)
            return
        head = Head(_DEPTHS[len(self._open)], mark.number, above.eid, mark.label)
        node = self._tree.open(head, line, above, body + mark.body, body)
        self._open.append((mark.style, node, mark.number))

    def _open_bare(self, line: Line, body: int) -> None:
        """A list without a lead-in: its 款 has no words of its own and begins where the list begins."""
        self._count += 1
        head = Head(ProvisionKind.PARAGRAPH, self._count, id_of(self._owner))
        self._paragraph = self._tree.open(head, line, self._owner, None, body)

    def _close_to(self, mark: ListMark) -> None:
        styles = [style for style, _, _ in self._open]
        if mark.style in styles:
            del self._open[styles.index(mark.style) :]
