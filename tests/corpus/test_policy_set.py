"""Which documents make a set (文件集), by their own words and by what people say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus import (
    Claim,
    ClaimSource,
    CorpusStore,
    Instrument,
    Level,
    NormKind,
    ParsedText,
    RelationKind,
    Settings,
    Territory,
    instrument_id,
    policy_sets,
    relations_of,
    relations_to,
)
from tests.corpus.builders import CITY, TITLE, regulation

MAIN = "中共栖澜市委 栖澜市人民政府关于加强河湖保护的意见"
WHY = f"为贯彻落实《{MAIN}》，制定本方案"
DISTRICT = Territory("云岫省/栖澜市/望汐区", "望汐区", Level.COUNTY, ("云岫省", "栖澜市", "望汐区"))


@pytest.fixture
def store(tmp_path: Path) -> CorpusStore:
    return CorpusStore.open(Settings(tmp_path / "home"))


def document(title: str, *claims: tuple[str, str], place: Territory = CITY, number: str = "") -> ParsedText:
    text = regulation(f"{title}。")
    kind = NormKind.POLICY_DOCUMENT
    instrument = Instrument(instrument_id(title, place), title, kind, place, document_number=number)
    read = tuple(Claim(field, value, ClaimSource.TEXT, "正文", WHY) for field, value in claims)
    return replace(text, instrument=instrument, version=replace(text.version, instrument_id=instrument.id), claims=read)


def said(field: str, value: str) -> Claim:
    return Claim(field, value, ClaimSource.USER, "用户更正")


def names(store: CorpusStore) -> list[tuple[str, str, list[str]]]:
    return [(s.name, s.formula, [m.instrument.title for m in s.supporting]) for s in policy_sets(store)]


def test_a_main_document_and_those_made_to_carry_it_out_are_a_set(store: CorpusStore) -> None:
    for number, title in ((21, "栖澜市清淤方案"), (9, "栖澜市护岸方案")):
        store.add(document(title, ("policy_set", MAIN), number=f"栖委办发〔2024〕{number}号"))
    store.add(document(MAIN))
    (found,) = policy_sets(store)
    assert found.main is not None
    assert found.formula == "1+2"
    assert [m.instrument.title for m in found.supporting] == ["栖澜市护岸方案", "栖澜市清淤方案"]
    assert found.supporting[0].why == WHY


def test_the_blank_between_joint_issuers_does_not_part_a_set(store: CorpusStore) -> None:
    store.add(document(MAIN.replace(" ", "")))
    store.add(document("栖澜市清淤方案", ("policy_set", MAIN)))
    assert names(store) == [(MAIN.replace(" ", ""), "1+1", ["栖澜市清淤方案"])]


def test_a_districts_own_measures_and_laws_are_no_part_of_the_citys_set(store: CorpusStore) -> None:
    store.add(document(MAIN))
    store.add(document("望汐区清淤方案", ("policy_set", MAIN), place=DISTRICT))
    store.add(replace(regulation(), claims=(Claim("policy_set", MAIN, ClaimSource.TEXT, "正文", WHY),)))
    assert names(store) == []


def test_a_main_document_may_name_its_own(store: CorpusStore) -> None:
    store.add(document("栖澜市清淤方案"))
    store.add(
        document(MAIN, ("policy_set", MAIN), ("policy_part", "栖澜市清淤方案"), ("policy_part", "栖澜市无此方案"))
    )
    assert names(store) == [(MAIN, "1+1", ["栖澜市清淤方案"])]


def test_without_the_main_document_two_must_speak_of_it(store: CorpusStore) -> None:
    store.add(document("栖澜市清淤方案", ("policy_set", MAIN)))
    assert names(store) == []
    store.add(document("栖澜市护岸方案", ("policy_set", MAIN)))
    assert names(store) == [(MAIN, "1+2", ["栖澜市护岸方案", "栖澜市清淤方案"])]


def test_a_person_puts_documents_in_and_takes_them_out(store: CorpusStore) -> None:
    store.add(document(MAIN))
    dredging = store.add(document("栖澜市清淤方案", ("policy_set", MAIN))).version_id
    district = store.add(document("望汐区清淤方案", place=DISTRICT)).version_id
    store.claim(district, said("policy_set", f"《{MAIN}》"))
    assert names(store) == [(MAIN, "1+2", ["望汐区清淤方案", "栖澜市清淤方案"])]
    store.claim(dredging, said("policy_set", ""))
    assert names(store) == [(MAIN, "1+1", ["望汐区清淤方案"])]
    store.unclaim(district, "policy_set")
    assert names(store) == []


def test_relations_lead_to_the_instruments_of_the_corpus_both_ways(store: CorpusStore) -> None:
    law = store.add(regulation()).version_id
    plan = store.add(document("望汐区清淤方案", ("basis", TITLE), ("implements", "河湖法"), place=DISTRICT)).version_id
    found = relations_of(store, plan)
    assert [(r.kind, r.title, [t.title for t in r.targets]) for r in found] == [
        (RelationKind.IMPLEMENTS, "河湖法", []),
        (RelationKind.BASIS, TITLE, [TITLE]),
    ]
    target = store.instrument(store.version(law).instrument_id)
    assert target is not None
    assert [(r.kind, r.source.title) for r in relations_to(store, target)] == [(RelationKind.BASIS, "望汐区清淤方案")]


def test_a_title_in_the_text_of_one_city_is_never_another_citys(store: CorpusStore) -> None:
    store.add(regulation())
    elsewhere = Territory("云岫省/雾屿市", "雾屿市", Level.MUNICIPAL, ("云岫省", "雾屿市"))
    plan = store.add(document("雾屿市清淤方案", ("basis", TITLE), place=elsewhere)).version_id
    assert [r.targets for r in relations_of(store, plan)] == [()]
