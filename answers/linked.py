"""Linked clauses (关联条款): from a rule to the penalty clause that sanctions it (违反本条例第六条规定…), and back."""

from __future__ import annotations

from collections.abc import Iterator

from answers.aim import AimKind
from answers.clause import Clause, clauses_of, unit_of
from answers.fitness import has_form
from corpus import EId, targeted


def penalties_for(rule: Clause) -> tuple[Clause, ...]:
    """The clauses of the same text that name the rule's article and set a penalty."""
    version, article = rule.version, rule.unit.eid
    sources = (
        reference.source
        for reference in version.references
        if reference.title is None and any(_concerns(eid, article) for eid in targeted(reference, version))
    )
    found = dict.fromkeys(clause for source in sources for clause in _clause_with(rule, source))
    return tuple(clause for clause in found if has_form(AimKind.PENALTY, clause.text) and "违反" in clause.text)


def rules_behind(penalty: Clause) -> tuple[Clause, ...]:
    """The clauses of the same text that the penalty clause says were broken, each of 第八条至第十条."""
    version = penalty.version
    targets = (
        eid
        for reference in version.references
        if reference.title is None and _concerns(reference.source, penalty.eid)
        for eid in targeted(reference, version)
    )
    return tuple(dict.fromkeys(clause for target in targets for clause in _clause_with(penalty, target)))


def _concerns(eid: EId, above: EId) -> bool:
    return eid == above or eid.startswith(f"{above}__")


def _clause_with(beside: Clause, eid: EId) -> Iterator[Clause]:
    """The clauses at ``eid`` (all of an article, the one of a 款 or 项)."""
    unit = unit_of(beside.version, eid)
    for clause in clauses_of(beside.instrument, beside.version, unit) if unit is not None else ():
        if _concerns(clause.eid, eid) or _concerns(eid, clause.eid):
            yield clause
