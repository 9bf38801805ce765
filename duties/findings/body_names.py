"""The single bodies of a bearer list: 教育、公安等部门 are 教育 and 公安."""

from __future__ import annotations

import re
from functools import lru_cache

from duties.findings.body_words import HEAD, UNNAMED

_LEVEL = re.compile(
    r"^(?:本市|本省|本级|同级|当地|所在地(?:的)?|各级|全市|国务院|国家|有关)?(?:省级?|自治区|(?:县级以上|各级|市和区、县（市）|市、区|区、县（市）|县（市、区）|设区的市、县（市、区）|设区的市|省|市|县级|区|县)"
    r"(?:地方)?(?:各级)?(?:人民)?(?:政府)(?:的|及其)?(?=.))?"
)
_CITY = re.compile(r"^(?:市(?:和|或者)区、?县（市）|市和县（市）|设区的市、县（市、区）|设区的市、县（市）|市、区|省、设区的市(?:和|、)县（市、区）|省、市、县|省(?:和|、)设区的市|区、?县（市）|设区的市|省、市|市、县|(?:市|省|区|县|州)(?!场|政|容|际|财|级))")
_TAIL = re.compile(r"(?:等)?(?:其他)?(?:有关|相关)?(?:行政)?(?:主管|管理)?(?:部门|机关)$")
_JOINED = re.compile(rf"(?P<unit>.+?{HEAD}(?:（[^（）]*）)?)(?:、|和|与|以及|及其|及|或者|或|$)")
_WHOLE = re.compile(r"(?:人民政府|政府|办事处|委员会|机构|办公室|派出所|组织|法院|检察院)$")


@lru_cache(maxsize=8192)
def body_names(bearer: str) -> tuple[str, ...]:
    """The bodies named in ``bearer``, without level and 部门; unnamed ones (有关部门) are left out.

    >>> body_names("市教育、公安、人力资源和社会保障等部门和街道办事处")
    ('教育', '公安', '人力资源和社会保障', '街道办事处')
    >>> body_names("县级以上人民政府有关部门")
    ()
    """
    found: list[str] = []
    for match in _JOINED.finditer(bearer):
        found.extend(_names_of(match["unit"]))
    return tuple(dict.fromkeys(found))


def _names_of(unit: str) -> list[str]:
    if _WHOLE.search(unit):
        return [_plain(part) for part in re.split("、(?![^（]*）)", unit) if part] if unit.count("、") and "、县" not in unit else [_plain(unit)]
    unit = _TAIL.sub("", without_level(unit)) if not UNNAMED.fullmatch(without_level(unit)) else ""
    return [name for part in unit.split("、") if (name := without_level(part).removesuffix("等"))]


def without_level(unit: str) -> str:
    """The body without the words for its level.

    >>> [without_level(words) for words in ("市市容环卫主管部门", "区、县（市）卫生行政部门", "县级以上人民政府民政部门")]
    ['市容环卫主管部门', '卫生行政部门', '民政部门']
    """
    return _CITY.sub("", _LEVEL.sub("", unit))


def _plain(unit: str) -> str:
    return re.sub(r"^(?:当地|所在地|各|辖区)", "", unit).replace("乡（镇）", "乡镇").replace("镇（乡）", "乡镇").replace("乡、镇", "乡镇")
