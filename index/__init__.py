"""index (检索): passages, vectors, Qdrant, and search over them. The corpus is the truth; this is derived."""

from __future__ import annotations

import corpus.offline

# isort: split
from index.analysis import QueryAnalysis
from index.embedding import Encoder
from index.hit import Hit, SearchResult
from index.ownership import IndexBusyError
from index.passages import Passage, cut_passages
from index.places import UnknownPlaceError
from index.plan import SearchPlan, SearchWeights, read_weights
from index.query import SearchFilters, SearchQuery
from index.search import Candidate
from index.search_index import SearchIndex
from index.sync import SyncReport

__all__ = [
    "Candidate",
    "Encoder",
    "Hit",
    "IndexBusyError",
    "Passage",
    "QueryAnalysis",
    "SearchFilters",
    "SearchIndex",
    "SearchPlan",
    "SearchQuery",
    "SearchResult",
    "SearchWeights",
    "SyncReport",
    "UnknownPlaceError",
    "cut_passages",
    "read_weights",
]
