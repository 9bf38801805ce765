"""Tables (表) of a text: each row a provision, the first row kept as the names of the columns."""

from __future__ import annotations

from corpus import ProvisionKind
from ingest.line import Line
from ingest.structure.tree import Head, Node, Tree, id_of


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
            self._open(line)
            return
        self._rows += 1
        self._tree.open(Head(ProvisionKind.ROW, self._rows, self._table.eid), line, self._table)

    def _open(self, line: Line) -> None:
        self._current, self._tables, self._rows = line.table, self._tables + 1, 0
        head = Head(ProvisionKind.TABLE, self._tables, id_of(self._owner), heading=line.text)
        self._table = self._tree.open(head, line, self._owner, None)
        self._table.grow(line.end)
