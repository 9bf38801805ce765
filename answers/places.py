"""Places (行政区域) and tiers of law (国家、省里) that a question speaks of; places of which we have no law."""

from __future__ import annotations

from dataclasses import dataclass

from answers.catalogue import Catalogue
from answers.pattern_table import pattern_table
from answers.segment import segment
from corpus import NATION, Level, Territory, gazetteer


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """``words`` of the question mean ``territory``; ``is_known`` tells whether the corpus has law of that place."""

    words: str
    start: int
    territory: Territory
    is_known: bool


def read_places(text: str, catalogue: Catalogue) -> tuple[NamedPlace, ...]:
    """Every place named, once, in the order of the question; 省里 beside a city is that city's province."""
    known = _known(text, catalogue)
    places = (*known, *_tiers(text, known, catalogue), *_foreign(text, known, catalogue))
    first: dict[str, NamedPlace] = {}
    for place in sorted(places, key=lambda p: p.start):
        first.setdefault(place.territory.code, place)
    return tuple(first.values())


def _known(text: str, catalogue: Catalogue) -> tuple[NamedPlace, ...]:
    found: list[NamedPlace] = []
    taken = text
    for name in sorted(catalogue.place_names, key=len, reverse=True):
        at = taken.find(name)
        if at >= 0:
            found.extend(NamedPlace(name, at, territory, True) for territory in catalogue.place_names[name])
            taken = taken.replace(name, "，" * len(name))
    return tuple(found)


def _tiers(text: str, known: tuple[NamedPlace, ...], catalogue: Catalogue) -> tuple[NamedPlace, ...]:
    rows = ((row, row.found_in(text)) for row in pattern_table("tiers.yaml"))
    found = ((Level(row.name), match) for row, match in rows if match is not None)
    return tuple(
        NamedPlace(match[0], match.start(), territory, True)
        for level, match in found
        for territory in _of_level(level, known, catalogue)
    )


def _of_level(level: Level, known: tuple[NamedPlace, ...], catalogue: Catalogue) -> tuple[Territory, ...]:
    if level is Level.NATIONAL:
        return (NATION,)
    provinces = [t for t in catalogue.territories if t.level is level]
    above = [t for t in provinces if any(t.holds(place.territory) for place in known)]
    return tuple(above or (provinces if len(provinces) == 1 else ()))


def _foreign(text: str, known: tuple[NamedPlace, ...], catalogue: Catalogue) -> tuple[NamedPlace, ...]:
    """Provinces and cities that are named and have no law in the corpus (上海, 江苏省)."""
    taken = {place.words for place in known}
    words = [w for w in segment(text) if w.flag.startswith("ns") and not any(t in w.text or w.text in t for t in taken)]
    found = ((word, territory) for word in words for territory in _real(word.text))
    return tuple(NamedPlace(w.text, w.start, t, catalogue.covers(t)) for w, t in found)


def _real(name: str) -> tuple[Territory, ...]:
    tails = ("", "省", "市", "自治区", "特别行政区")
    readings = (gazetteer().named(name + tail) for tail in tails)
    found = [t for reading in readings for t in reading if t.level in (Level.PROVINCIAL, Level.MUNICIPAL)]
    return tuple(found[:1])
