"""The tree of provisions while it grows: opens nodes, keeps spans, tells repeated numbers and gaps."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus import EId, Provision, ProvisionKind
from ingest.line import Line


@dataclass(slots=True)
class Node:
    """A provision in the making. ``above`` is the node whose span must cover it (a 章 covers its 条)."""

    eid: EId
    kind: ProvisionKind
    label: str
    heading: str
    start: int
    end: int
    page: int | None
    above: Node | None
    texts: list[str] = field(default_factory=list)

    def grow(self, end: int) -> None:
        """Stretch this node and all above it to ``end``."""
        node: Node | None = self
        while node is not None:
            node.end = max(node.end, end)
            node = node.above

    def add(self, line: Line, offset: int = 0) -> None:
        """Take the words of ``line`` from ``offset`` on."""
        if line.text[offset:]:
            self.texts.append(line.text[offset:])
        self.grow(line.end)


class Tree:
    """Every provision of a text in the order of the text."""

    def __init__(self) -> None:
        self._nodes: list[Node] = []
        self._seen: dict[str, int] = {}
        self.warnings: list[str] = []

    def open(
        self,
        kind: ProvisionKind,
        number: int | str,
        line: Line,
        *,
        under: EId | None,
        above: Node | None,
        label: str = "",
        heading: str = "",
        body: int = 0,
        offset: int = 0,
    ) -> Node:
        """A new node under the id ``under``; its words are ``line`` from ``body`` on, its span begins at ``offset``."""
        eid = self._unique(f"{kind.value}_{number}" if under is None else f"{under}__{kind.value}_{number}", label)
        start = line.start + offset
        node = Node(eid, kind, label, heading, start, start, line.page, above)
        if body >= 0:
            node.add(line, body)
        self._nodes.append(node)
        return node

    def _unique(self, eid: str, label: str) -> EId:
        times = self._seen[eid] = self._seen.get(eid, 0) + 1
        if times == 1:
            return EId(eid)
        self.warnings.append(f"编号重复：{label or eid}第{times}次出现，标识记为 {eid}~{times}")
        return EId(f"{eid}~{times}")

    def provisions(self) -> tuple[Provision, ...]:
        """The finished provisions."""
        return tuple(
            Provision(n.eid, n.kind, n.label, n.heading, "\n".join(n.texts), n.start, n.end, n.page) for n in self._nodes
        )
