"""Who (主体): for 由哪个部门负责, the body and the act, from the duties that the chosen clause lays on public bodies."""

from __future__ import annotations

from answers.analysis import Analysis
from answers.answer import Statement
from answers.candidate import Candidate
from answers.clause import Clause
from answers.draft import state
from answers.excerpt import Excerpt
from answers.library import Library
from answers.profile import Profile
from answers.terms import coverage
from corpus import Level
from duties import Duty, Role


def state_bearers(
    analysis: Analysis, candidate: Candidate, library: Library, profile: Profile
) -> tuple[Statement, ...]:
    """The duty of the clause that answers (one for each level asked), as the sentence that lays it on the body.

    「市网格主管部门统筹负责全市网格化服务管理工作，承担下列职责：（一）…」 gives the lead-in alone.
    """
    clause = candidate.clause
    duties = duties_in(clause, library)
    if not duties:
        return ()
    wanted: tuple[Level | None, ...] = analysis.levels or (None,)
    best = dict.fromkeys(max(duties, key=lambda d: weigh_duty(analysis, d, level, profile)) for level in wanted)
    return tuple(dict.fromkeys(state(clause, piece) for piece in (_sentence(clause, duty) for duty in best)))


def duties_in(clause: Clause, library: Library) -> tuple[Duty, ...]:
    """The duties laid down in the clause or in one of its items."""
    return tuple(d for d in library.duties(clause.version) if d.eid == clause.eid or d.eid.startswith(f"{clause.eid}__"))


def weigh_duty(analysis: Analysis, duty: Duty, level: Level | None, profile: Profile) -> float:
    """How well the duty answers: its words, whether it is to lead, and whether it lies at the level asked for."""
    weights = profile.weights
    overlap = coverage(analysis.terms, duty.quote)
    is_at_level = level is not None and level in duty.levels
    return weights.coverage * overlap + weights.lead * (duty.role is Role.LEAD) + weights.level * is_at_level


def _sentence(clause: Clause, duty: Duty) -> Excerpt:
    """The duty's words, to the end of their sentence; without items where the duty is a lead-in's."""
    words = clause.version.text[duty.start : duty.end]
    if duty.eid != clause.eid or clause.items:
        return Excerpt(duty.eid, words)
    at = clause.text.find(words)
    if at < 0:
        return Excerpt(duty.eid, words)
    start = clause.text.rfind("。", 0, at) + 1
    end = clause.text.find("。", at + len(words) - 1)
    return Excerpt(clause.eid, clause.text[start : end + 1 if end >= 0 else len(clause.text)].strip())
