"""Fitness (可参照性): which duties of other instruments say what a finding's place leaves unsaid."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from duties.duty import Modality, Role
from duties.findings.body_words import UNNAMED
from duties.suggestions.act_index import Entry, bodies_of
from duties.suggestions.need import Need, is_competence

Fits = Callable[[Need, Entry], bool]


@dataclass(frozen=True, slots=True)
class Fitness:
    """Whether a duty ``fits``, and how like its act must be: within one topic, and elsewhere."""

    fits: Fits
    in_topic: float = 0.4
    elsewhere: float = 0.6


_MANY = re.compile(r"[、和与及]|以及|或者|等")
_LIST_OF_AREAS = re.compile(r"区、县|县（市、区）|区（县、市）|乡镇人民政府、街道办事处|乡（镇）|（[^（）]*）")
_GOVERNMENT = re.compile(r"(?:人民)?政府$")
_GENERIC = re.compile(
    r"(?:按照|根据|依照|在)[^，。；]{0,16}(?:职责|分工|权限)"
    r"|(?:协同|配合|共同)?(?:做好|推进|加强|参与|统一领导|领导|统筹推进|统筹协调|督促推进|协助)[^，。；]{0,30}(?:工作|领导)"
    r"|^(?:应当)?(?:组织|协调|指导|支持|推动)(?:[、和](?:组织|协调|指导|监督|督促))*[^，。；、和]{0,24}工作"
    r"|纳入[^，。；]{0,12}(?:工作日程|议事日程)"
)
_BY_FUNCTION = re.compile(r"受理|审批|监督部门$|的(?:部门|机构|机关|单位)$|管理机构$|^(?:部门|机关|机构|行政机关)$")
"""Bodies told by what they do, which is as much as 有关部门."""
_PENALTY = re.compile(r"责令|罚款|依照[^，。；]{0,20}(?:法律|法规)")
_CATCH_ALL = re.compile(
    r"规定的其他|其他(?:相关)?(?:职责|职权|工作|事项)|交办的|(?:办法|细则|标准|制度)，?由[^，。；]*制定"
)
_AND_OTHERS = re.compile(r"(?:和|及其?|、|与|以及|或者)(?:其他|有关|相关|所属)")
"""市园林绿化部门和其他有关单位: the same defect under another word."""
_CONDITION = re.compile(r"的[；。]?$")
"""…机构出具证明的；: a case in a list, no duty."""
_ENOUGH = 6
"""Characters of an act that says something concrete."""


def is_named(entry: Entry) -> bool:
    """Whether the bearer is one named body, or several, and the sentence itself says so."""
    bearer, quote = entry.duty.bearer, entry.duty.quote
    if not entry.duty.bodies or UNNAMED.search(bearer) or "等" in bearer or bearer not in quote:
        return False
    return not _AND_OTHERS.match(quote.split(bearer, 1)[1])


def is_generic(words: str) -> bool:
    """Whether the words say no more than 按照各自职责做好相关工作."""
    return bool(_GENERIC.search(words))


def is_single(entry: Entry) -> bool:
    """Whether one body bears the duty; 区、县（市）人民政府 is one."""
    return not _MANY.search(_LIST_OF_AREAS.sub("", entry.duty.bearer))


def is_concrete(entry: Entry) -> bool:
    """Whether the act is more than 按照各自职责做好相关工作."""
    act = entry.duty.quote.replace(entry.duty.bearer, "", 1)
    if _CATCH_ALL.search(act) or _CONDITION.search(act):
        return False
    return entry.duty.role not in (Role.COOPERATE, Role.ASSIST) and len(act) >= _ENOUGH and not _GENERIC.search(act)


def _names_the_body(need: Need, entry: Entry) -> bool:
    """One body, other than those that the finding's own paragraph names: 其他有关部门 is none of them."""
    if not (is_named(entry) and is_single(entry)) or _BY_FUNCTION.search(entry.duty.bearer) or is_generic(need.words):
        return False
    return _is_like_role(need, entry) and not _stands_there(need, entry)


