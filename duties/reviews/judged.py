"""Judged finding (带审核结论的发现): a finding with its evidence, the decision about it and the confidence shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus import Review, Verdict
from duties.findings import Finding, FindingKind, ReadText
from duties.reviews.fingerprint import Evidence, evidence_of, fingerprint_of, plain_words
from duties.reviews.precision import RulePrecision, holding_reviews, rule_precision

SAME = 0.5
"""Two wordings are one provision's, before and after, when they share this part of their pairs of characters."""


class ReviewState(StrEnum):
    """Where a finding stands with its reviewers; the value is the word shown to people."""

    OPEN = "未审核"
    CONFIRMED = "已确认"
    REJECTED = "已驳回"
    CHANGED = "需重新确认"


@dataclass(frozen=True, slots=True)
class JudgedFinding:
    """``review`` holds for exactly these words; ``earlier`` was made when words, bearers or other places were others.

    ``precision`` is what reviewers made of the kind so far.
    """

    finding: Finding
    fingerprint: str
    evidence: tuple[Evidence, ...]
    precision: RulePrecision
    review: Review | None = None
    earlier: Review | None = None

    @property
    def id(self) -> str:
        """What people call the finding by: the first ten characters of its fingerprint."""
        return self.fingerprint[:10]

    @property
    def state(self) -> ReviewState:
        """Where the finding stands."""
        if self.review is not None:
            return ReviewState.CONFIRMED if self.review.verdict is Verdict.CONFIRMED else ReviewState.REJECTED
        return ReviewState.OPEN if self.earlier is None else ReviewState.CHANGED

    @property
    def changed(self) -> str:
        """Why an earlier decision no longer holds, empty where there is none."""
        if self.review is not None or self.earlier is None:
            return ""
        words = [plain_words(basis.words) for basis in self.earlier.bases]
        if words != [plain_words(one.words) for one in self.evidence]:
            return "依据的条文已改动，需重新确认"
        return "认定的主体已改动，需重新确认"

    @property
    def confidence(self) -> float:
        """The reviewers' share of right ones where enough are decided, else what the rule says of itself."""
        share = self.precision.share
        return share if self.precision.is_enough and share is not None else self.finding.confidence

    @property
    def confidence_words(self) -> str:
        """The confidence with where it comes from."""
        if self.precision.is_enough:
            return f"{self.confidence:.0%}（审核 {self.precision.decided} 项，确认 {self.precision.confirmed} 项）"
        return f"{self.confidence:.0%}（规则估计）"

    def as_row(self) -> dict[str, object]:
        """The finding's row with its id, what was decided about it, and the words it rests on."""
        decided = self.review or self.earlier
        return {
            "id": self.id,
            **self.finding.as_row(),
            "confidence": round(self.confidence, 4),
            "confidence_from": "reviews" if self.precision.is_enough else "rule",
            "state": self.state.value,
            "verdict": self.review.verdict.value if self.review else None,
            "reason": decided.reason if decided else "",
            "reviewed_by": decided.by if decided else "",
            "changed": self.changed,
            "evidence": [one.as_row() for one in self.evidence],
        }


def judge(
    findings: Iterable[Finding], texts: Mapping[str, ReadText], reviews: Sequence[Review]
) -> tuple[JudgedFinding, ...]:
    """The findings in their order, each with its decision; ``texts`` by version id give the words."""
    holding, precision = holding_reviews(reviews), rule_precision(reviews)
    marked = [_marked(finding, texts) for finding in findings]
    loose = _Loose(holding, {mark for _, mark, _ in marked})
    return tuple(
        JudgedFinding(
            finding,
            mark,
            evidence,
            precision[finding.kind],
            holding.get(mark),
            None if mark in holding else loose.nearest(finding.kind, evidence),
        )
        for finding, mark, evidence in marked
    )


def _marked(finding: Finding, texts: Mapping[str, ReadText]) -> tuple[Finding, str, tuple[Evidence, ...]]:
    evidence = evidence_of(finding, texts)
    mark = fingerprint_of(finding.kind.value, (one.basis for one in evidence), finding.bearers)
    return finding, mark, evidence


class _Loose:
    """The decisions that fit no finding of today to the letter: they were about words that have changed."""

    def __init__(self, holding: Mapping[str, Review], known: set[str]) -> None:
        self._by_place: dict[tuple[str, str], list[Review]] = {}
        for mark, review in holding.items():
            if mark not in known and review.bases:
                self._by_place.setdefault((review.kind, review.bases[0].doc), []).append(review)

    def nearest(self, kind: FindingKind, evidence: Sequence[Evidence]) -> Review | None:
        """The decision whose main words are most like these, if they are like enough."""
        main = evidence[0].basis
        scored = [
            (likeness(main.words, review.bases[0].words), number, review)
            for number, review in enumerate(self._by_place.get((kind.value, main.doc), ()))
        ]
        best = max(scored, default=None, key=lambda one: one[:2])
        return best[2] if best is not None and best[0] >= SAME else None


def likeness(one: str, other: str) -> float:
    """The pairs of characters that two wordings share, of those that either has.

    >>> likeness("市公安机关负责养犬登记。", "市公安机关负责养犬登记") , likeness("甲乙丙", "丁戊己")
    (1.0, 0.0)
    """
    ours, theirs = _pairs(plain_words(one)), _pairs(plain_words(other))
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 0.0


def _pairs(words: str) -> frozenset[str]:
    return frozenset(words[at : at + 2] for at in range(len(words) - 1))
