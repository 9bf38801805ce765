"""Linked clauses (关联条款): from a rule to the penalty clause that sanctions it (违反本条例第六条规定…), and back."""

from __future__ import annotations

from collections.abc import Iterator

from answers.aim import AimKind
from answers.clause import Clause, clauses_of, unit_of
from answers.fitness import has_form
from corpus import EId


def penalties_for(rule: Clause) -> tuple[Clause, ...]:
    """The clauses of the same text that name the rule's article and set a penalty."""
    sources = (r.source for r in rule.version.references if r.title is None and _concerns(r.target, rule.unit.eid))
    found = dict.fromkeys(clause for source in sources for clause in _clause_with(rule, source))
    return tuple(clause for clause in found if has_form(AimKind.PENALTY, clause.text) and "违反" in clause.text)


def rules_behind(penalty: Clause) -> tuple[Clause, ...]:
    """The clauses of the same text that the penalty clause says were broken."""
    targets = (
        r.target
        for r in penalty.version.references
        if r.title is None and r.target is not None and _concerns(r.source, penalty.eid)
    )
    return tuple(dict.fromkeys(clause for target in targets for clause in _clause_with(penalty, target)))


def _concerns(eid: EId | None, above: EId) -> bool:
    return eid is not None and (eid == above or eid.startswith(f"{above}__"))


def _clause_with(beside: Clause, eid: EId) -> Iterator[Clause]:
    """The clauses at ``eid`` (all of an article, the one of a 款 or 项)."""
    unit = unit_of(beside.version, eid)
    for clause in clauses_of(beside.instrument, beside.version, unit) if unit is not None else ():
        if _concerns(clause.eid, eid) or _concerns(eid, clause.eid):
            yield clause
