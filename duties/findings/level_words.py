"""Level words (层级词): which levels stand in the words of a bearer, and whether its words name two or more."""

from __future__ import annotations

import re

_BODY = (
    r"(?=人民政府|政府|[\u4e00-\u9fff、]{0,60}?(?:部门|机关|机构|委员会|办公室|会$|大队|中队|所"
    r"|长(?=[^\u4e00-\u9fff]|$|和|以|负|应|按))|应当|$)"
)
_JOIN = r"(?:、|和|与|以及|或者|或|及)"
_CITY = r"(?:设区的市|设区市|(?<![县城])市)(?:级|本级)?"
_COUNTY = (
    r"(?:区、?县（市）|区、县\(市\)|区（县、?市）|区、县级市|县（市、区）|县\(市、区\)"
    r"|县（市、区、管委会）|县（市）、区|县\(市\)、区|县（市）区|县（区）|区（县）|县\(区\)|区县|县级|区级|各区|县|区|市、区)"
)

MANY_LEVELS = re.compile(
    rf"""
      县级以上                                                          # 县级以上人民政府, 县级以上地方人民政府民政部门
    | 乡级以上
    | 各级(?!各类|学校|医疗|团|组织)                                       # 各级人民政府, 本市各级教育等部门
    | (?:国家|中央|国务院){_JOIN}(?:地方|省|县级)                           # 国家和地方
    | 省(?:级)?{_JOIN}(?:各|相关|有关)?(?:{_CITY}|市|州|县)                  # 省、设区的市; 省和相关设区的市
    | (?:省|市)人民政府{_JOIN}[^、，。]{{0,14}}?(?:{_CITY}|{_COUNTY})[^、，。]{{0,4}}人民政府  # 市人民政府和区人民政府
    | 县级{_JOIN}(?:设区的)?市级                                            # 县级或者设区的市级人民政府
    | {_CITY}{_JOIN}(?:各)?{_COUNTY}(?:（市、区）)?{_BODY}                  # 市和区、县（市）; 市、区人民政府
    | 市、县（市、区）|市、县\(市、区\)|市、县、区|市、县两级|市、区两级|市县|市、县（区）
    | 各(?:区|县|市)[^，。；]{{0,6}}?、各(?:街道|乡|镇)
    | {_COUNTY}(?:人民政府(?:[^、，。和]{{0,14}}部门)?)?{_JOIN}(?:乡|镇|街道)
    | 市级{_JOIN}(?:区|县)|市、县级|乡(?:镇)?(?:级)?、村|镇(?:级)?、村|县(?:级)?、乡
    """,
    re.X,
)
"""Two or more levels in one bearer's words. 市和县（市） is none: the city acts there for its districts."""

_BY_AREA = re.compile(
    r"(?:设区的市|市)(?:人民政府)?(?:、|和|与|以及|或者|或)县(?:（市）|\(市\))?(?!级|（|\(|、?区|和区|、乡"
    r"|和乡)"
)
"""设区的市、县（市）: divided by area, since the districts are left to the city."""


def names_many_levels(bearer: str) -> bool:
    """Whether two or more levels stand in the bearer's words.

    >>> [names_many_levels(words) for words in ("市和区、县（市）人民政府", "市和县（市）人民政府")]
    [True, False]
    """
    return any(not _BY_AREA.match(bearer, found.start()) for found in MANY_LEVELS.finditer(bearer))


def divides_by_area(bearer: str) -> bool:
    """Whether the city stands beside the counties only (设区的市、县（市）): the districts are its own area."""
    return bool(_BY_AREA.search(bearer))
