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
from answers.library import Library
from answers.linked import penalties_for, rules_behind
from answers.parts import split_parts
from answers.profile import Profile
from answers.refusal import refuse_before_search, refuse_on_evidence
from answers.terms import coverage
from answers.wanted import given, wanted
from answers.weighing import states, weigh
from answers.who import share_at, lead_in


def draft_answer(analysis: Analysis, evidence: tuple[Evidence, ...], library: Library, profile: Profile) -> Draft:
    """What is to be said: the provision cited, or the clauses that answer; or the reason why nothing can be said."""
    reason = refuse_before_search(analysis)
    if reason:
        return Draft(reason=reason)
    if analysis.cited is not None:
        return answer_cited(analysis, analysis.cited, library, profile)
    candidates = weigh(analysis, evidence, library, profile)
    reason = refuse_on_evidence(analysis, evidence, candidates, profile)
    if reason:
        return Draft(reason=reason)
    chosen = dict.fromkeys(_chosen(analysis, evidence, candidates, library, profile))
    by_clause = {candidate.clause.provision: candidate for candidate in chosen}
    return Draft(tuple(_statement(analysis, candidate, library, profile) for candidate in by_clause.values()))


def _chosen(
    analysis: Analysis,
    evidence: tuple[Evidence, ...],
    candidates: tuple[Candidate, ...],
    library: Library,
    profile: Profile,
) -> Iterator[Candidate]:
    """The best clause of each place or level compared; for one place, also what the best clause leaves unanswered."""
    groups = _by_scope(candidates)
    if len(groups) > 1:
        yield from (_rule_rather_than_penalty(analysis, group[0]) for group in groups)
        return
    best = _rule_rather_than_penalty(analysis, candidates[0])
    per_level = tuple(_per_level(analysis, candidates, library, profile))
    if len(per_level) > 1:
        yield from per_level
        return
    yield best
    yield from _missing(analysis, best, candidates, profile)
    yield from _for_parts(analysis, best, evidence, library, profile)


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


def _per_level(
    analysis: Analysis, candidates: tuple[Candidate, ...], library: Library, profile: Profile
) -> Iterator[Candidate]:
    """For 市县两级和乡镇一级分别…, the best clause for the duties of each level."""
    if len(analysis.levels) < 2 or not analysis.asks(AimKind.WHO, AimKind.DUTIES):
        return
    for level in analysis.levels:
        shares = {c: share_at(level, c.clause, library) for c in candidates}
        at_level = [c for c in candidates if shares[c]]
        yield from sorted(at_level, key=lambda c: c.score + profile.weights.level * shares[c], reverse=True)[:1]


def _missing(
    analysis: Analysis, best: Candidate, candidates: tuple[Candidate, ...], profile: Profile
) -> Iterator[Candidate]:
    """Clauses for what the best one does not give: first those the text itself links to it, then the next best."""
    missing = wanted(analysis) - given(best)
    is_penalty = AimKind.PENALTY in best.fits
    clauses = rules_behind(best.clause) if is_penalty else penalties_for(best.clause)
    for candidate in (*_linked(analysis, best, clauses), *candidates[1:]):
        gain = missing & given(candidate)
        is_near = candidate.score >= profile.thresholds.second * best.score
        if gain and is_near and candidate.clause.version.id == best.clause.version.id:
            missing -= gain
            yield candidate


def _linked(analysis: Analysis, best: Candidate, clauses: tuple[Clause, ...]) -> tuple[Candidate, ...]:
    """Linked clauses as candidates, as near as the clause they are linked to; those that speak most of the matter first."""
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


def _for_parts(
    analysis: Analysis, best: Candidate, evidence: tuple[Evidence, ...], library: Library, profile: Profile
) -> Iterator[Candidate]:
    """For every further part of the question, a clause of the same text that speaks more of that part than the best one."""
    beside = tuple(one for one in evidence if one.hit.version_id == best.clause.version.id)
    for part in split_parts(analysis):
        ranked = weigh(part, beside, library, profile)
        said = coverage(part.terms, best.clause.text)
        if ranked and ranked[0].coverage > said + profile.thresholds.part:
            yield ranked[0]


def _statement(analysis: Analysis, candidate: Candidate, library: Library, profile: Profile) -> Statement:
    piece = lead_in(analysis, candidate.clause, library, profile) if analysis.asks(AimKind.WHO) else None
    must = candidate.amounts[0].stated if candidate.amounts else None
    return state(candidate.clause, piece or excerpt(candidate.clause, analysis.terms, profile.limits.quote, must))
