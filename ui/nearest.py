"""Nearest (相近条文): provisions that the index finds near a topic by meaning, for topics whose words nobody uses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpus import EId

if TYPE_CHECKING:
    from index import SearchIndex

MOST = 20
FLOOR = 0.855
"""Under this cosine the nearest provision is about something else: the corpus has nothing on the topic."""
CLOSE = 0.02
"""Cosines of the model lie close together; what is this much farther than the nearest is about something else."""


def nearest_provisions(index: SearchIndex, topic: str, territories: Sequence[str]) -> frozenset[tuple[str, EId]]:
    """Version and article of the provisions nearest to the topic; none where the index holds nothing."""
    from index import SearchFilters, SearchQuery

    if not index.count():
        return frozenset()
    hits = index.search(SearchQuery(topic, MOST, SearchFilters(territories=tuple(territories)))).hits
    best = max((hit.dense for hit in hits), default=0.0)
    near = (hit for hit in hits if hit.dense >= max(FLOOR, best - CLOSE))
    return frozenset((hit.version_id, hit.eid.ancestor("art") or hit.eid) for hit in near)


def like_provisions(index: SearchIndex, words: str) -> frozenset[tuple[str, EId]]:
    """Version and article of the provisions whose words mean about the same as an act's; none without an index."""
    from index import SearchQuery

    if not words or not index.count():
        return frozenset()
    hits = index.search(SearchQuery(words, MOST)).hits
    return frozenset((hit.version_id, hit.eid.ancestor("art") or hit.eid) for hit in hits if hit.dense >= FLOOR)
