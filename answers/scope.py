"""Scope (检索范围): the texts or the place whose law is looked at; a comparison has several."""

from __future__ import annotations

from dataclasses import dataclass, replace

from answers.aim import AimKind
from answers.analysis import Analysis
from corpus import NATION, Instrument, Territory
from index import SearchFilters

_READINGS = 3
"""A short name that may mean more texts than this narrows nothing."""


@dataclass(frozen=True, slots=True)
class Scope:
    """``titles`` or ``territory``, else the whole corpus; ``is_strict``: the place's own law without that above it.

    ``apart_from`` are the titles that another scope of the comparison answers for.
    """

    key: str = ""
    titles: tuple[str, ...] = ()
    territory: Territory | None = None
    is_strict: bool = False
    apart_from: tuple[str, ...] = ()

    def narrow(self, filters: SearchFilters) -> SearchFilters:
        """The user's filters, narrowed to the scope; what the user has set himself stays."""
        if self.titles:
            return replace(filters, titles=filters.titles or self.titles)
        if self.territory == NATION:
            return replace(filters, levels=filters.levels or (NATION.level,))
        if self.territory is not None and not filters.territories:
            return replace(filters, territories=(self.territory.code,))
        return filters

    def admits(self, instrument: Instrument) -> bool:
        """In a comparison each place answers by its own law; the law above it has its own turn."""
        is_own = not self.is_strict or instrument.territory == self.territory
        return is_own and instrument.title not in self.apart_from


def scopes_of(analysis: Analysis) -> tuple[Scope, ...]:
    """One scope for each text named, else for each place; the whole corpus where the question names neither."""
    named = [name for name in analysis.names if 0 < len(name.instruments) <= _READINGS]
    if named:
        titles = dict.fromkeys(tuple(i.title for i in name.instruments) for name in named)
        scopes = tuple(Scope("/".join(group), titles=group) for group in titles)
        is_one_sided = len(scopes) == 1 and analysis.asks(AimKind.COMPARE)
        return (*scopes, Scope("其他", apart_from=scopes[0].titles)) if is_one_sided else scopes
    places = [place.territory for place in analysis.places if place.is_known]
    is_strict = len(places) > 1
    return tuple(Scope(place.code, territory=place, is_strict=is_strict) for place in places) or (Scope(),)
