"""The single bodies of a bearer list: 教育、公安等部门 are 教育 and 公安."""

from __future__ import annotations

import re
from functools import lru_cache

from duties.findings.body_words import HEAD, UNNAMED

_TIER = (
    r"(?:国家(?=和)|中央(?=和)|地方(?=精神|各级|人民|党)|省级?|自治区|直辖市|设区的?市|市（地）|市级"
    r"|市(?![场政容际])|城市(?=、县)|州|自治县|县（市）区|县（市、区）|县（区）|县\(市、区\)|县（市）"
    r"|县\(市\)|区县（市）"
    r"|区（县、?市）|区（市、县）|（市）区|县级市?|区级|区县|县|区(?!域)|乡（镇）|乡级)"
)
LEVELS = (
    rf"(?:各级|县级以上(?:地方)?(?:各级)?|(?:各|本|全)?{_TIER}(?:(?:、|和|与|以及|及|或者|或"
    rf"|及其)(?:各)?{_TIER})*)"
)
"""The words for one or more levels: 省, 市和区、县（市）, 县级以上地方各级."""

_LEVEL = re.compile(
    rf"^(?:同级|当地|所在地(?:的)?|有关|国务院)?(?:{LEVELS}(?:地方)?(?:各级)?(?:(?:人民)?政府(?:的"
    rf"|及其)?(?=.))?|本级人民政府(?=.)|(?:地方)?(?:各级)?人民政府(?:的|及其)?(?=[\u4e00-\u9fff]))?"
)
_TAIL = re.compile(r"(?:等)?(?:其他)?(?:有关|相关)?(?:行政)?(?:主管)?(?:部门|机关)$|局$")
_AND_OTHERS = re.compile(r"(?:部门|机关|局)等(?:其他)?(?:有关|相关)?(?:部门|机关)$")
"""民政部门等其他部门: two nouns to be left out."""
_OF_NOBODY = re.compile(r"(?:工作|所属|职能|各|下属|业务|行业)?(?:主管)?(?:部门|机关)")
_JOINED = re.compile(rf"(?P<unit>.*?{HEAD}(?:（[^（）]*）)?)(?:、|和|与|以及|及其|及|或者|或|$)")
_OTHER_BODY = re.compile(r"(?:机构|中心|站|所|队|处)$")
_SOCIETY = re.compile(
    r"^(?:工会|总工会|共青团|共产主义青年团|妇联|妇女联合会|残联|工商联|[^、]{0,8}联合会|[^、]{0,8}协会|[^、]{0,6}学会|关心下一代)"
)
"""Associations stand in many lists; they are no public bodies."""
_WHOLE = re.compile(r"(?:人民政府|政府|办事处|委员会|机构|办公室|派出所|组织|法院|检察院)$")

_HAS_HEAD = re.compile(r"(?:部门|机关|单位|局|厅|部|委|会|法院|检察院|公司|企业|学校|人员|河长)$")


@lru_cache(maxsize=8192)
def body_names(bearer: str) -> tuple[str, ...]:
    """The bodies named in ``bearer``, without level and 部门; unnamed ones (有关部门) are left out.

    >>> body_names("市教育、公安、人力资源和社会保障等部门和街道办事处")
    ('教育', '公安', '人力资源和社会保障', '街道办事处')
    >>> body_names("卫生健康主管部门、市场监督主管部门等其他部门")
    ('卫生健康', '市场监督')
    >>> body_names("县级以上人民政府有关部门")
    ()
    """
    found: list[str] = []
    for match in _JOINED.finditer(bearer):
        found.extend(_names_of(match["unit"]))
    if not found and _OTHER_BODY.search(bearer) and not UNNAMED.fullmatch(whole := without_level(bearer)):
        found.append(_plain(whole))
    return tuple(dict.fromkeys(found))


def _names_of(unit: str) -> list[str]:
    if _WHOLE.search(unit):
        return [] if _SOCIETY.match(unit) else [_plain(unit)]
    department = without_level(unit)
    if UNNAMED.fullmatch(department.removeprefix("各")) or _OF_NOBODY.fullmatch(department):
        return []
    bare = _TAIL.sub("", _TAIL.sub("", department)) if _AND_OTHERS.search(department) else _TAIL.sub("", department)
    parts = re.split("、(?![^（]*）)", bare)
    names = (without_level(part).removesuffix("等") for part in parts)
    return [name for name in names if name and not _SOCIETY.match(name)]


def without_level(unit: str) -> str:
    """The body without the words for its level.

    >>> [without_level(words) for words in ("市市容环卫主管部门", "县级以上人民政府民政部门")]
    ['市容环卫主管部门', '民政部门']
    """
    return _LEVEL.sub("", unit, count=1)


def is_whole_name(name: str) -> bool:
    """Whether the name is said without 部门 after it.

    >>> [is_whole_name(name) for name in ("街道办事处", "交通运输", "公安机关", "执法中队")]
    [True, False, True, True]
    """
    plain = re.sub(r"（[^（）]*）$", "", name)
    return bool(_WHOLE.search(plain) or _OTHER_BODY.search(plain) or _HAS_HEAD.search(plain))


def _plain(unit: str) -> str:
    return (
        re.sub(r"^(?:当地|所在地|各|辖区)", "", unit)
        .replace("乡（镇）", "乡镇")
        .replace("镇（乡）", "乡镇")
        .replace("乡、镇", "乡镇")
    )
