"""Hit: one provision found, whole, with its citation and its scores."""

from __future__ import annotations

from dataclasses import dataclass

from corpus import EId
from index.plan import SearchPlan
from index.query import SearchQuery


@dataclass(frozen=True, slots=True)
class Hit:
    """``text`` is the whole article (or policy heading, or row); ``eid`` it or that paragraph of it which fits best.

    ``score`` orders the hits of one search; ``dense`` (cosine) and ``lexical`` (BM25) are exact.
    """

    instrument_id: str
    version_id: str
    title: str
    eid: EId
    citation: str
    text: str
    score: float
    dense: float
    lexical: float


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The hits, best first, with the question and the plan they were found by."""

    query: SearchQuery
    plan: SearchPlan
    hits: tuple[Hit, ...]
