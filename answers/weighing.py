"""Weighing (权衡): every clause of the evidence against the question, one score from a few plain signs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from answers.aim import AimKind, Amount
from answers.analysis import Analysis
from answers.candidate import Candidate
from answers.clause import Clause
from answers.evidence import Evidence
from answers.fitness import fitness, has_form
from answers.inquiry import Inquiry
from answers.terms import coverage


def weigh(inquiry: Inquiry, evidence: Iterable[Evidence]) -> tuple[Candidate, ...]:
    """Every clause of the evidence, best first."""
    listed = tuple(evidence)
    best: dict[str, float] = {}
    for one in listed:
        best[one.scope] = max(best.get(one.scope, 0.0), one.hit.score)
    weighed = (
        weigh_clause(inquiry, clause, one, one.hit.score / (best[one.scope] or 1.0))
        for one in listed
        for clause in one.clauses
    )
    return tuple(sorted(weighed, key=lambda candidate: candidate.score, reverse=True))


def weigh_clause(inquiry: Inquiry, clause: Clause, found: Evidence, unit: float) -> Candidate:
    """One clause with its score; ``unit`` is its article's share of the best search score."""
    analysis, weights = inquiry.analysis, inquiry.profile.weights
    own = coverage(analysis.terms, clause.text)
    context = coverage(analysis.terms, context_of(clause))
    amounts = tuple(amount for amount in analysis.amounts if states(amount, clause, analysis))
    fits = tuple(aim.kind for aim in analysis.aims if has_form(aim.kind, clause.text))
    form = sum(fitness(aim.kind, clause, inquiry) for aim in analysis.aims)
    score = weights.unit * unit + weights.coverage * own + weights.context * context
    score += weights.fit * form / (len(analysis.aims) or 1)
    score += weights.amount * len(amounts) / (len(analysis.amounts) or 1)
    return Candidate(clause, found.scope, unit, found.hit.dense, own, context, amounts, fits, score)


def context_of(clause: Clause) -> str:
    """The article with the title and the headings it stands under."""
    headings = "\n".join(group.heading for group in clause.version.grouping(clause.unit))
    return "\n".join((clause.instrument.title, headings, clause.unit_text))


def states(amount: Amount, clause: Clause, analysis: Analysis) -> bool:
    """Whether the clause states the amount, of the very thing asked (奖金 and not any sum).

    A fine is no answer to who asks for a price or a fee.
    """
    text = clause.text if analysis.asks(AimKind.PENALTY) else _FINE.sub("", clause.text)
    return bool(amount.stated.search(text)) and (not amount.of or amount.of in text)


_FINE = re.compile(r"[^，。；：]*罚款")
