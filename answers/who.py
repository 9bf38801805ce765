"""Who (主体): for 由哪个部门负责 and 负责什么, the duties that a clause lays on public bodies."""

from __future__ import annotations

from answers.analysis import Analysis
from answers.clause import Clause
from answers.excerpt import Excerpt
from answers.library import Library
from answers.profile import Profile
from answers.terms import coverage
from corpus import Level
from duties import Duty, Role


def duties_in(clause: Clause, library: Library) -> tuple[Duty, ...]:
    """The duties laid down in the clause or in one of its items."""
    return tuple(d for d in library.duties(clause.version) if d.eid == clause.eid or d.eid.startswith(f"{clause.eid}__"))


def weigh_duty(analysis: Analysis, duty: Duty, profile: Profile) -> float:
    """How well the duty answers: its words, whether it is to lead, and whether it lies at a level asked for."""
    weights = profile.weights
    is_at_level = bool(set(duty.levels) & set(analysis.levels))
    overlap = coverage(analysis.terms, duty.quote)
    return weights.duty + overlap + weights.lead * (duty.role is Role.LEAD) + weights.level * is_at_level


def best_weight(analysis: Analysis, clause: Clause, library: Library, profile: Profile) -> float:
    """The weight of the clause's best duty; 0 where it has none."""
    return max((weigh_duty(analysis, duty, profile) for duty in duties_in(clause, library)), default=0.0)


def share_at(level: Level, clause: Clause, library: Library) -> float:
    """Which share of the clause's duties lies at ``level``."""
    duties = duties_in(clause, library)
    return sum(level in duty.levels for duty in duties) / len(duties) if duties else 0.0


def lead_in(analysis: Analysis, clause: Clause, library: Library, profile: Profile) -> Excerpt | None:
    """The duty that answers, where it is the lead-in of a list: 「市网格主管部门统筹负责全市网格化服务管理工作」, without its items.

    None where the answer is in the items, or the clause has no list: then the clause speaks for itself.
    """
    found = sorted(duties_in(clause, library), key=lambda duty: weigh_duty(analysis, duty, profile), reverse=True)
    if not clause.items or not found or found[0].eid != clause.eid:
        return None
    return Excerpt(clause.eid, clause.version.text[found[0].start : found[0].end])
