"""Derived rows: what holds under its key is read back, what does not is passed over, two writers do no harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import CorpusStore, Settings, release_of


@pytest.fixture
def store(tmp_path: Path) -> CorpusStore:
    return CorpusStore.open(Settings(home=tmp_path))


def test_what_was_kept_under_the_same_key_is_read_back(store: CorpusStore) -> None:
    assert store.derived.keep("duties", {"v1": ("k1", b"one"), "v2": ("k2", b"two")})
    assert store.derived.read("duties", {"v1": "k1", "v2": "other", "v3": "k3"}) == {"v1": b"one"}
    assert store.derived.read("findings", {"v1": "k1"}) == {}


def test_a_new_key_takes_the_place_of_the_old_one(store: CorpusStore) -> None:
    store.derived.keep("duties", {"v1": ("k1", b"one")})
    store.derived.keep("duties", {"v1": ("k2", b"two")})
    assert (store.derived.read("duties", {"v1": "k1"}), store.derived.read("duties", {"v1": "k2"})) == (
        {},
        {"v1": b"two"},
    )


def test_more_subjects_than_one_statement_takes(store: CorpusStore) -> None:
    rows = {f"v{number}": (f"k{number}", b"x") for number in range(1500)}
    assert store.derived.keep("duties", rows)
    assert len(store.derived.read("duties", {subject: key for subject, (key, _) in rows.items()})) == 1500


def test_a_second_process_reads_and_writes_the_same_rows(store: CorpusStore, tmp_path: Path) -> None:
    beside = CorpusStore.open(Settings(home=tmp_path))
    store.derived.keep("duties", {"v1": ("k1", b"one")})
    assert beside.derived.keep("duties", {"v1": ("k1", b"one")})
    assert store.derived.read("duties", {"v1": "k1"}) == beside.derived.read("duties", {"v1": "k1"}) == {"v1": b"one"}


def test_keeping_changes_no_revision_and_a_lost_database_is_no_error(store: CorpusStore) -> None:
    before = store.revision()
    store.derived.keep("duties", {"v1": ("k1", b"one")})
    assert store.revision() == before
    assert store.derived.keep("duties", {"v1": ("k" * 64, None)}) is False  # type: ignore[dict-item]
    assert store.derived.read("duties", {"v1": "k1"}) == {"v1": b"one"}


def test_a_release_is_told_by_its_code_and_tables(tmp_path: Path) -> None:
    for name in ("one", "two", "three"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "rule.py").write_text("A = 1\n")
        (tmp_path / name / "words.yaml").write_text("- 绿道\n", encoding="utf-8")
    (tmp_path / "two" / "words.yaml").write_text("- 公园\n", encoding="utf-8")
    (tmp_path / "three" / "note.txt").write_text("no rule")
    one, two, three = (release_of(tmp_path / name) for name in ("one", "two", "three"))
    assert (one == two, one == three) == (False, True)
