"""Candidate (候选条款): a clause of the evidence, weighed against the question; every sign of fitness is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from answers.aim import AimKind, Amount
from answers.analysis import Analysis
from answers.clause import Clause
from answers.evidence import Evidence
from answers.pattern_table import pattern_table
from answers.profile import Profile
from answers.terms import coverage
from corpus import Territory


@dataclass(frozen=True, slots=True)
class Candidate:
    """``coverage`` is the clause's own, ``context`` that of its article with title and chapter; ``score`` sums all up."""

    clause: Clause
    scope: Territory | None
    dense: float
    coverage: float
    context: float
    amounts: tuple[Amount, ...]
    fits: tuple[AimKind, ...]
    score: float


def weigh(analysis: Analysis, evidence: Iterable[Evidence], profile: Profile) -> tuple[Candidate, ...]:
    """Every clause of the evidence, best first."""
    listed = tuple(evidence)
    best: dict[str, float] = {}
    for one in listed:
        best[_scope(one)] = max(best.get(_scope(one), 0.0), one.hit.score)
    weighed = (
        weigh_clause(analysis, clause, one, one.hit.score / (best[_scope(one)] or 1.0), profile)
        for one in listed
        for clause in one.clauses
    )
    return tuple(sorted(weighed, key=lambda c: c.score, reverse=True))


def _scope(evidence: Evidence) -> str:
    return evidence.scope.code if evidence.scope else ""


def weigh_clause(analysis: Analysis, clause: Clause, found: Evidence, unit: float, profile: Profile) -> Candidate:
    """One clause with its score; ``unit`` is its article's share of the best search score."""
    weights = profile.weights
    own = coverage(analysis.terms, clause.text)
    context = coverage(analysis.terms, context_of(clause))
    amounts = tuple(amount for amount in analysis.amounts if states(amount, clause))
    fits = tuple(aim.kind for aim in analysis.aims if fits_aim(aim.kind, clause.text))
    score = weights.unit * unit + weights.coverage * own + weights.context * context
    score += weights.fit * _share(fits, analysis.aims) + weights.amount * _share(amounts, analysis.amounts)
    return Candidate(clause, found.scope, found.hit.dense, own, context, amounts, fits, score)


def _share(part: tuple[object, ...], whole: tuple[object, ...]) -> float:
    return len(part) / len(whole) if whole else 0.0


def context_of(clause: Clause) -> str:
    """The article with the title and the headings it stands under."""
    headings = "\n".join(group.heading for group in clause.version.grouping(clause.unit))
    return "\n".join((clause.instrument.title, headings, clause.unit_text))


def states(amount: Amount, clause: Clause) -> bool:
    """Whether the clause states the amount, of the very thing asked (奖金 and not any sum)."""
    return bool(amount.stated.search(clause.text)) and (not amount.of or amount.of in clause.text)


def fits_aim(kind: AimKind, text: str) -> bool:
    """Whether a clause with these words can answer such a question.

    >>> fits_aim(AimKind.PENALTY, "由市网格主管部门处二百元罚款")
    True
    """
    return any(row.found_in(text) for row in pattern_table("fits.yaml") if row.name == kind)
