"""What a person says of a text goes before what was read, for ever, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus import (
    Claim,
    ClaimError,
    ClaimSource,
    CorpusStore,
    Level,
    NormKind,
    ParsedText,
    Settings,
    Status,
    StoreError,
)
from tests.corpus.builders import TITLE, regulation


@pytest.fixture
def home(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "home")


@pytest.fixture
def store(home: Settings) -> CorpusStore:
    return CorpusStore.open(home)


def said(field: str, value: str) -> Claim:
    return Claim(field, value, ClaimSource.USER, "用户更正", "见市政府公报")


def later() -> ParsedText:
    return regulation("市水行政主管部门负责河湖巡护和救生。", date(2023, 1, 1))


def repealing(title: str = "栖澜市水域巡护条例", repeals: str = TITLE) -> ParsedText:
    text = regulation("市水行政主管部门负责水域巡护。", date(2024, 5, 1))
    instrument = replace(text.instrument, id="i-other", title=title)
    claims = (
        Claim("title", title, ClaimSource.TITLE_PAGE, "标题行", title),
        Claim("repeals", repeals, ClaimSource.TEXT, "同时废止", f"《{repeals}》同时废止"),
    )
    return replace(text, instrument=instrument, version=replace(text.version, instrument_id="i-other"), claims=claims)


def test_a_correction_describes_the_instrument_anew_and_a_withdrawal_brings_back_what_was_read(
    store: CorpusStore,
) -> None:
    version = store.add(regulation()).version_id
    before = store.summaries()[0]
    for claim in (said("kind", "地方政府规章"), said("territory", "浙江省/杭州市"), said("effective_on", "2021-03-01")):
        store.claim(version, claim)
    corrected = store.summaries()[0]
    assert corrected.instrument.kind is NormKind.GOVERNMENT_RULE
    assert corrected.instrument.territory.chain == ("浙江省", "杭州市")
    assert corrected.interval.starts_on == date(2021, 3, 1)
    assert store.claims(version)[0] == said("kind", "地方政府规章")
    assert [i.id for i in store.instruments()] == [corrected.instrument.id]
    for field in ("kind", "territory", "effective_on"):
        store.unclaim(version, field)
    assert store.summaries()[0] == before
    assert len(store.corrections(version)) == 3 + 3


def test_a_level_may_be_corrected_alone(store: CorpusStore) -> None:
    version = store.add(regulation()).version_id
    store.claim(version, said("level", "区县级"))
    assert store.instruments()[0].level is Level.COUNTY
    store.claim(version, said("territory", "杭州市"))
    store.unclaim(version, "level")
    assert store.instruments()[0].level is Level.MUNICIPAL


def test_kind_and_territory_hold_for_every_version_those_that_come_later_too(store: CorpusStore) -> None:
    first = store.add(regulation()).version_id
    store.claim(first, said("territory", "杭州市"))
    store.claim(first, said("kind", "规范性文件"))
    store.add(later())
    (instrument,) = store.instruments()
    assert (instrument.territory.name, instrument.kind) == ("杭州市", NormKind.NORMATIVE_DOCUMENT)
    assert [s.interval.ends_on for s in store.summaries()] == [date(2023, 1, 1), date.max]
    store.unclaim(first, "territory")
    assert [i.territory.name for i in store.instruments()] == ["栖澜市"]


def test_a_title_is_corrected_for_one_text_alone(store: CorpusStore) -> None:
    first, second = store.add(regulation()).version_id, store.add(later()).version_id
    store.claim(first, said("title", "《栖澜市湖泊巡护条例》"))
    titles = {s.id: s.instrument.title for s in store.summaries()}
    assert titles == {first: "栖澜市湖泊巡护条例", second: TITLE}


def test_an_instrument_is_described_as_the_version_that_starts_last(store: CorpusStore) -> None:
    store.add(later())
    older = regulation()
    older = replace(older, instrument=replace(older.instrument, issuing_authority="栖澜县人大常委会"))
    store.add(older)
    assert store.instruments()[0].issuing_authority == "栖澜市人大常委会"


def test_corrections_outlive_the_process_and_count_in_the_revision(home: Settings) -> None:
    store = CorpusStore.open(home)
    version = store.add(regulation()).version_id
    assert store.revision() == 1
    store.claim(version, said("document_number", "栖令〔2020〕1号"))
    store.close()
    again = CorpusStore.open(home)
    assert again.instruments()[0].document_number == "栖令〔2020〕1号"
    assert again.revision() == 1 + 1
    again.unclaim(version, "document_number")
    assert again.instruments()[0].document_number == ""
    assert again.revision() == 1 + 1 + 1


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("effective_on", "2024年5月1日", "日期不对"),
        ("effective_on", "2024-02-30", "日期不对"),
        ("kind", "条例", "没有这个文件类型"),
        ("level", "处级", "没有这个层级"),
        ("territory", "乌有市", "没有这个行政区域"),
        ("territory", "鼓楼区", "有几个同名的行政区域"),
        ("title", " ", "标题不能为空"),
        ("颜色", "红", "没有这个著录项"),
    ],
)
def test_a_value_that_cannot_be_right_is_refused(store: CorpusStore, field: str, value: str, message: str) -> None:
    version = store.add(regulation()).version_id
    with pytest.raises(ClaimError, match=message):
        store.claim(version, said(field, value))
    assert store.corrections(version) == ()


def test_a_correction_of_no_text_is_refused(store: CorpusStore) -> None:
    with pytest.raises(StoreError, match="没有这个文本版本"):
        store.claim("v-none", said("title", "栖澜市"))


def test_a_repealing_text_ends_what_it_names_from_its_day_and_says_by_what(store: CorpusStore) -> None:
    version = store.add(regulation()).version_id
    assert store.summaries()[0].status(date(2024, 6, 1)) is Status.IN_FORCE
    store.add(repealing())
    old = next(s for s in store.summaries() if s.id == version)
    assert old.status(date(2024, 4, 30)) is Status.IN_FORCE
    assert old.status(date(2024, 5, 1)) is Status.REPEALED
    assert old.interval.repealed_by is not None
    assert old.interval.repealed_by.by == "栖澜市水域巡护条例"
    assert store.version_in_force(old.instrument.id, date(2024, 4, 30)) is not None
    assert store.version_in_force(old.instrument.id, date(2024, 5, 1)) is None


@pytest.mark.parametrize("named", ["河湖巡护条例", "栖澜市河湖巡护条例实施细则", "霞屿县河湖巡护条例"])
def test_a_namesake_is_not_repealed(store: CorpusStore, named: str) -> None:
    version = store.add(regulation()).version_id
    store.add(repealing(repeals=named))
    assert next(s for s in store.summaries() if s.id == version).status(date(2024, 6, 1)) is Status.IN_FORCE


def test_a_text_that_repeals_its_own_forerunner_stays_in_force(store: CorpusStore) -> None:
    version = store.add(regulation()).version_id
    again = repealing(title=TITLE)
    old = regulation()
    store.add(
        replace(again, instrument=old.instrument, version=replace(again.version, instrument_id=old.instrument.id))
    )
    states = {s.id == version: s.status(date(2024, 6, 1)) for s in store.summaries()}
    assert states == {True: Status.REPEALED, False: Status.IN_FORCE}


def test_what_a_person_says_is_repealed_counts_in_place_of_what_was_read(store: CorpusStore) -> None:
    version = store.add(regulation()).version_id
    by = store.add(repealing(repeals="栖澜市渡口条例")).version_id
    store.claim(by, said("repeals", f"《{TITLE}》\n《栖澜市渡口条例》"))
    assert next(s for s in store.summaries() if s.id == version).status(date(2024, 6, 1)) is Status.REPEALED
    store.claim(by, said("repeals", ""))
    assert next(s for s in store.summaries() if s.id == version).status(date(2024, 6, 1)) is Status.IN_FORCE


@pytest.mark.parametrize(
    ("claims", "day"),
    [
        # An amended text keeps the clause of its first version.
        ([("first_effective_on", "2021-03-01", ClaimSource.TEXT)], date(2021, 3, 1)),
        # A text made anew repeals from its own day, whatever its forerunner's dates.
        ([("first_promulgated_on", "1998-01-05", ClaimSource.HISTORY)], date(2024, 5, 1)),
        (
            [
                ("first_promulgated_on", "1998-01-05", ClaimSource.HISTORY),
                ("effective_on", "2024-05-01", ClaimSource.TEXT),
            ],
            date(2024, 5, 1),
        ),
    ],
)
def test_a_repeal_counts_from_the_clause_that_it_stands_in(
    store: CorpusStore, claims: list[tuple[str, str, ClaimSource]], day: date
) -> None:
    version = store.add(regulation()).version_id
    text = repealing()
    dates = tuple(Claim(field, value, source, "施行") for field, value, source in claims)
    store.add(replace(text, claims=(*text.claims, *dates)))
    assert next(s for s in store.summaries() if s.id == version).interval.ends_on == day
