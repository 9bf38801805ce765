"""The tree of provisions while it grows: opens nodes, keeps spans, tells repeated numbers and gaps."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus import EId, Provision, ProvisionKind, Remark
from ingest.line import Line


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before a provision's words: its number and label, its name, and the id it is written under."""

    kind: ProvisionKind
    number: int | str
    under: EId | None
    label: str = ""
    heading: str = ""


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
    cells: tuple[tuple[str, str], ...] = ()

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


def _trusted(eid: str) -> EId:
    """The id without its check: a kind's step and a read number cannot write a wrong one, and there are many."""
    return str.__new__(EId, eid)


def id_of(node: Node | None) -> EId | None:
    """The id that a provision right under ``node`` is written under; None at the top of the text."""
    return node.eid if node is not None else None


class Tree:
    """Every provision of a text in the order of the text."""

    def __init__(self) -> None:
        self._nodes: list[Node] = []
        self._seen: dict[str, int] = {}
        self.warnings: list[str] = []
        self.remarks: list[Remark] = []

    def open(self, head: Head, line: Line, above: Node | None, body: int | None = 0, offset: int = 0) -> Node:
        """A new node whose span begins ``offset`` characters into ``line``; its words are the line from ``body`` on.

        ``body`` None means that it has no words of its own (a 章, or a 条 whose 款 have them).
        """
        written = f"{head.kind.value}_{head.number}"
        eid = self._unique(written if head.under is None else f"{head.under}__{written}", head.label)
        start = line.start + offset
        node = Node(eid, head.kind, head.label, head.heading, start, start, line.page, above)
        if body is not None:
            node.add(line, body)
        self._nodes.append(node)
        return node

    def _unique(self, eid: str, label: str) -> EId:
        times = self._seen[eid] = self._seen.get(eid, 0) + 1
        if times == 1:
            return _trusted(eid)
        self.warnings.append(f"编号重复：{label or eid}第{times}次出现，标识记为 {eid}~{times}")
        return _trusted(f"{eid}~{times}")

    def provisions(self) -> tuple[Provision, ...]:
        """The finished provisions."""
        return tuple(
            Provision(n.eid, n.kind, n.label, n.heading, "\n".join(n.texts), n.start, n.end, n.page, n.cells)
            for n in self._nodes
        )
