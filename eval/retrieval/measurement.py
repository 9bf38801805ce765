"""A measurement: what every retriever found for the topics, scored, and compared with an earlier run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.retrieval.gains import Comparison, compare_runs
from eval.retrieval.interval import mean_of
from eval.retrieval.measures import MEASURES, Scores, score_run
from eval.retrieval.provision_id import provision_id
from eval.retrieval.retrievers import DEPTH, Library, Retriever
from eval.retrieval.runs import Run
from eval.retrieval.topics import Topic
from index import cut_passages


@dataclass(frozen=True, slots=True)
class Measurement:
    """``missing`` are gold provisions that the corpus does not hold: no search can find them."""

    topics: tuple[Topic, ...]
    runs: Mapping[str, Run]
    scores: Mapping[str, Scores]
    missing: frozenset[str]
    comparisons: tuple[Comparison, ...] = ()

    def figures(self, retriever: str) -> dict[str, float]:
        """The mean of every measure of one retriever."""
        return {name: mean_of(list(self.scores[retriever][name].values())).value for name in MEASURES}

    def recall_by_rank(self, retriever: str) -> list[float]:
        """The mean share of the gold among the first 1, 2, 3 … provisions."""
        run = self.runs[retriever]
        ranks = [[run[t.id].index(one) for one in t.gold if one in run[t.id]] for t in self.topics]
        sizes = [len(t.gold) for t in self.topics]
        return [
            sum(sum(at < rank for at in found) / size for found, size in zip(ranks, sizes, strict=True)) / len(sizes)
            for rank in range(1, DEPTH + 1)
        ]


def measure(
    library: Library, topics: Sequence[Topic], retrievers: Sequence[Retriever], before: Mapping[str, Run]
) -> Measurement:
    """Ask every retriever every topic; ``before`` are saved runs to compare with."""
    questions = [topic.text for topic in topics]
    runs: dict[str, Run] = {
        one.name: dict(zip([t.id for t in topics], one.rankings(library, questions), strict=True)) for one in retrievers
    }
    scores = {name: score_run(topics, run) for name, run in runs.items()}
    missing = {gold for topic in topics for gold in topic.gold} - held_provisions(library)
    return Measurement(tuple(topics), runs, scores, frozenset(missing), compare_runs(topics, runs, before))


def held_provisions(library: Library) -> frozenset[str]:
    """The ids of all provisions that the corpus could give."""
    return frozenset(
        provision_id(summary.instrument.title, passage.unit)
        for summary in library.store.summaries()
        for passage in cut_passages(summary.instrument, library.store.version(summary.id))
    )
