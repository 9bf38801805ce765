"""SearchPlan: everything that is going to be done for a question, fixed before anything is done, and printable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from index.analysis import QueryAnalysis
from index.places import PlaceBook, applicable_keys
from index.query import SearchFilters, SearchQuery

_PROFILE = Path(__file__).with_name("profile.yaml")


@dataclass(frozen=True, slots=True)
class SearchWeights:
    """The profile of a search (``profile.yaml``): ``candidates`` from either side, and how scores are added up.

    ``dense`` and one minus it weigh the two sides; ``title`` is added where the question names the instrument,
    ``place`` where it names the place (and taken off where the law is another place's).
    """

    candidates: int
    dense: float
    title: float
    place: float


@dataclass(frozen=True, slots=True)
class SearchPlan:
    """``conditions`` is the filter in Haystack's notation; ``as_of`` the day on which the law must be in force.

    ``is_uncited`` after a search that did not find the provision which the question cites.
    """

    analysis: QueryAnalysis
    conditions: dict[str, Any]
    as_of: date
    weights: SearchWeights
    top_k: int
    is_uncited: bool = False

    @property
    def filters(self) -> tuple[dict[str, Any], ...]:
        """Where candidates come from: everywhere, the instruments named, the article cited."""
        if not self.analysis.instruments:
            return (self.conditions,)
        named = _any("instrument_id", self.analysis.instruments)
        article = self.analysis.eid.ancestor("art") if self.analysis.eid is not None else None
        cited = [[named, _any("unit", [article])]] if article is not None else []
        return (self.conditions, *(_all([self.conditions, *more]) for more in ([named], *cited)))

    def __str__(self) -> str:
        steps = (
            f"时点：{self.as_of.isoformat()} 有效",
            *self.analysis.reasons,
            f"条件：{_written(self.conditions)}",
            f"向量与词语各取前 {self.weights.candidates}，向量权重 {self.weights.dense}，返回前 {self.top_k}",
        )
        return "\n".join(steps)


@cache
def read_weights(path: Path = _PROFILE) -> SearchWeights:
    """The weights of a profile file."""
    return SearchWeights(**yaml.safe_load(path.read_text(encoding="utf-8")))


def plan_search(query: SearchQuery, analysis: QueryAnalysis, titled: Iterable[str], places: PlaceBook) -> SearchPlan:
    """The plan for ``query``; ``titled`` are the ids of the instruments that its title filter names."""
    day = query.filters.as_of or date.today()
    conditions = _all([*_in_force(day), *_wanted(query.filters, titled, places)])
    return SearchPlan(analysis, conditions, day, read_weights(), query.top_k)


def day_number(day: date) -> int:
    """A day as the index holds it, so that days compare as numbers do.

    >>> day_number(date(2024, 3, 1))
    20240301
    """
    return day.year * 10000 + day.month * 100 + day.day


def _in_force(day: date) -> list[dict[str, Any]]:
    number = day_number(day)
    return [
        {"field": "meta.starts_on", "operator": "<=", "value": number},
        {"field": "meta.ends_on", "operator": ">", "value": number},
    ]


def _wanted(filters: SearchFilters, titled: Iterable[str], places: PlaceBook) -> list[dict[str, Any]]:
    held = (key for name in filters.territories for place in places.resolve(name) for key in applicable_keys(place))
    wanted = {
        "level": [str(level) for level in filters.levels],
        "kind": [str(kind) for kind in filters.kinds],
        "territory": list(dict.fromkeys(held)),
    }
    conditions = [_any(field, values) for field, values in wanted.items() if values]
    # A title that no instrument has finds nothing, never everything.
    return [*conditions, _any("instrument_id", tuple(titled) or ("",))] if filters.titles else conditions


def _all(conditions: list[dict[str, Any]]) -> dict[str, Any]:
    return {"operator": "AND", "conditions": conditions}


def _any(field: str, values: Iterable[str]) -> dict[str, Any]:
    return {"field": f"meta.{field}", "operator": "in", "value": list(values)}


def _written(conditions: Mapping[str, Any]) -> str:
    parts = (f"{c['field'].removeprefix('meta.')} {c['operator']} {c['value']}" for c in conditions["conditions"])
    return "；".join(parts)
