"""A batch: each file whole or not at all, the failures told, the rest done."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus import CorpusStore, IngestRecord, Settings
from ingest import find_files, ingest_paths
from tests.ingest.texts import GAZETTEER, REGULATION


@pytest.fixture
def store(tmp_path: Path) -> CorpusStore:
    return CorpusStore.open(Settings(home=tmp_path / "home"))


def test_one_bad_file_stops_no_other_and_leaves_nothing(tmp_path: Path, store: CorpusStore) -> None:
    (tmp_path / "a.txt").write_text(REGULATION, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (tmp_path / "c.txt").write_text(REGULATION, encoding="utf-8")
    heard: list[IngestRecord] = []
    records = ingest_paths([tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.txt"], store, GAZETTEER, heard.append)
    assert [record.status for record in records] == ["ok", "failed", "duplicate"]
    assert heard == list(records)
    assert "不是文本文件，而是PNG 图片（b.txt）" in records[1].error
    assert (records[0].articles, records[0].title) == (5, "栖澜市河湖巡护条例")
    assert len(store.summaries()) == 1
    assert {record.status for record in store.records()} == {"ok", "failed", "duplicate"}


def test_what_lands_is_what_was_read(tmp_path: Path, store: CorpusStore) -> None:
    path = tmp_path / "a.txt"
    path.write_text(REGULATION, encoding="utf-8")
    version = store.version(ingest_paths([path], store, GAZETTEER)[0].version)
    assert store.original(version.id) == path.read_bytes()
    assert all(version.text[r.start : r.end] == r.quote for r in version.references)


def test_folders_are_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("乙/b.txt", "甲/a.txt", ".隐/c.txt", "甲/~$a.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    missing = tmp_path / "没有.txt"
    names = [path.name for path in find_files([tmp_path, missing, tmp_path / "甲"])]
    assert names == ["b.txt", "a.txt", "没有.txt"]


def test_a_second_run_finds_everything_there(tmp_path: Path, store: CorpusStore) -> None:
    path = tmp_path / "a.txt"
    path.write_text(REGULATION, encoding="utf-8")
    (first,), (second,) = (ingest_paths([path], store, GAZETTEER) for _ in range(2))
    assert (first.status, second.status) == ("ok", "duplicate")
    assert (second.title, second.version, second.provisions) == (first.title, first.version, first.provisions)
    assert (second.articles, store.revision()) == (5, 1)


def test_a_link_to_nowhere_is_told_and_one_to_a_folder_is_not_followed(tmp_path: Path, store: CorpusStore) -> None:
    (tmp_path / "甲").mkdir()
    (tmp_path / "甲/a.txt").write_text(REGULATION, encoding="utf-8")
    (tmp_path / "甲/回").symlink_to(tmp_path / "甲")
    (tmp_path / "甲/z.txt").symlink_to(tmp_path / "没有.txt")
    records = ingest_paths([tmp_path / "甲"], store, GAZETTEER)
    assert [(Path(record.path).name, record.status) for record in records] == [("a.txt", "ok"), ("z.txt", "failed")]
    assert "文件不存在" in records[1].error


def test_a_folder_that_cannot_be_opened_is_told(
    tmp_path: Path, store: CorpusStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut = tmp_path / "乙"
    shut.mkdir()

    def walk(_: Path, onerror: Callable[[OSError], None]) -> Iterator[tuple[str, list[str], list[str]]]:
        onerror(PermissionError(13, "Permission denied", str(shut)))
        return iter(())

    monkeypatch.setattr(os, "walk", walk)
    monkeypatch.setattr(os, "access", lambda path, _: path != shut)
    (record,) = ingest_paths([tmp_path], store, GAZETTEER)
    assert (record.status, "文件夹无法打开" in record.error) == ("failed", True)


def test_a_pipe_is_no_file(tmp_path: Path, store: CorpusStore) -> None:
    (tmp_path / "丙").mkdir()
    os.mkfifo(tmp_path / "丙/管道")
    assert find_files([tmp_path / "丙"]) == ()
    assert "这不是普通文件" in ingest_paths([tmp_path / "丙/管道"], store, GAZETTEER)[0].error
