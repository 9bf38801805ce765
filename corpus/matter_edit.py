"""MatterEdit: what a person decided about matters (合并, 拆出, 改名); kept for ever, undone by another edit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EditAction(StrEnum):
    """The value is the word shown to people."""

    MERGE = "合并"
    SPLIT = "拆出"
    RENAME = "改名"
    UNDO = "撤销"


@dataclass(frozen=True, slots=True)
class MatterEdit:
    """``matters`` are the ids of the matters concerned, ``duties`` the fingerprints (by text) of the duties concerned.

    Fingerprints outlive versions and a rebuilt corpus, ids what leaves the leading words as they are. ``undoes`` is the
    sequence of the edit that an UNDO takes back; ``sequence`` and ``at`` are the store's.
    """

    action: EditAction
    matters: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    name: str = ""
    by: str = ""
    undoes: int | None = None
    sequence: int = 0
    at: datetime | None = None


def standing_edits(edits: tuple[MatterEdit, ...]) -> tuple[MatterEdit, ...]:
    """The edits that hold: neither an undoing nor undone.

    >>> first = MatterEdit(EditAction.RENAME, ("m1",), name="养犬登记", sequence=1)
    >>> standing_edits((first, MatterEdit(EditAction.UNDO, undoes=1, sequence=2)))
    ()
    """
    undone = {edit.undoes for edit in edits if edit.action is EditAction.UNDO}
    return tuple(edit for edit in edits if edit.action is not EditAction.UNDO and edit.sequence not in undone)
