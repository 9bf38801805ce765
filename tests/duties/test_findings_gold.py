"""Findings on annotated texts: the real ones of the shared folder where it is there, and the sample corpus."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

import corpus.sample
from corpus import Gazetteer, gazetteer
from duties import FindingKind, ReadText, extract_duties, find_findings
from ingest import find_files, read_file

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
SAMPLE = Path(corpus.sample.__file__).parent
BRAIN = "杭州城市大脑赋能城市治理促进条例"
Row = dict[str, Any]

needs_shared = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="no ../shared with annotated texts")


def _text(path: Path, places: Gazetteer) -> ReadText:
    parsed = read_file(path, places)[0]
    return ReadText(parsed.instrument, parsed.version, extract_duties(parsed.instrument, parsed.version))


def _rows(files: Iterable[Path]) -> list[Row]:
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines() if line]


@lru_cache(maxsize=1)
def _shared_found() -> list[Row]:
    titles = [file.stem for file in sorted((SHARED / "gold/findings").glob("*.jsonl"))]
    newest = [max((SHARED / "laws").rglob(f"{title}(*.md")) for title in titles]
    return [f.as_row() for f in find_findings([_text(path, gazetteer()) for path in newest])]


def _sample_found() -> list[Row]:
    places = gazetteer(SAMPLE / "territories.yaml")
    return [f.as_row() for f in find_findings([_text(path, places) for path in find_files([SAMPLE / "texts"])])]


def _places(row: Row) -> set[tuple[str, object, object]]:
    return {(place["doc"], place["article"], place["paragraph"]) for place in (row, *row["also"])}


def _agree(one: Row, other: Row) -> bool:
    return one["kind"] == other["kind"] and bool(_places(one) & _places(other))


def _f1(found: list[Row], gold: list[Row]) -> float:
    right = sum(any(_agree(row, true) for true in gold) for row in found)
    known = sum(any(_agree(row, true) for row in found) for true in gold)
    precision, recall = right / max(len(found), 1), known / max(len(gold), 1)
    return 2 * precision * recall / max(precision + recall, 1e-9)


@needs_shared
@pytest.mark.parametrize(
    ("kind", "article", "paragraph"),
    [
        (FindingKind.UNDEFINED_LEVEL, 6, 1),
        (FindingKind.UNDEFINED_LEVEL, 6, 2),
        (FindingKind.UNDEFINED_DESIGNATION, 6, 2),
        (FindingKind.UNDEFINED_DIVISION, 6, 3),
        (FindingKind.UNDEFINED_CONTENT, 6, 2),
        (FindingKind.UNDEFINED_CONTENT, 6, 3),
        (FindingKind.OVERLAP_LEVEL, 7, 2),
        (FindingKind.UNDEFINED_SUBJECT, 17, 1),
    ],
)
def test_what_the_published_study_of_one_regulation_found_is_found(
    kind: FindingKind, article: int, paragraph: int
) -> None:
    seen = {(row["kind"], row["article"], row["paragraph"]) for row in _shared_found() if row["doc"] == BRAIN}
    assert (kind.value, article, paragraph) in seen


@needs_shared
def test_real_texts_agree_with_their_annotation() -> None:
    gold = _rows(sorted((SHARED / "gold/findings").glob("*.jsonl")))
    assert _f1(_shared_found(), gold) >= 0.9


def test_the_sample_corpus_agrees_with_its_annotation() -> None:
    assert _f1(_sample_found(), _rows([SAMPLE / "gold/findings.jsonl"])) >= 0.8
