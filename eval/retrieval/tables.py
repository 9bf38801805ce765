"""The tables of a measurement: every retriever by every measure, by kind of question, gains and losses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eval.retrieval.gains import JUDGED, Change, Comparison
from eval.retrieval.interval import mean_of
from eval.retrieval.measures import MEASURES, Scores
from eval.retrieval.topics import Topic

Table = tuple[tuple[str, ...], list[tuple[str, ...]]]
"""Head and rows."""

BY_KIND = ("nDCG@10", "Recall@5", "Recall@10", "MRR@10")
_LISTED = 10


def all_topics(scores: Mapping[str, Scores]) -> Table:
    """One row per retriever: the means over all topics with their intervals."""
    rows = [(name, *(str(mean_of(list(one[m].values()))) for m in MEASURES)) for name, one in scores.items()]
    return ("retriever", *MEASURES), rows


def by_kind(topics: Sequence[Topic], scores: Mapping[str, Scores]) -> Table:
    """One row per kind of question and retriever."""
    rows: list[tuple[str, ...]] = []
    for kind, ids in kinds(topics).items():
        for name, one in scores.items():
            means = (str(mean_of([one[measure][topic] for topic in ids])) for measure in BY_KIND)
            rows.append((kind, str(len(ids)), name, *means))
    return ("kind", "questions", "retriever", *BY_KIND), rows


def kinds(topics: Sequence[Topic]) -> dict[str, list[str]]:
    """The ids of the topics by their kind."""
    return {kind: [t.id for t in topics if t.kind == kind] for kind in sorted({t.kind for t in topics})}


def gains_and_losses(comparisons: Sequence[Comparison]) -> Table:
    """One row per retriever: how many topics moved, and by how much all of them together."""
    rows: list[tuple[str, ...]] = [
        (c.retriever, str(c.topics), str(len(c.gains)), str(len(c.losses)), str(c.difference)) for c in comparisons
    ]
    return ("retriever", "topics", "gains", "losses", f"{JUDGED} now - before"), rows


def moved_topics(comparison: Comparison, limit: int = _LISTED) -> Table:
    """The topics that gained and lost most."""
    rows = [_moved(change) for change in (*comparison.gains[:limit], *comparison.losses[:limit])]
    return ("id", "kind", "question", f"{JUDGED} before", "now", "rank before", "now"), rows


def _moved(change: Change) -> tuple[str, ...]:
    topic = change.topic
    ranks = (str(rank) if rank is not None else "–" for rank in (change.rank_before, change.rank_now))
    return topic.id, topic.kind, topic.text, f"{change.before:.3f}", f"{change.now:.3f}", *ranks
