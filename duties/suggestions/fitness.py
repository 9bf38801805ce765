"""Fitness (可参照性): which duties of other instruments say what a finding's place leaves unsaid."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from duties.duty import Modality, Role
from duties.findings.body_words import UNNAMED
from duties.suggestions.act_index import Entry, bodies_of
from duties.suggestions.need import Need

Fits = Callable[[Need, Entry], bool]

_MANY = re.compile(r"[、和与及]|以及|或者|等")
_LIST_OF_AREAS = re.compile(r"区、县|县（市、区）|区（县、市）|乡镇人民政府、街道办事处|乡（镇）|（[^（）]*）")
_UNNAMED = re.compile(r"有关|相关|有权|相应|其他|等|的部门|的机构")
_LEFT_OPEN = re.compile(
    r"(?:确定|指定|授权|明确)的?[^，。；]{0,6}(?:部门|机构)"
    r"|(?<!会同)(?:有关|相关)(?:行政)?(?:主管)?部门"
)
_GOVERNMENT = re.compile(r"(?:人民)?政府$")
_GENERIC = re.compile(
    r"(?:按照|根据|依照|在)[^，。；]{0,16}(?:职责|分工|权限)|(?:协同|配合|共同)?(?:做好|推进|加强|参与|统一领导|领导|统筹推进|统筹协调)[^，。；]{0,30}工作"
)
_CATCH_ALL = re.compile(r"规定的其他|其他(?:相关)?(?:职责|职权|工作|事项)|交办的")
_ENOUGH = 6
"""Characters of an act that says something concrete."""


def is_named(entry: Entry) -> bool:
    """Whether the bearer is one named body, or several, and the sentence itself says so."""
    bearer = entry.duty.bearer
    return bool(entry.duty.bodies) and not UNNAMED.search(bearer) and "等" not in bearer and bearer in entry.duty.quote


def is_single(entry: Entry) -> bool:
    """Whether one body bears the duty; 区、县（市）人民政府 is one."""
    return not _MANY.search(_LIST_OF_AREAS.sub("", entry.duty.bearer))


def is_concrete(entry: Entry) -> bool:
    """Whether the act is more than 按照各自职责做好相关工作."""
    act = entry.duty.quote.replace(entry.duty.bearer, "", 1)
    if _CATCH_ALL.search(act):
        return False
    return entry.duty.role not in (Role.COOPERATE, Role.ASSIST) and len(act) >= _ENOUGH and not _GENERIC.search(act)


def _names_the_body(need: Need, entry: Entry) -> bool:
    return is_named(entry) and is_single(entry) and _is_like_role(need, entry)


def _names_a_department(need: Need, entry: Entry) -> bool:
    return is_named(entry) and is_single(entry) and not _GOVERNMENT.search(entry.duty.bearer)


def _gives_the_body_an_act(need: Need, entry: Entry) -> bool:
    if entry.duty.role in (Role.ENFORCE, Role.PERMIT):
        return False
    return is_named(entry) and is_concrete(entry) and bool(need.bodies & bodies_of((entry.duty,)))


def _stands_at_a_missing_level(need: Need, entry: Entry) -> bool:
    levels = entry.duty.levels
    return is_concrete(entry) and len(levels) == 1 and levels[0] in need.missing_levels


def _leads_alone(need: Need, entry: Entry) -> bool:
    role = entry.duty.role in (Role.LEAD, Role.ENFORCE, Role.SUPERVISE, Role.PERMIT)
    return is_named(entry) and is_single(entry) and role and _is_like_role(need, entry)


def _names_a_lead(need: Need, entry: Entry) -> bool:
    return _leads_alone(need, entry) and not _GOVERNMENT.search(entry.duty.bearer)


def _stands_at_one_level(need: Need, entry: Entry) -> bool:
    duty = entry.duty
    return is_named(entry) and is_single(entry) and len(duty.levels) == 1 and _is_like_role(need, entry)


def _follows_the_higher_text(need: Need, entry: Entry) -> bool:
    wanted = bodies_of(need.over)
    return is_named(entry) and bool(wanted) and bodies_of((entry.duty,)) <= wanted


def _binds(need: Need, entry: Entry) -> bool:
    return is_named(entry) and entry.duty.modality is Modality.MUST


def _is_dated(need: Need, entry: Entry) -> bool:
    return is_named(entry) and bool(entry.duty.time_limit or _LIMIT.search(entry.duty.quote))


_LIMIT = re.compile(
    r"(?:[0-9一二三四五六七八九十]+(?:个)?(?:工作)?(?:日|月|年)(?:内|以内|前)|(?:月|年)底前|每(?:年|季度|月|半年))"
)


def _is_like_role(need: Need, entry: Entry) -> bool:
    """A duty to punish is compared with one to punish only."""
    roles = {duty.role for duty in need.duties}
    return (entry.duty.role is Role.ENFORCE) == (Role.ENFORCE in roles) if roles else True


FITS: Mapping[str, Fits] = {
    "named": _names_the_body,
    "department": _names_a_department,
    "act": _gives_the_body_an_act,
    "level": _stands_at_a_missing_level,
    "alone": _leads_alone,
    "lead": _names_a_lead,
    "tier": _stands_at_one_level,
    "higher": _follows_the_higher_text,
    "must": _binds,
    "dated": _is_dated,
}
"""What a row of ``advice.yaml`` may ask for under ``find``, besides ``divided``, ``tiers`` and ``rule``."""
