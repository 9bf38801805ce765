"""Selection (选取): from the evidence, the few clauses that answer, as statements with their quotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from answers.aim import AimKind
from answers.analysis import Analysis
from answers.answer import Statement
from answers.candidate import Candidate
from answers.cited import answer_cited
from answers.clause import Clause
from answers.draft import Draft, state
from answers.evidence import Evidence
from answers.excerpt import excerpt
from answers.fitness import has_form
from answers.inquiry import Inquiry
from answers.linked import penalties_for, rules_behind
from answers.parts import split_parts
from answers.refusal import refuse_before_search, refuse_on_evidence
from answers.terms import coverage
from answers.wanted import given, wanted
from answers.weighing import states, weigh
from answers.who import lead_in, share_at


def draft_answer(inquiry: Inquiry, evidence: tuple[Evidence, ...]) -> Draft:
    """What is to be said: the provision cited, or the clauses that answer; or the reason why nothing can be said."""
    reason = refuse_before_search(inquiry.analysis)
    if reason:
        return Draft(reason=reason)
    if inquiry.analysis.cited is not None:
        return answer_cited(inquiry, inquiry.analysis.cited)
    candidates = weigh(inquiry, evidence)
    reason = refuse_on_evidence(inquiry, evidence, candidates)
    if reason:
        return Draft(reason=reason)
    by_clause = {candidate.clause.provision: candidate for candidate in _chosen(inquiry, evidence, candidates)}
    return Draft(tuple(_statement(inquiry, candidate) for candidate in by_clause.values()))


def _chosen(inquiry: Inquiry, evidence: tuple[Evidence, ...], candidates: tuple[Candidate, ...]) -> Iterator[Candidate]:
    """The best clause of each place or level compared; else the best clause and those for what it leaves unanswered."""
    groups = _by_scope(candidates)
    if len(groups) > 1:
        yield from (_rule_rather_than_penalty(inquiry.analysis, group[0]) for group in groups)
        return
    per_level = tuple(_per_level(inquiry, candidates))
    if len(per_level) > 1:
        yield from per_level
        return
    best = _rule_rather_than_penalty(inquiry.analysis, candidates[0])
    yield best
    yield from _missing(inquiry, best, candidates)
    yield from _for_parts(inquiry, best, evidence)


def _by_scope(candidates: Iterable[Candidate]) -> tuple[tuple[Candidate, ...], ...]:
    groups: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        groups.setdefault(candidate.scope, []).append(candidate)
    return tuple(tuple(group) for group in groups.values())


def _rule_rather_than_penalty(analysis: Analysis, best: Candidate) -> Candidate:
    """A penalty clause repeats the rule it sanctions; who does not ask for the penalty is given the rule."""
    if analysis.asks(AimKind.PENALTY) or not has_form(AimKind.PENALTY, best.clause.text):
        return best
    rules = _linked(analysis, best, rules_behind(best.clause))
    return rules[0] if rules and rules[0].coverage >= best.coverage / 2 else best


def _per_level(inquiry: Inquiry, candidates: tuple[Candidate, ...]) -> Iterator[Candidate]:
    """For 市县两级和乡镇一级分别…, the best clause for the duties of each level."""
    analysis, weights = inquiry.analysis, inquiry.profile.weights
    if len(analysis.levels) < 2 or not analysis.asks(AimKind.WHO, AimKind.DUTIES):
        return
    for level in analysis.levels:
        shares = {c: share_at(level, c.clause, inquiry.library) for c in candidates}
        at_level = [(c.score + weights.level * share, n, c) for n, (c, share) in enumerate(shares.items()) if share]
        yield from (candidate for _, _, candidate in sorted(at_level, reverse=True)[:1])


def _missing(inquiry: Inquiry, best: Candidate, candidates: tuple[Candidate, ...]) -> Iterator[Candidate]:
    """Clauses for what the best one does not give: first those the text itself links to it, then the next best."""
    missing = wanted(inquiry.analysis) - given(best)
    is_penalty = AimKind.PENALTY in best.fits
    clauses = rules_behind(best.clause) if is_penalty else penalties_for(best.clause)
    linked = _linked(inquiry.analysis, best, clauses)
    if is_penalty and linked and linked[0].coverage > best.coverage + inquiry.profile.thresholds.rule:
        yield linked[0]
    for candidate in (*linked, *candidates[1:]):
        gain = missing & given(candidate)
        is_near = candidate.score >= inquiry.profile.thresholds.second * best.score
        if gain and is_near and candidate.clause.version.id == best.clause.version.id:
            missing -= gain
            yield candidate


def _linked(analysis: Analysis, best: Candidate, clauses: tuple[Clause, ...]) -> tuple[Candidate, ...]:
    """Linked clauses, as near as the clause they are linked to; those that speak most of the matter first."""
    linked = (_as_candidate(analysis, clause, best) for clause in clauses)
    return tuple(sorted(linked, key=lambda candidate: candidate.coverage, reverse=True))


def _as_candidate(analysis: Analysis, clause: Clause, best: Candidate) -> Candidate:
    return replace(
        best,
        clause=clause,
        coverage=coverage(analysis.terms, clause.text),
        amounts=tuple(amount for amount in analysis.amounts if states(amount, clause, analysis)),
        fits=tuple(aim.kind for aim in analysis.aims if has_form(aim.kind, clause.text)),
    )


def _for_parts(inquiry: Inquiry, best: Candidate, evidence: tuple[Evidence, ...]) -> Iterator[Candidate]:
    """For every further part of the question, a clause of the same text that speaks more of it than the best one."""
    beside = tuple(one for one in evidence if one.hit.version_id == best.clause.version.id)
    for part in split_parts(inquiry.analysis):
        ranked = weigh(replace(inquiry, analysis=part), beside)
        said = coverage(part.terms, best.clause.text)
        if ranked and ranked[0].coverage > said + inquiry.profile.thresholds.part:
            yield ranked[0]


def _statement(inquiry: Inquiry, candidate: Candidate) -> Statement:
    piece = lead_in(candidate.clause, inquiry) if inquiry.analysis.asks(AimKind.WHO) else None
    must = candidate.amounts[0].stated if candidate.amounts else None
    limit = inquiry.profile.limits.quote
    return state(candidate.clause, piece or excerpt(candidate.clause, inquiry.analysis.terms, limit, must))
