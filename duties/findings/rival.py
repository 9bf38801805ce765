"""Rivals (争权): two acts of two texts that speak of one matter and name different bodies for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from duties.findings.act import Act, is_same_body, plain_bodies
from duties.findings.defined_term import united_terms
from duties.findings.reading import Reading
from duties.findings.undefined_content import is_generic
from duties.findings.undefined_division import enforces

United = Mapping[str, frozenset[str]]

_PUNISH_LIKE, _LIKE, _SISTER_LIKE = 0.26, 0.4, 0.33
"""Below these two sentences more often speak of two things than of one; penal clauses are short, and all alike."""

_CONGRESS = re.compile(r"(?:代表大会|常务|法制|法制工作|专门|财政经济)委员会|主任会议|代表大会")
_TO_BE_NAMED = re.compile(
    r"(?:确定|指定|授权)的|^(?:有关)?(?:单位和)?部门$|(?:接到|收到|接受|受理|发现)[^，]*的[^，]*(?:部门|机关|单位)$"
    r"|(?:许可|审批|批准|发证|登记|决定)(?:机关|部门)$|经营者$|企业$|(?:服务)?(?:中心|站)$"
)
"""Bodies known only by what they did (接到举报的部门, 许可机关), and those without authority."""
_SIDE = re.compile(r"(?:应当|依法|主动|积极)*(?:配合|协助|协同|参与)")
_COMPETENT = re.compile(r"(?:负责|主管)[^，。；]{0,20}(?:行政区域|辖区|全省|全国|区域|地区)[^，。；]*工作")
_OF_AREA = re.compile(r"(?:人民政府|办事处|村（居）民委员会|村民委员会|居民委员会|管理委员会)$")
_ABOVE = re.compile(r"省(?!、|和)|国务院|国家")
_NO_MATTER = re.compile(
    r"^阻碍|执行(?:职务|公务)|移交|移送|^具体(?:管理|实施)?(?:办法|标准|规定)|是否适用|适用前款|参照.*(?:执行|适用)|从其规定"
)
_APPROVES = re.compile(r"(?:统一|依法|负责)?(?:审核|审查|审批|批准|核准)")


def united_of(one: Reading, other: Reading) -> dict[str, frozenset[str]]:
    """The collective names of both texts."""
    return {**united_terms(one), **united_terms(other)}


def are_rivals(act: Act, counterpart: Act, united: United, likeness: float, *, sisters: bool = False) -> bool:
    """Whether the two acts are alike enough and no body, or another set of bodies, is common to them.

    Texts of one territory (``sisters``) need be less alike: the higher text of another level says much in general.
    """
    punishing = _punishes(act) and _punishes(counterpart)
    least = _PUNISH_LIKE if punishing else _SISTER_LIKE if sisters else _LIKE
    if likeness < least or _are_of_their_levels(act, counterpart) or _says_nothing(act) or _says_nothing(counterpart):
        return False
    if _approvers_differ(act, counterpart):
        return True
    if _assists(act) or _assists(counterpart):
        return False
    ours, theirs = act.bodies(united), counterpart.bodies(united)
    return bool(ours) and bool(theirs) and (not _share(ours, theirs) or _fewer_or_more(act, counterpart))


def _punishes(act: Act) -> bool:
    return any(map(enforces, act.mentions))


def agree(act: Act, others: Iterable[Act], united: United) -> bool:
    """Whether one of the other acts on the same matter names one of this one's bodies."""
    ours = act.bodies(united)
    return any(_share(ours, other.bodies(united)) for other in others)


def _are_of_their_levels(act: Act, counterpart: Act) -> bool:
    """省甲部门负责全省…工作 above, and 街道办事处负责本辖区内…工作 below: each is competent at its level."""
    if not all(_COMPETENT.search(one.sentence.text) for one in (act, counterpart)):
        return False
    return any(_OF_AREA.search(b) for b in act.bearers) or any(_ABOVE.match(b) for b in counterpart.bearers)


def _says_nothing(act: Act) -> bool:
    """General words only, the work of congresses, or no body that is named."""
    text = act.sentence.text
    return bool(
        any(map(_CONGRESS.search, act.bearers))
        or names_no_authority(act.bearers)
        or _NO_MATTER.search(text)
        or _is_vague(act)
    )


def _is_vague(act: Act) -> bool:
    return any(map(is_generic, act.mentions))


def _assists(act: Act) -> bool:
    """配合做好…工作 takes nothing from anybody."""
    return bool(act.mentions) and all(map(_SIDE.match, (mention.rest for mention in act.mentions)))


def names_no_authority(bearers: Iterable[str]) -> bool:
    """Whether one of the bearers is left open or has no authority: nobody can contend with it."""
    return any(map(_TO_BE_NAMED.search, bearers))


def _share(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(is_same_body(one, other) for one in ours for other in theirs)


def _fewer_or_more(act: Act, counterpart: Act) -> bool:
    """One list names at least two bodies more than the other: one more may be a department that was split."""
    fewer, more = sorted((len(act.bodies({})), len(counterpart.bodies({}))))
    return more > max(fewer + 1, 2)


def _approvers_differ(act: Act, counterpart: Act) -> bool:
    """方案经区民政部门审核 here and 经区公安部门审核 there; governments approve beside them and do not count."""
    ours, theirs = _approvers(act), _approvers(counterpart)
    return bool(ours) and bool(theirs) and not _share(ours, theirs)


def _approvers(act: Act) -> frozenset[str]:
    mentions = (m for m in act.sentence.mentions if _APPROVES.match(m.rest))
    return plain_bodies(m.bearer for m in mentions) - {"人民政府"}
