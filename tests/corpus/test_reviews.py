"""Decisions about findings: only ever added to, the time kept, apart from the corpus's revision."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from corpus import Basis, CorpusStore, Review, Settings, Verdict
from tests.corpus.builders import regulation

BASES = (
    Basis("栖澜市河湖巡护条例", "《栖澜市河湖巡护条例》第一条第二款", "区人民政府做好配合。"),
    Basis("云岫省河湖条例", "《云岫省河湖条例》第三条", "=1+1，甲'乙\"丙\n丁"),
)
REVIEW = Review("ab" * 32, "undefined.division", BASES, ("区人民政府",), Verdict.REJECTED, "另有分工方案", "审核员")


@pytest.fixture
def store(tmp_path: Path) -> CorpusStore:
    return CorpusStore.open(Settings(tmp_path))


def test_a_decision_comes_back_whole_with_its_time(store: CorpusStore) -> None:
    store.review(REVIEW)
    (kept,) = store.reviews()
    assert (kept.bases, kept.bearers, kept.verdict) == (BASES, ("区人民政府",), Verdict.REJECTED)
    assert (kept.reason, kept.by, kept.is_withdrawn) == ("另有分工方案", "审核员", False)
    assert kept.at is not None


def test_a_given_time_is_kept(store: CorpusStore) -> None:
    day = datetime(2026, 3, 1, 9, 30)
    store.review(replace(REVIEW, at=day))
    assert store.reviews()[0].at == day


def test_decisions_are_added_never_overwritten(store: CorpusStore) -> None:
    for _ in range(3):
        store.review(REVIEW)
    assert len(store.reviews()) == 3
    assert store.review_revision() == 3


def test_a_decision_does_not_move_the_corpus_and_outlives_its_reopening(store: CorpusStore, tmp_path: Path) -> None:
    store.add(regulation())
    before = store.revision()
    store.review(REVIEW)
    assert store.revision() == before
    store.close()
    again = CorpusStore.open(Settings(tmp_path))
    assert [review.fingerprint for review in again.reviews()] == [REVIEW.fingerprint]
    again.close()
