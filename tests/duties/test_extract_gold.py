"""Duty rows against annotated texts; the floors lie under the figures reached, so that a step back is seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.duties import Collection, annotated, sample
from eval.matching import Pair, Score, accuracy, by_group, pair_duties

SHARED = Path(__file__).resolve().parents[2].parent / "shared"


def duty_score(collection: Collection) -> tuple[Score, dict[str, float]]:
    total = Score(0, 0, 0)
    pairs: list[Pair] = []
    for doc, rows in by_group(collection.duties, lambda row: str(row["doc"])).items():
        predicted = [duty.as_row() for text in collection.read if text.doc == doc for duty in text.duties]
        found = pair_duties(rows, predicted)
        total += Score(len(found), len(predicted), len(rows))
        pairs.extend(found)
    return total, {field: accuracy(pairs, field) for field in ("role", "modality", "levels")}


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the annotated texts are not beside the repository")
def test_duties_of_the_annotated_texts() -> None:
    score, judged = duty_score(annotated(SHARED / "gold", SHARED / "laws"))
    assert score.f1 >= 0.90
    assert judged["role"] >= 0.90
    assert judged["modality"] >= 0.95
    assert judged["levels"] >= 0.88


def test_duties_of_the_sample_corpus() -> None:
    score, judged = duty_score(sample())
    assert score.f1 >= 0.92
    assert judged["role"] >= 0.85
