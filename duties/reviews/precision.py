"""Rule precision (规则准确率): of the findings of one kind that people decided about, how many they confirmed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from corpus import Review, Verdict
from duties.findings import FindingKind

ENOUGH = 10
"""From this many decisions on, the reviewers' share is shown as the confidence of the kind."""


@dataclass(frozen=True, slots=True)
class RulePrecision:
    """What reviewers decided about one kind so far.

    >>> RulePrecision(FindingKind.OVERLAP_LEVEL, 9, 3).share
    0.75
    """

    kind: FindingKind
    confirmed: int = 0
    rejected: int = 0

    @property
    def decided(self) -> int:
        """How many findings of the kind have a decision."""
        return self.confirmed + self.rejected

    @property
    def share(self) -> float | None:
        """The confirmed among the decided, None where nothing is decided."""
        return self.confirmed / self.decided if self.decided else None

    @property
    def is_enough(self) -> bool:
        """Whether the share may stand for the kind's confidence."""
        return self.decided >= ENOUGH

    def as_row(self) -> dict[str, object]:
        """The counts as a plain mapping."""
        share = None if self.share is None else round(self.share, 4)
        usual = self.kind.traits.confidence
        shown = {"confirmed": self.confirmed, "rejected": self.rejected, "precision": share}
        return {"kind": self.kind.value, "name": self.kind.chinese, **shown, "usual_confidence": usual}


def holding_reviews(reviews: Iterable[Review]) -> dict[str, Review]:
    """The decision that holds for each finding ever decided: the last one, unless it was taken back."""
    last = {review.fingerprint: review for review in reviews}
    return {mark: review for mark, review in last.items() if not review.is_withdrawn}


def rule_precision(reviews: Iterable[Review]) -> dict[FindingKind, RulePrecision]:
    """Every kind with its counts; decisions about words that have changed since count, they were about the rule."""
    counted = Counter((review.kind, review.verdict) for review in holding_reviews(reviews).values())
    return {
        kind: RulePrecision(kind, counted[kind.value, Verdict.CONFIRMED], counted[kind.value, Verdict.REJECTED])
        for kind in FindingKind
    }
