"""Change (变动): what became of one provision from the older text to the newer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.provision import Provision

Span = tuple[int, int]
"""Characters of a version's text: the first, and the one after the last."""


class ChangeKind(StrEnum):
    """The value is the word shown to people."""

    SAME = "未变"
    MOVED = "移动"
    CHANGED = "修改"
    ADDED = "新增"
    DELETED = "删除"


@dataclass(frozen=True, slots=True)
class ComparedText:
    """One side of a comparison: a provision with characters ``start:end`` of its version's text.

    A heading is compared by its own line, so that the span may be shorter than the provision. ``changed`` are the
    stretches of the version's text that the other side has not, empty where the whole side is new or gone.
    """

    provision: Provision
    start: int
    end: int
    changed: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class ProvisionChange:
    """``old`` is None exactly where the provision was added, ``new`` exactly where it was deleted."""

    kind: ChangeKind
    old: ComparedText | None
    new: ComparedText | None

    @property
    def is_renumbered(self) -> bool:
        """Whether the provision bears another number than before (第六条 → 第八条)."""
        return self.old is not None and self.new is not None and self.old.provision.label != self.new.provision.label
