"""Tables (表) of a text: the header names the columns, each row under it is a provision with its cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from corpus import ProvisionKind
from ingest.line import Line, LineStyle
from ingest.list_header import find_header, is_remark, repeats
from ingest.structure.tree import Head, Node, Tree, id_of

_SEPARATOR = " | "
_HEADER_ROWS = 6


def name_columns(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with the cells and columns of their table rows.

    Rows that the reader gave columns stay as they are. A row that is none of data (title, header, header again on the
    next page) has cells alone; where nothing names the columns, the rows under the first have empty names.
    """
    named: list[Line] = []
    for (style, _), group in groupby(lines, key=lambda line: (line.style, line.table)):
        rows = list(group)
        is_bare = style is LineStyle.ROW and not any(line.columns for line in rows)
        named.extend(_name_rows(rows) if is_bare else rows)
    return tuple(named)


def _name_rows(rows: Sequence[Line]) -> Iterator[Line]:
    cells = [_words(line) for line in rows]
    header = find_header(cells[:_HEADER_ROWS])
    names = header.names if header is not None else ("",)
    first = header.end if header is not None else 1
    for number, (line, own) in enumerate(zip(rows, cells, strict=True)):
        is_data = number >= first and not (header is not None and (repeats(own, header) or is_remark(own)))
        yield replace(line, cells=own, columns=names if is_data else ())


def _words(line: Line) -> tuple[str, ...]:
    """The cells of a row as they stand in its text, which the cleaner may have put right."""
    parts = tuple(part.strip() for part in line.text.split(_SEPARATOR))
    return parts if len(parts) == len(line.cells) or not line.cells else line.cells


def cells_of(line: Line) -> tuple[tuple[str, str], ...]:
    """(column, words) of every cell of a row; a row of one cell, and a row under no names, has none."""
    if not any(line.columns) or (len(line.cells) == 1 < len(line.columns)):
        return ()
    pairs = tuple(zip(line.columns, line.cells, strict=False))
    return _simplified(line, pairs) if line.original else pairs


def _simplified(line: Line, pairs: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Names and words as the cleaned text has them, where the source has traditional characters."""
    at = 0
    found: list[str] = []
    for words in (words for pair in pairs for words in pair):
        place = line.original.find(words, at)
        at = place + len(words) if place >= 0 else at
        found.append(line.text[place:at] if place >= 0 else words)
    return tuple(zip(found[::2], found[1::2], strict=True))


class TableRows:
    """The tables under one provision (or under the whole text when ``owner`` is None)."""

    def __init__(self, tree: Tree, owner: Node | None) -> None:
        self._tree = tree
        self._owner = owner
        self._current = 0
        self._tables = 0
        self._rows = 0
        self._table: Node | None = None

    def add(self, line: Line) -> None:
        """Take a row; the first row of a table opens the table and gives it the names of its columns."""
        if self._table is None or line.table != self._current:
            self._table = self._open(line)
        if not line.columns:
            self._table.grow(line.end)
        else:
            self._rows += 1
            head = Head(ProvisionKind.ROW, self._rows, self._table.eid)
            self._tree.open(head, line, self._table).cells = cells_of(line)

    def _open(self, line: Line) -> Node:
        """A table by its first row, which a reader may have taken away and left its names."""
        self._current, self._tables, self._rows = line.table, self._tables + 1, 0
        names = _SEPARATOR.join(line.columns) or line.text
        head = Head(ProvisionKind.TABLE, self._tables, id_of(self._owner), heading=names)
        return self._tree.open(head, line, self._owner, None)


def is_list(lines: Sequence[Line]) -> bool:
    """Whether nothing but table rows is left of a text: a list (责任清单)."""
    return bool(lines) and all(line.style is LineStyle.ROW for line in lines)


def open_list(tree: Tree, lines: Sequence[Line]) -> tuple[Line, ...]:
    """A list of one table has its rows at the top (row_3), one of several has them in their tables (tab_2__row_3).

    Gives back the lines that are no rows: title and header of the one table.
    """
    if len({line.table for line in lines}) > 1:
        rows = TableRows(tree, None)
        for line in lines:
            rows.add(line)
        return ()
    is_named = any(any(line.columns) for line in lines)
    data = [line for line in lines if line.columns or not is_named]
    for number, line in enumerate(data, start=1):
        tree.open(Head(ProvisionKind.ROW, number, None), line, None).cells = cells_of(line)
    return tuple(line for line in lines if is_named and not line.columns)
