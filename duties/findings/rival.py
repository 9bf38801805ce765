"""Rivals (争权): two acts of two texts that speak of one matter and name different bodies for it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from duties.findings.act import Act, is_same_body, plain_bodies
from duties.findings.defined_term import united_terms
from duties.findings.reading import Reading
from duties.findings.undefined_content import is_generic
from duties.findings.undefined_division import enforces

United = Mapping[str, frozenset[str]]

_PUNISH_LIKE, _LIKE = 0.26, 0.33
"""Below these two sentences more often speak of two things than of one; penal clauses are short, and all alike."""

_APPROVES = re.compile(r"(?:统一|依法|负责)?(?:审核|审查|审批|批准|核准)")


def united_of(one: Reading, other: Reading) -> dict[str, frozenset[str]]:
    """The collective names of both texts."""
    return {**united_terms(one), **united_terms(other)}


def are_rivals(act: Act, counterpart: Act, united: United, likeness: float) -> bool:
    """Whether the two acts are alike enough and no body, or another set of bodies, is common to them."""
    punishing = _punishes(act) and _punishes(counterpart)
    if likeness < (_PUNISH_LIKE if punishing else _LIKE) or _is_vague(act) or _is_vague(counterpart):
        return False
    if _approvers_differ(act, counterpart):
        return True
    ours, theirs = act.bodies(united), counterpart.bodies(united)
    return bool(ours) and bool(theirs) and (not _share(ours, theirs) or _fewer_or_more(act, counterpart))


def _punishes(act: Act) -> bool:
    return any(map(enforces, act.mentions))


def _is_vague(act: Act) -> bool:
    return any(map(is_generic, act.mentions))


def _share(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(is_same_body(one, other) for one in ours for other in theirs)


def _fewer_or_more(act: Act, counterpart: Act) -> bool:
    """One list names more bodies than the other, and at least three."""
    fewer, more = sorted((len(act.bodies({})), len(counterpart.bodies({}))))
    return fewer != more > 2


def _approvers_differ(act: Act, counterpart: Act) -> bool:
    """方案经区民政部门审核 here and 经区公安部门审核 there; governments approve beside them and do not count."""
    ours, theirs = _approvers(act), _approvers(counterpart)
    return bool(ours) and bool(theirs) and not _share(ours, theirs)


def _approvers(act: Act) -> frozenset[str]:
    mentions = (m for m in act.sentence.mentions if _APPROVES.match(m.rest))
    return plain_bodies(m.bearer for m in mentions) - {"人民政府"}
