"""Territory (行政区域): a place in the tree of administrative divisions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.level import Level


@dataclass(frozen=True, slots=True)
class Territory:
    """A division by its official name; ``code`` is GB/T 2260's where it has one, ``chain`` the names, province first.

    >>> NATION.chain
    ()
    """

    code: str
    name: str
    level: Level
    chain: tuple[str, ...] = ()

    def holds(self, other: Territory) -> bool:
        """Whether ``other`` is this territory or lies in it.

        >>> NATION.holds(Territory("33", "浙江省", Level.PROVINCIAL, ("浙江省",)))
        True
        """
        return other.chain[: len(self.chain)] == self.chain


NATION = Territory("00", "全国", Level.NATIONAL)

# What the end of a place's name says of its level. The areas that a 管委会 runs (开发区, 新区) count as counties.
_ENDINGS = (
    (Level.VILLAGE, re.compile(r"[村寨]$|社区$")),
    (Level.TOWNSHIP, re.compile(r"街道$|[镇乡]$|苏木$")),
    (Level.PROVINCIAL, re.compile(r"省$|自治区$|特别行政区$")),
    (Level.MUNICIPAL, re.compile(r"市$|自治州$|盟$|地区$")),
)


def level_of_name(name: str, above: Level = Level.NATIONAL) -> Level:
    """The level of a place by the end of its name; what no ending tells (区, 县, 旗, 开发区) is a county.

    >>> level_of_name("栖澜高新技术产业开发区").chinese, level_of_name("听潮街道").chinese
    ('区县级', '乡镇级')
    """
    level = next((level for level, ending in _ENDINGS if ending.search(name)), Level.COUNTY)
    # A city inside a city is one of county level (义乌市 in 金华市).
    return Level.COUNTY if level is Level.MUNICIPAL and above is Level.MUNICIPAL else level


def make_territory(above: Territory, name: str) -> Territory:
    """A place that is in no list of divisions, under one that may be."""
    code = name if above.level is Level.NATIONAL else f"{above.code}/{name}"
    return Territory(code, name, level_of_name(name, above.level), (*above.chain, name))
