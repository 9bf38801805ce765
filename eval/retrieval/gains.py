"""Gains and losses: what became better and what worse, topic by topic, against a saved run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.retrieval.interval import Mean, mean_of
from eval.retrieval.measures import score_run
from eval.retrieval.retrievers import Ranking
from eval.retrieval.runs import Run
from eval.retrieval.topics import Topic

JUDGED = "nDCG@10"


@dataclass(frozen=True, slots=True)
class Change:
    """One topic: its measure before and now, and the rank of the first provision wanted (None: not found)."""

    topic: Topic
    before: float
    now: float
    rank_before: int | None
    rank_now: int | None

    @property
    def difference(self) -> float:
        """More than 0: a gain."""
        return self.now - self.before


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs of one retriever; ``changes`` are those topics whose measure moved, the greatest gain first."""

    retriever: str
    topics: int
    changes: tuple[Change, ...]
    difference: Mean

    @property
    def gains(self) -> tuple[Change, ...]:
        """The topics that became better, the most first."""
        return tuple(change for change in self.changes if change.difference > 0)

    @property
    def losses(self) -> tuple[Change, ...]:
        """The topics that became worse, the most first."""
        return tuple(change for change in reversed(self.changes) if change.difference < 0)


def compare_runs(topics: Sequence[Topic], now: Mapping[str, Run], before: Mapping[str, Run]) -> tuple[Comparison, ...]:
    """The retrievers that both have, over the topics that both were asked."""
    return tuple(_compare(name, topics, run, before[name]) for name, run in now.items() if name in before)


def _compare(name: str, topics: Sequence[Topic], now: Run, before: Run) -> Comparison:
    both = [topic for topic in topics if topic.id in now and topic.id in before]
    old, new = score_run(both, before)[JUDGED], score_run(both, now)[JUDGED]
    changes = [
        Change(t, old[t.id], new[t.id], first_rank(t, before[t.id]), first_rank(t, now[t.id]))
        for t in both
        if old[t.id] != new[t.id]
    ]
    ordered = tuple(sorted(changes, key=lambda change: -change.difference))
    return Comparison(name, len(both), ordered, mean_of([new[t.id] - old[t.id] for t in both]))


def first_rank(topic: Topic, ranking: Ranking) -> int | None:
    """The rank of the first provision wanted, from 1.

    >>> first_rank(Topic("q", "duty", "谁管？", frozenset({"云岫法/6"})), ("云岫法/1", "云岫法/6"))
    2
    """
    return next((at for at, one in enumerate(ranking, 1) if one in topic.gold), None)
