"""Review (审核): what a person decided about one finding, kept by the words that the finding rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """What the reviewer says of a finding (审核结论)."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"

    @property
    def chinese(self) -> str:
        """The word shown to people.

        >>> Verdict.REJECTED.chinese
        '驳回'
        """
        return {"confirmed": "确认", "rejected": "驳回"}[self.value]


@dataclass(frozen=True, slots=True)
class Basis:
    """One provision a decision rests on: the title, the citation of that day and the words as they stood then."""

    doc: str
    citation: str
    words: str


@dataclass(frozen=True, slots=True)
class Review:
    """One decision, or with ``is_withdrawn`` its being taken back.

    ``fingerprint`` is made of the finding's kind, titles, words and bearers and of nothing that changes when a text
    is read anew; ``bases`` are the provisions, the main one first, so that a decision can be told from one about
    words that have changed since. ``at`` is in UTC.
    """

    fingerprint: str
    kind: str
    bases: tuple[Basis, ...]
    bearers: tuple[str, ...]
    verdict: Verdict
    reason: str
    by: str
    at: datetime | None = None
    is_withdrawn: bool = False
