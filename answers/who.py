"""Who (主体): for 由哪个部门负责 and 负责什么, the duties that a clause lays on public bodies."""

from __future__ import annotations

from answers.clause import Clause
from answers.excerpt import Excerpt
from answers.inquiry import Inquiry
from answers.library import Library
from answers.terms import coverage
from corpus import Level
from duties import Duty, Role


def duties_in(clause: Clause, library: Library) -> tuple[Duty, ...]:
    """The duties laid down in the clause or in one of its items."""
    return tuple(d for d in library.duties(clause.version) if f"{d.eid}__".startswith(f"{clause.eid}__"))


def weigh_duty(duty: Duty, inquiry: Inquiry) -> float:
    """How well the duty answers: its words, whether it is to lead, and whether it lies at a level asked for."""
    weights, analysis = inquiry.profile.weights, inquiry.analysis
    is_at_level = bool(set(duty.levels) & set(analysis.levels))
    overlap = coverage(analysis.terms, duty.quote)
    return weights.duty + overlap + weights.lead * (duty.role is Role.LEAD) + weights.level * is_at_level


def best_weight(clause: Clause, inquiry: Inquiry) -> float:
    """The weight of the clause's best duty; 0 where it has none."""
    return max((weigh_duty(duty, inquiry) for duty in duties_in(clause, inquiry.library)), default=0.0)


def share_at(level: Level, clause: Clause, library: Library) -> float:
    """Which share of the clause's duties lies at ``level``."""
    duties = duties_in(clause, library)
    return sum(level in duty.levels for duty in duties) / len(duties) if duties else 0.0


def lead_in(clause: Clause, inquiry: Inquiry) -> Excerpt | None:
    """The duty that answers, where it leads in a list: 「市网格主管部门统筹负责全市网格工作」, without the items.

    None where the answer is in the items, or the clause has no list: then the clause speaks for itself.
    """
    duties = duties_in(clause, inquiry.library)
    best = max(duties, key=lambda duty: weigh_duty(duty, inquiry), default=None)
    if best is None or not clause.items or best.eid != clause.eid:
        return None
    return Excerpt(clause.eid, clause.version.text[best.start : best.end])
