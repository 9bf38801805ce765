"""Hybrid scoring: both sides name their best, and every passage named gets the exact score of both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from haystack.dataclasses import SparseEmbedding

from index.store.passage_store import Filters, PassageStore, Vector


@dataclass(frozen=True, slots=True)
class Scored:
    """A point with its cosine and its BM25 score, both exact; 0.0 where no word is shared."""

    point: str
    dense: float
    lexical: float


def score_hybrid(
    store: PassageStore, dense: list[float], lexical: SparseEmbedding, filters: Iterable[Filters], limit: int
) -> tuple[Scored, ...]:
    """The union of the best ``limit`` of either side under each of ``filters``, scored exactly on both sides.

    Ranks alone forget how good a match was: sums of exact scores were measured better than rank fusion.
    """
    sides: list[Vector] = [dense, lexical] if lexical.indices else [dense]
    named = chain.from_iterable(store.nearest(side, conditions, limit) for conditions in filters for side in sides)
    points = list(dict.fromkeys(point for point, _ in named))
    if not points:
        return ()
    cosines = dict(store.nearest(dense, None, len(points), among=points))
    words = dict(store.nearest(lexical, None, len(points), among=points)) if lexical.indices else {}
    return tuple(Scored(point, cosines.get(point, 0.0), words.get(point, 0.0)) for point in points)


def fuse(scored: Iterable[Scored], dense_weight: float) -> dict[str, float]:
    """Min-max of both sides over the candidates, then their weighted sum, between 0 and 1.

    >>> fuse([Scored("a", 0.9, 4.0), Scored("b", 0.8, 8.0)], dense_weight=0.75)
    {'a': 0.75, 'b': 0.25}
    """
    found = tuple(scored)
    dense = _spread([s.dense for s in found])
    lexical = _spread([s.lexical for s in found])
    return {s.point: dense_weight * d + (1 - dense_weight) * w for s, d, w in zip(found, dense, lexical, strict=True)}


def _spread(values: list[float]) -> list[float]:
    low, high = min(values, default=0.0), max(values, default=0.0)
    return [(value - low) / (high - low) if high > low else float(value > 0) for value in values]
