"""PlaceBook: the places that a question or a filter names, and whose law applies there (层级 upward to the state)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus import NATION, Gazetteer, Level, QuanzeError, Territory

_SUFFIX = re.compile(r"(?:特别行政区|.{0,3}族自治州|自治区|省|市)$")


class UnknownPlaceError(QuanzeError):
    """A filter names a place (行政区域) that is in no list of divisions."""


class PlaceBook:
    """The territories of the corpus's instruments, which may be named short (栖澜 for 栖澜市), and the gazetteer's."""

    def __init__(self, territories: Iterable[Territory], gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._own: dict[str, set[Territory]] = {}
        for territory in set(territories) - {NATION}:
            for form in _forms(territory):
                self._own.setdefault(form, set()).add(territory)
        self._names = {t.name for t in gazetteer if t.level.depth in (1, 2, 3) and len(t.name) > 2} | set(self._own)

    def find(self, text: str) -> tuple[Territory, ...]:
        """The places named in ``text``, the narrower where one names the other's part too (栖澜市 in 栖澜市东港区)."""
        names = sorted((name for name in self._names if name in text), key=len, reverse=True)
        longest = [name for at, name in enumerate(names) if not any(name in longer for longer in names[:at])]
        readings = [self._named(name) for name in longest]
        everywhere = {territory for reading in readings for territory in reading}
        found = {t for reading in readings for t in _inside(reading, everywhere) or reading}
        narrow = {t for t in found if not any(other != t and t.holds(other) for other in found)}
        return tuple(sorted(narrow, key=lambda t: t.chain))

    def resolve(self, name_or_code: str) -> tuple[Territory, ...]:
        """The territories with this name or code; raises UnknownPlaceError where there is none."""
        if name_or_code in (NATION.name, NATION.code):
            return (NATION,)
        everywhere = (t for t in (*(t for group in self._own.values() for t in group), *self._gazetteer))
        found = self._named(name_or_code) or {t for t in everywhere if t.code == name_or_code}
        if not found:
            raise UnknownPlaceError(
                "没有这个行政区域", place=name_or_code, remedy="请写全称，例如“浙江省”“杭州市”“西湖区”"
            )
        return tuple(found)

    def _named(self, name: str) -> set[Territory]:
        return self._own.get(name) or set(self._gazetteer.named(name))


def _inside(namesakes: set[Territory], named: set[Territory]) -> set[Territory]:
    """Those of the territories with one name that lie in another place that was named."""
    return {t for t in namesakes if any(other.name != t.name and other.holds(t) for other in named)}


def place_key(territory: Territory) -> str:
    """How a territory stands in the index: its chain of names.

    >>> place_key(NATION)
    '全国'
    """
    return "/".join(territory.chain) or NATION.name


def applicable_keys(territory: Territory) -> tuple[str, ...]:
    """The keys of all territories whose law applies in ``territory``: the state's, the province's … its own.

    >>> applicable_keys(Territory("x", "栖澜市", Level.MUNICIPAL, ("云岫省", "栖澜市")))
    ('全国', '云岫省', '云岫省/栖澜市')
    """
    return (NATION.name, *("/".join(territory.chain[:depth]) for depth in range(1, len(territory.chain) + 1)))


def _forms(territory: Territory) -> set[str]:
    bare = _SUFFIX.sub("", territory.name) if territory.level in (Level.PROVINCIAL, Level.MUNICIPAL) else territory.name
    return {territory.name} | ({bare} if len(bare) >= 2 else set())