def _stands_there(need: Need, entry: Entry) -> bool:
    return any(body in need.words for body in (entry.duty.bearer, *entry.duty.bodies))


def _names_a_department(need: Need, entry: Entry) -> bool:
    return is_named(entry) and is_single(entry) and not _GOVERNMENT.search(entry.duty.bearer)


def _gives_the_body_an_act(need: Need, entry: Entry) -> bool:
    if entry.duty.role in (Role.ENFORCE, Role.PERMIT) or _PENALTY.search(entry.duty.quote):
        return False
    return is_named(entry) and is_concrete(entry) and _is_one_of_them(need, entry)


def has_competence(entry: Entry) -> bool:
    """甲部门负责…的监督管理: what a body is there for, not what it does in one case."""
    return entry.duty.role is not Role.ENFORCE and is_competence(entry.duty.quote)


def _gives_one_of_them_an_act(need: Need, entry: Entry) -> bool:
    """For 甲、乙、丙等部门按照各自职责做好…工作: what one of them does elsewhere."""
    return is_generic(need.words) and is_single(entry) and _gives_the_body_an_act(need, entry)


def _stands_at_a_missing_level(need: Need, entry: Entry) -> bool:
    levels = entry.duty.levels
    return is_concrete(entry) and len(levels) == 1 and levels[0] in need.missing_levels


def _leads_alone(need: Need, entry: Entry) -> bool:
    role = entry.duty.role in (Role.LEAD, Role.ENFORCE, Role.SUPERVISE, Role.PERMIT)
    return is_named(entry) and is_single(entry) and role and _is_like_role(need, entry) and _is_one_of_them(need, entry)


def _one_of_them_leads(need: Need, entry: Entry) -> bool:
    """One of the bodies that share the duty bears it alone."""
    if not (is_named(entry) and is_single(entry) and _is_one_of_them(need, entry)):
        return False
    return _is_like_role(need, entry) and (entry.duty.role is Role.ENFORCE or is_concrete(entry))


def _is_one_of_them(need: Need, entry: Entry) -> bool:
    """Under one name, or under the name that one of the two has today; 城乡规划 and 国土资源 are not one body."""
    written = frozenset(entry.duty.bodies)
    return bool(need.written & (written | bodies_of((entry.duty,))) or need.bodies & written)


def _stands_at_one_level(need: Need, entry: Entry) -> bool:
    duty = entry.duty
    return is_named(entry) and is_single(entry) and len(duty.levels) == 1 and _is_like_role(need, entry)


def _follows_the_higher_text(need: Need, entry: Entry) -> bool:
    wanted = bodies_of(need.over)
    return is_named(entry) and bool(wanted) and bodies_of((entry.duty,)) <= wanted and may_be_followed(need, entry)


def may_be_followed(need: Need, entry: Entry) -> bool:
    """What the province's own department does cannot be written into the text of a city."""
    return not entry.duty.levels or any(level.depth >= need.level.depth for level in entry.duty.levels)


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


FITS: Mapping[str, Fitness] = {
    "named": Fitness(_names_the_body, 0.4, 0.85),
    "department": Fitness(_names_a_department, 0.34, 0.6),
    "act": Fitness(_gives_the_body_an_act, 0.0),
    "share": Fitness(_gives_one_of_them_an_act, 0.0),
    "level": Fitness(_stands_at_a_missing_level, 0.0),
    "alone": Fitness(_leads_alone, 0.5, 0.7),
    "lead": Fitness(_one_of_them_leads, 0.5, 0.7),
    "tier": Fitness(_stands_at_one_level, 0.5, 0.75),
    "higher": Fitness(_follows_the_higher_text, 0.55, 0.75),
    "must": Fitness(_binds, 0.45, 0.6),
    "dated": Fitness(_is_dated, 0.4, 0.7),
}
"""What a row of ``advice.yaml`` may ask for under ``find``, besides ``UNITS``, ``FORMS``, ``rule`` and ``over``."""
