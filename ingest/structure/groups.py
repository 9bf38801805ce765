"""Groups (编、章、节): the open ones above the articles or headings that stand in them."""

from __future__ import annotations

from corpus import ProvisionKind
from ingest.line import Line
from ingest.marks import GroupMark
from ingest.structure.tree import Head, Node, Tree, id_of

_RANK = {ProvisionKind.PART: 0, ProvisionKind.CHAPTER: 1, ProvisionKind.SECTION: 2}


class Groups:
    """The 编, 章 and 节 that are open at a line; ``base`` is the annex that all of them stand in, or None."""

    def __init__(self, tree: Tree, base: Node | None) -> None:
        self._tree = tree
        self._base = base
        self._open: list[Node] = []

    @property
    def innermost(self) -> Node | None:
        """What a provision at this place stands in."""
        return self._open[-1] if self._open else self._base

    def open(self, line: Line, mark: GroupMark) -> None:
        """Open the group that ``line`` heads; one without a number (附则) goes on from the last of its kind."""
        kind, number = mark.kind, mark.number
        if not number:
            kind = self._open[0].kind if self._open else ProvisionKind.CHAPTER
            number = str(self._last_number(kind) + 1)
        while self._open and _RANK[self._open[-1].kind] >= _RANK[kind]:
            self._open.pop()
        above = self.innermost
        node = self._tree.open(Head(kind, number, id_of(above), mark.label, mark.heading), line, above, None)
        node.grow(line.end)
        self._open.append(node)

    def _last_number(self, kind: ProvisionKind) -> int:
        numbers = [node.eid.number(kind.value) or "0" for node in self._open if node.kind is kind]
        return int(numbers[-1].partition("-")[0]) if numbers else 0
