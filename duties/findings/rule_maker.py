"""Rule maker (配套规定的制定机关): who is to make a rule, in what kind of text, and what of it the corpus holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus import NATION, Instrument, Level, NormKind, Territory
from duties.findings.body_names import body_names
from duties.findings.surroundings import Holding, Surroundings

_COUNCIL = re.compile(r"国务院(?:、中央军事委员会|和中央军事委员会)?")
_CONGRESS = re.compile(r"(?:人民代表大会(?:及其)?(?:常务委员会)?|人大常委会)$")
_DEPARTMENT = re.compile(r"(?:部门|机关|局|委员会)$")
_GOVERNMENT = re.compile(r"人民政府$")
_PROVINCES = re.compile(r"^省(?:级|、自治区)")
_TIERS = ((Level.PROVINCIAL, re.compile(r"^(?:省|自治区)")), (Level.MUNICIPAL, re.compile(r"^(?:设区的)?市")))
_BELOW_LAWS = frozenset({NormKind.GOVERNMENT_RULE, NormKind.NORMATIVE_DOCUMENT, NormKind.POLICY_DOCUMENT})
_ENOUGH_OF_MINISTRY, _ENOUGH = 30, 3
"""So many texts of a maker must be there before that one is missing says anything; a ministry makes hundreds."""


@dataclass(frozen=True, slots=True)
class RuleMaker:
    """A maker as the corpus knows it: ``name`` for people, and the texts of it that the corpus holds."""

    name: str
    holdings: tuple[Holding, ...]
    enough: int = _ENOUGH

    @property
    def is_covered(self) -> bool:
        """Whether the corpus holds enough of this maker's texts to miss one."""
        return len(self.holdings) >= self.enough


def rule_makers(words: str, instrument: Instrument, surroundings: Surroundings) -> tuple[RuleMaker, ...]:
    """The makers that ``words`` in a text of ``instrument`` mean: one, or for 省、自治区、直辖市 each that is known.

    Makers whose texts the corpus cannot hold apart (有关部门, 区、县人民政府) are left out.
    """
    return tuple(_makers(words, instrument, surroundings.holdings))


def _makers(words: str, instrument: Instrument, holdings: tuple[Holding, ...]) -> Iterator[RuleMaker]:
    if _COUNCIL.fullmatch(words):
        yield _by_kind("国务院", NATION, frozenset({NormKind.ADMINISTRATIVE_REGULATION}), holdings)
    elif words.startswith("国务院"):
        yield from _department(words, NATION, holdings, _ENOUGH_OF_MINISTRY)
    else:
        for territory in _territories(words, instrument, holdings):
            if _CONGRESS.search(words):
                yield _by_kind(_named(words, territory), territory, frozenset({NormKind.LOCAL_REGULATION}), holdings)
            elif _GOVERNMENT.search(words):
                yield _by_kind(_named(words, territory), territory, _BELOW_LAWS, holdings)
            elif _DEPARTMENT.search(words):
                yield from _department(words, territory, holdings, _ENOUGH)


def _by_kind(name: str, territory: Territory, kinds: frozenset[NormKind], holdings: tuple[Holding, ...]) -> RuleMaker:
    found = (h for h in holdings if h.instrument.kind in kinds and h.instrument.territory == territory)
    return RuleMaker(name, tuple(found))


def _department(words: str, territory: Territory, holdings: tuple[Holding, ...], enough: int) -> Iterator[RuleMaker]:
    for body in body_names(words)[:1]:
        issued = (h for h in holdings if body in h.instrument.issuing_authority and h.instrument.territory == territory)
        yield RuleMaker(words, tuple(issued), enough)


def _territories(words: str, instrument: Instrument, holdings: tuple[Holding, ...]) -> tuple[Territory, ...]:
    """Where the maker sits: in a national text each province that the corpus has texts of."""
    if _PROVINCES.match(words) and instrument.territory == NATION:
        places = (h.instrument.territory for h in holdings)
        return tuple(dict.fromkeys(place for place in places if place.level is Level.PROVINCIAL))
    level = next((level for level, pattern in _TIERS if pattern.match(words)), None)
    places = (h.instrument.territory for h in holdings if h.instrument.territory.holds(instrument.territory))
    return tuple(dict.fromkeys(place for place in places if place.level is level))[:1]


def _named(words: str, territory: Territory) -> str:
    """省、自治区、直辖市人民政府 as the one of 云岫省."""
    return territory.name + words[match.start() :] if (match := re.search(r"人民|人大", words)) else words
