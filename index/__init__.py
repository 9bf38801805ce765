"""index (检索): passages, dense and lexical vectors, Qdrant, and search over them. The corpus is the truth; this is derived."""

from __future__ import annotations

import corpus.offline  # noqa: F401  (first of all: no telemetry, no hub)

# isort: split
from index.analysis import QueryAnalysis
from index.hit import Hit, SearchResult
from index.plan import SearchPlan, SearchWeights
from index.query import SearchFilters, SearchQuery

__all__ = [
    "Hit",
    "QueryAnalysis",
    "SearchFilters",
    "SearchPlan",
    "SearchQuery",
    "SearchResult",
    "SearchWeights",
]
