"""Blocks (款、项、目) under one provision: paragraphs in order, and the numbered lists that they lead in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from corpus import ProvisionKind
from ingest.line import Line, LineStyle
from ingest.marks import ListMark, ListStyle, read_list
from ingest.structure.tables import TableRows
from ingest.structure.tree import Head, Node, Tree, id_of

_DEPTHS = (ProvisionKind.ITEM, ProvisionKind.SUBITEM)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a provision, taken from ``body`` on; ``is_quoted`` where its head stands in a quotation."""

    line: Line
    body: int = 0
    is_quoted: bool = False

    def read_mark(self) -> ListMark | None:
        """The list number at its head; words that are quoted or in front of the text have none."""
        if self.is_quoted or self.line.style in (LineStyle.NOTICE, LineStyle.ROW):
            return None
        return read_list(self.line.text[self.body :] if self.body else self.line.text)


class Blocks:
    """The paragraphs of one article (or policy heading). Text after a list opens the next 款; a list goes to its 款."""

    def __init__(self, tree: Tree, owner: Node | None) -> None:
        self._tree = tree
        self._owner = owner
        self._count = 0
        self._paragraph: Node | None = None
        self._open: list[tuple[ListStyle, Node, int]] = []
        self._rows = TableRows(tree, owner)

    def fill(self, entries: Sequence[Entry]) -> None:
        """Take all lines of the provision."""
        marks = [entry.read_mark() for entry in entries]
        places: dict[ListStyle, list[int]] = {}
        for position, mark in enumerate(marks):
            if mark is not None:
                places.setdefault(mark.style, []).append(position)
        for position, (entry, mark) in enumerate(zip(entries, marks, strict=True)):
            if entry.line.style is LineStyle.ROW:
                self._rows.add(entry.line)
            elif mark is not None and self._continues(mark):
                self._add_item(entry, mark)
            elif self._adjoins(entry) and self._resumes(marks, places.get(self._open[0][0], ()), position):
                self._open[-1][1].add(entry.line, entry.body)
            else:
                self._add_paragraph(entry)

    def _continues(self, mark: ListMark) -> bool:
        """A list begins with 1, or goes on after its last number; anything else at a line's head is prose."""
        if mark.number == 1 or (not self._open and mark.style is ListStyle.BRACKETED):
            return True
        return any(mark.style is style for style, _, _ in self._open)

    def _adjoins(self, entry: Entry) -> bool:
        """Whether a list is open and the line comes right behind its words, with no date or table between them."""
        return bool(self._open) and self._open[-1][1].end + 1 == entry.line.start

    def _resumes(self, marks: Sequence[ListMark | None], places: Sequence[int], position: int) -> bool:
        """Whether the open list goes on after this unnumbered line, which then is still part of its item."""
        after = bisect_right(places, position)
        mark = marks[places[after]] if after < len(places) else None
        return mark is not None and mark.number == self._open[0][2] + 1

    def _add_paragraph(self, entry: Entry) -> None:
        self._count += 1
        head = Head(ProvisionKind.PARAGRAPH, self._count, id_of(self._owner))
        self._paragraph = self._tree.open(head, entry.line, self._owner, entry.body, entry.body)
        self._open.clear()

    def _add_item(self, entry: Entry, mark: ListMark) -> None:
        if self._paragraph is None:
            self._open_bare(entry)
        self._close_to(mark)
        above = self._open[-1][1] if self._open else self._paragraph
        if above is None or len(self._open) == len(_DEPTHS):
            self._add_third(entry)
            return
        head = Head(_DEPTHS[len(self._open)], mark.number, above.eid, mark.label)
        node = self._tree.open(head, entry.line, above, entry.body + mark.body, entry.body)
        self._open.append((mark.style, node, mark.number))

    def _add_third(self, entry: Entry) -> None:
        """A third numbering stays in the words of its 目."""
        if self._adjoins(entry):
            self._open[-1][1].add(entry.line, entry.body)
        else:
            self._add_paragraph(entry)

    def _open_bare(self, entry: Entry) -> None:
        """A list without a lead-in: its 款 has no words of its own and begins where the list begins."""
        self._count += 1
        head = Head(ProvisionKind.PARAGRAPH, self._count, id_of(self._owner))
        self._paragraph = self._tree.open(head, entry.line, self._owner, None, entry.body)

    def _close_to(self, mark: ListMark) -> None:
        for depth, (style, _, _) in enumerate(self._open):
            if style is mark.style:
                del self._open[depth:]
                return
