"""The store keeps all of a text or nothing, the same file once, and every version with its interval."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from corpus import (
    ClaimSource,
    CorpusStore,
    Dates,
    EId,
    IngestRecord,
    Reference,
    ReferenceKind,
    Remark,
    RemarkKind,
    Settings,
    Status,
    StoreError,
    gazetteer,
    intervals,
    resolve_dates,
    resolve_instrument,
)
from corpus.store import rows
from tests.corpus import builders


@pytest.fixture
def store(tmp_path: Path) -> CorpusStore:
    return CorpusStore.open(Settings(tmp_path / "home"))


def test_a_text_comes_back_as_it_went_in(store: CorpusStore) -> None:
    text = builders.regulation()
    assert store.add(text).status == "ok"
    assert store.version(text.version.id) == text.version
    assert store.instruments() == (text.instrument,)
    claims = store.claims(text.version.id)
    assert claims[: len(text.claims)] == text.claims
    assert {c.source for c in claims[len(text.claims) :]} == {ClaimSource.DEFAULT}
    assert resolve_instrument(claims, gazetteer()) == text.instrument
    assert resolve_dates(claims) == text.version.dates
    assert store.original(text.version.id) == text.original


def test_remarks_original_characters_and_cells_come_back(store: CorpusStore) -> None:
    text = builders.regulation()
    remark = Remark(RemarkKind.LOW_CONFIDENCE, 4, 6, "识别置信度低", confidence=0.5)
    version, eid = text.version, EId("art_1")
    row = replace(version.provisions[-1], cells=(("责任单位", "区人民政府"),))
    through = Reference(eid, 4, 6, "市水", None, eid, kind=ReferenceKind.BASIS, through=eid)
    version = replace(
        version,
        provisions=(*version.provisions[:-1], row),
        references=(through,),
        remarks=(remark,),
        original_text=version.text.replace("条", "條"),
        incomplete=("文末没有施行日期条款",),
    )
    store.add(replace(text, version=version))
    assert store.version(version.id) == version
    assert store.version(version.id).as_written(version.provisions[0]).startswith("第一條")
    assert version.remarks_in(version.provisions[-1]) == ()
    assert store.summaries()[0].incomplete == version.incomplete


def test_the_texts_of_one_file_land_together_or_not_at_all(store: CorpusStore) -> None:
    first = builders.regulation()
    second = replace(first, version=replace(first.version, id="v2"))
    with pytest.raises(StoreError):
        store.add(first, replace(second, version=replace(second.version, text=None)))  # type: ignore[arg-type]
    assert store.summaries() == ()
    assert store.add(first, second).status == "ok"
    assert [summary.id for summary in store.summaries()] == [first.version.id, "v2"]


def test_a_database_of_an_earlier_release_gets_the_columns_that_came_later(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "home")
    CorpusStore.open(settings).close()
    engine = create_engine(settings.sql_url)
    with engine.begin() as connection:
        for table, column in (("versions", "incomplete"), ("provisions", "cells"), ("provision_references", "kind")):
            connection.execute(text(f"ALTER TABLE {table} DROP COLUMN {column}"))
    engine.dispose()
    store = CorpusStore.open(settings)
    assert store.add(builders.regulation()).status == "ok"
    assert store.version(builders.regulation().version.id) == builders.regulation().version


def test_the_same_file_twice_is_one_version(store: CorpusStore) -> None:
    first, again = store.add(builders.regulation()), store.add(builders.regulation())
    assert (first.status, again.status) == ("ok", "duplicate")
    assert first.version_id == again.version_id
    assert len(store.summaries()) == 1
    assert store.revision() == 1


def test_a_changed_file_is_a_new_version_and_the_old_one_stays(store: CorpusStore) -> None:
    old, new = builders.regulation(), builders.regulation("市水务部门负责河湖巡护。", date(2024, 5, 1))
    store.add(old)
    store.add(new)
    before, after = store.summaries()
    assert before.instrument == after.instrument
    assert (before.interval.starts_on, before.interval.ends_on) == (date(2020, 1, 1), date(2024, 5, 1))
    assert before.status(date(2024, 4, 30)) is Status.IN_FORCE
    assert before.status(date(2024, 5, 1)) is Status.AMENDED
    assert after.status(date(2024, 4, 30)) is Status.NOT_YET


def test_of_two_texts_that_start_on_one_day_the_one_made_public_later_holds() -> None:
    day = date(2022, 5, 1)
    early, late = (
        Dates(promulgated_on=date(2022, 4, 4), effective_on=day),
        Dates(promulgated_on=date(2022, 4, 24), effective_on=day),
    )
    spans = intervals([("late", late), ("early", early)])
    assert spans["late"].status(day) is Status.IN_FORCE
    assert spans["early"].status(day) is Status.AMENDED


@pytest.mark.parametrize(
    ("day", "body"),
    [(date(2024, 4, 30), "水行政主管部门"), (date(2024, 5, 1), "水务部门"), (date(2030, 1, 1), "水务部门")],
)
def test_the_text_in_force_on_a_day(store: CorpusStore, day: date, body: str) -> None:
    store.add(builders.regulation("市水务部门负责河湖巡护。", date(2024, 5, 1)))
    store.add(builders.regulation())
    version = store.version_in_force(store.instruments()[0].id, day)
    assert version is not None
    assert body in version.text


def test_no_text_is_in_force_before_the_first(store: CorpusStore) -> None:
    store.add(builders.regulation())
    assert store.version_in_force(store.instruments()[0].id, date(2019, 12, 31)) is None


def test_a_failed_write_leaves_nothing(store: CorpusStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(version_id: str, claims: object) -> list[dict[str, object]]:
        raise OperationalError("disk full", None, Exception())

    monkeypatch.setattr(rows, "claim_values", breaks)
    with pytest.raises(StoreError, match="写入语料库失败"):
        store.add(builders.regulation())
    assert store.instruments() == ()
    assert store.summaries() == ()
    monkeypatch.undo()
    assert store.add(builders.regulation()).status == "ok"


def test_titles_are_found_whole_never_in_part(store: CorpusStore) -> None:
    store.add(builders.regulation())
    assert [i.title for i in store.titled("《栖澜市河湖巡护条例》")] == [builders.TITLE]
    assert store.titled("河湖巡护条例") == ()
    assert store.titled("栖澜市河湖巡护条例实施细则") == ()


def test_an_unknown_version_is_named(store: CorpusStore) -> None:
    with pytest.raises(StoreError, match="没有这个文本版本"):
        store.version("v0")


def test_records_come_newest_first(store: CorpusStore) -> None:
    store.record(IngestRecord("甲.md", "ok", "甲条例"))
    store.record(IngestRecord("乙.md", "failed", error="空文件"))
    assert [(r.path, r.status, r.error) for r in store.records()] == [
        ("乙.md", "failed", "空文件"),
        ("甲.md", "ok", ""),
    ]
    assert len(store.records(limit=1)) == 1


def test_a_second_process_sees_what_has_landed(tmp_path: Path) -> None:
    one, other = (CorpusStore.open(Settings(tmp_path)) for _ in range(2))
    one.add(builders.regulation())
    assert other.revision() == 1
    assert other.add(builders.regulation()).status == "duplicate"


def test_a_database_that_cannot_be_opened_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where the folder should be")
    with pytest.raises(StoreError, match="无法打开语料库"):
        CorpusStore.open(Settings(tmp_path / "home"))


def test_children_and_grouping_follow_the_text() -> None:
    version = builders.regulation().version
    assert [p.eid for p in version.children(EId("art_1"))] == ["art_1__para_1", "art_1__para_2"]
    article = version.provision(EId("art_1"))
    assert article is not None
    assert version.whole_text(article) == version.text
