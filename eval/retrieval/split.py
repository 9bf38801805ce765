"""The questions to train on and the fifth that is held out to choose by."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.retrieval.provision_id import gold_id

SEED = 0
ONE_IN = 5

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Split:
    """``unseen`` are the ids of held out questions none of whose gold articles is gold of a question to train on."""

    training: tuple[Row, ...]
    held_out: tuple[Row, ...]
    unseen: frozenset[str]


def held_out(rows: Sequence[Row]) -> Split:
    """A fifth of the questions, drawn with seed 0; the same whatever the order of ``rows``.

    Rows that ask the same go to the same side.

    >>> rows = [{"id": str(n), "question": f"谁管{n}？", "gold": [{"doc": "云岫法", "article": n}]} for n in range(10)]
    >>> [row["id"] for row in held_out(rows).held_out]
    ['6', '9']
    """
    questions = sorted({str(row["question"]) for row in rows})
    drawn = set(random.Random(SEED).sample(questions, len(questions) // ONE_IN))
    training = tuple(row for row in rows if row["question"] not in drawn)
    kept = tuple(row for row in rows if row["question"] in drawn)
    known = {gold for row in training for gold in gold_ids(row)}
    return Split(training, kept, frozenset(str(row["id"]) for row in kept if not known & gold_ids(row)))


def gold_ids(row: Row) -> frozenset[str]:
    """The ids of the provisions that answer a row's question."""
    gold = row["gold"]
    return (
        frozenset(gold_id(place) for place in gold if isinstance(place, Mapping))
        if isinstance(gold, list)
        else frozenset()
    )
