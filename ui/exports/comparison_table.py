"""Two texts of one instrument side by side (新旧对照表) as a table for people."""

from __future__ import annotations

from collections.abc import Iterable

from corpus import ComparedText, ProvisionChange, Version
from ui.exports.table import Cell, Table

HEADER = ("变动", "旧条号", "旧文本", "新条号", "新文本", "旧文本中变动的文字", "新文本中变动的文字")


def comparison_table(old: Version, new: Version, changes: Iterable[ProvisionChange]) -> Table:
    """The changes in their order, both sides whole, with the changed words of each."""
    return Table("新旧对照", HEADER, tuple(_row(old, new, change) for change in changes))


def _row(old: Version, new: Version, change: ProvisionChange) -> tuple[Cell, ...]:
    left, right = _Cells(old, change.old), _Cells(new, change.new)
    return (change.kind.value, left.label, left.text, right.label, right.text, left.changed, right.changed)


class _Cells:
    """One side as cells, empty where there is no such side."""

    def __init__(self, version: Version, side: ComparedText | None) -> None:
        self.label = side.provision.label if side else ""
        self.text = version.text[side.start : side.end].strip() if side else ""
        self.changed = "\n".join(version.text[start:end].strip() for start, end in side.changed) if side else ""
