"""Selection (选取): from the evidence, the few clauses that answer, as statements with their quotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from answers.aim import AimKind
from answers.analysis import Analysis
from answers.answer import Statement
from answers.candidate import Candidate, weigh
from answers.cited import answer_cited
from answers.clause import Clause
from answers.draft import Draft, state
from answers.evidence import Evidence
from answers.excerpt import excerpt
from answers.library import Library
from answers.linked import penalties_for, rules_behind
from answers.profile import Profile
from answers.refusal import refuse_before_search, refuse_on_evidence
from answers.terms import coverage
from answers.wanted import given, wanted
from answers.who import state_bearers


def draft_answer(analysis: Analysis, evidence: tuple[Evidence, ...], library: Library, profile: Profile) -> Draft:
    """What is to be said: the provision cited, or the clauses that answer; or the reason why nothing can be said."""
    reason = refuse_before_search(analysis)
    if reason:
        return Draft(reason=reason)
    if analysis.cited is not None:
        return answer_cited(analysis, analysis.cited, library, profile)
    candidates = weigh(analysis, evidence, profile)
    reason = refuse_on_evidence(analysis, evidence, candidates, profile)
    if reason:
        return Draft(reason=reason)
    chosen = tuple(dict.fromkeys(_chosen(analysis, candidates, profile)))
    return Draft(tuple(_statements(analysis, chosen, library, profile)))


def _chosen(analysis: Analysis, candidates: tuple[Candidate, ...], profile: Profile) -> Iterator[Candidate]:
    """The best clause of each place compared; for one place, the best clause and what it leaves unanswered."""
    for group in _by_scope(candidates):
        yield group[0]
        if not analysis.compares:
            yield from _rest(analysis, group, profile)


def _by_scope(candidates: Iterable[Candidate]) -> tuple[tuple[Candidate, ...], ...]:
    groups: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        groups.setdefault(candidate.scope.code if candidate.scope else "", []).append(candidate)
    return tuple(tuple(group) for group in groups.values())


def _rest(analysis: Analysis, group: tuple[Candidate, ...], profile: Profile) -> Iterator[Candidate]:
    """Clauses for what the best one does not give: first those the text itself links to it, then the next best."""
    best = group[0]
    missing = wanted(analysis) - given(best)
    pool = (*_linked(analysis, best), *group[1:])
    for candidate in pool:
        gain = missing & given(candidate)
        is_near = candidate.score >= profile.thresholds.second * best.score
        if gain and is_near and candidate.clause.version.id == best.clause.version.id:
            missing -= gain
            yield candidate


def _linked(analysis: Analysis, best: Candidate) -> tuple[Candidate, ...]:
    """Penalty clauses for a rule, the broken rule for a penalty clause; those that speak most of the matter first."""
    is_penalty = AimKind.PENALTY in best.fits
    clauses = rules_behind(best.clause) if is_penalty else penalties_for(best.clause)
    ranked = sorted(clauses, key=lambda clause: coverage(analysis.terms, clause.text), reverse=True)
    return tuple(_as_candidate(analysis, clause, best) for clause in ranked)


def _as_candidate(analysis: Analysis, clause: Clause, best: Candidate) -> Candidate:
    """A linked clause counts as near as the clause it is linked to."""
    from answers.candidate import fits_aim, states

    amounts = tuple(amount for amount in analysis.amounts if states(amount, clause))
    fits = tuple(aim.kind for aim in analysis.aims if fits_aim(aim.kind, clause.text))
    return replace(best, clause=clause, amounts=amounts, fits=fits)


def _statements(
    analysis: Analysis, chosen: tuple[Candidate, ...], library: Library, profile: Profile
) -> Iterator[Statement]:
    for candidate in chosen:
        bearers = state_bearers(analysis, candidate, library, profile) if analysis.asks(AimKind.WHO) else ()
        if bearers:
            yield from bearers
        else:
            must = candidate.amounts[0].stated if candidate.amounts else None
            yield state(candidate.clause, excerpt(candidate.clause, analysis.terms, profile.limits.quote, must))
