"""nDCG@10, Recall and MRR of a run, by ir-measures (pytrec_eval underneath), topic by topic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus import QuanzeError
from eval.retrieval.runs import Run
from eval.retrieval.topics import Topic

MEASURES = ("nDCG@10", "Recall@1", "Recall@5", "Recall@10", "Recall@100", "MRR@10")
_LIBRARY_NAMES = {"Recall": "R", "MRR": "RR"}

Scores = Mapping[str, Mapping[str, float]]
"""The value of each measure by the ids of topics."""


def score_run(topics: Sequence[Topic], run: Run) -> Scores:
    """Every measure of every topic; one for which nothing was found scores 0.

    >>> topic = Topic("q", "duty", "谁管？", frozenset({"云岫法/6", "云岫法/7"}))
    >>> score_run([topic], {"q": ("云岫法/1", "云岫法/6")})["Recall@5"]
    {'q': 0.5}
    """
    try:
        import ir_measures
    except ImportError as error:
        raise QuanzeError(
            "缺少评测用的程序库 ir-measures", remedy="请运行 pip install -c constraints.txt -e '.[eval]'"
        ) from error
    names = {ir_measures.parse_measure(_library_name(name)): name for name in MEASURES}
    qrels = {topic.id: dict.fromkeys(topic.gold, 1) for topic in topics}
    # Scores that fall with the rank: the library sorts by them and would break ties by name.
    found = {topic.id: {one: float(-at) for at, one in enumerate(run.get(topic.id, ()))} for topic in topics}
    scores: dict[str, dict[str, float]] = {name: {topic.id: 0.0 for topic in topics} for name in MEASURES}
    for metric in ir_measures.iter_calc(list(names), qrels, found):
        scores[names[metric.measure]][metric.query_id] = float(metric.value)
    return scores


def _library_name(name: str) -> str:
    measure, _, cut = name.partition("@")
    return f"{_LIBRARY_NAMES.get(measure, measure)}@{cut}"
