"""SearchPlan: everything that is going to be done for a question, fixed before anything is done, and printable."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from index.analysis import QueryAnalysis


@dataclass(frozen=True, slots=True)
class SearchWeights:
    """The profile of a search: how many candidates from either side and how scores are added up."""

    candidates: int = 100
    dense: float = 0.65
    title: float = 0.5
    place: float = 0.1


@dataclass(frozen=True, slots=True)
class SearchPlan:
    """``conditions`` is the filter in Haystack's notation, None for none."""

    analysis: QueryAnalysis
    conditions: dict[str, Any] | None
    weights: SearchWeights = field(default_factory=SearchWeights)
    top_k: int = 10
