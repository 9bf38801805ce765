"""An answer says under itself what must be known of the texts it quotes: gaps, doubts, the characters of the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from answers import Answerer, Caution, Question, Quotation, Statement
from answers.caution import cautions_of, with_remarks
from answers.draft import Draft
from answers.library import Library
from answers.wording import word_answer
from corpus import CorpusStore, EId, Remark, RemarkKind, Settings, gazetteer
from index import SearchIndex
from ingest import read_file

TITLE = "栖澜市井盖管理规定"
TEXT = f"""# {TITLE}

2023年5月20日 栖澜市人民代表大会常务委员会通过

<!-- INFO END -->

第一条 为了加强井盖管理，制定本规定。

第二条 市城市管理部门统筹负责全市井盖管理工作。

第四条 本规定自2023年8月1日起施行。
"""
WORDS = "市城市管理部门统筹负责全市井盖管理工作。"
WRITTEN = "市城市管理部門統籌負責全市井蓋管理工作。"


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(home=tmp_path_factory.mktemp("caution"), threads=1)


@pytest.fixture(scope="module")
def store(settings: Settings) -> Iterator[CorpusStore]:
    """One text that was read from a poor scan in traditional characters and lacks its third article."""
    file = settings.home / "井盖.md"
    file.write_text(TEXT, encoding="utf-8")
    parsed = read_file(file, gazetteer())[0]
    version = parsed.version
    at = version.text.index("城市管理")
    remarks = (
        Remark(RemarkKind.LOW_CONFIDENCE, at, at + 4, "请核对原件", confidence=0.41),
        Remark(RemarkKind.TRACKED, at - 1, at, "有修订", original="区"),
        Remark(RemarkKind.FOOTNOTE, 0, 2, "与引文无关"),
    )
    changed = replace(
        version,
        remarks=remarks,
        original_text=version.text.replace(WORDS, WRITTEN),
        incomplete=("缺第三条",),
        warnings=("甲", "乙", "丙", "丁"),
    )
    opened = CorpusStore.open(settings)
    opened.add(replace(parsed, version=changed))
    yield opened
    opened.close()


@pytest.fixture
def statements(store: CorpusStore) -> tuple[Statement, ...]:
    version = store.summaries()[0].id
    quotation = Quotation(TITLE, version, EId("art_2__para_1"), f"《{TITLE}》第二条", WORDS)
    return with_remarks([Statement(WORDS, (quotation,))], Library(store))


def test_a_quotation_bears_the_remarks_on_its_own_words(statements: tuple[Statement, ...]) -> None:
    (quotation,) = statements[0].quotations
    assert [(r.kind, quotation.quote[r.start : r.end]) for r in quotation.remarks] == [
        (RemarkKind.LOW_CONFIDENCE, "城市管理"),
        (RemarkKind.TRACKED, "市"),
    ]
    assert quotation.as_written == WRITTEN


def test_a_remark_that_reaches_beyond_the_quotation_is_cut_to_it(store: CorpusStore) -> None:
    version = store.summaries()[0].id
    quotation = Quotation(TITLE, version, EId("art_2__para_1"), f"《{TITLE}》第二条", "管理部门统筹负责")
    ((cut,),) = (q.remarks for s in with_remarks([Statement("", (quotation,))], Library(store)) for q in s.quotations)
    assert (cut.start, cut.end) == (0, 2)


def test_what_is_said_of_the_text_stands_before_what_is_said_of_the_words(
    statements: tuple[Statement, ...], store: CorpusStore
) -> None:
    version, place = store.summaries()[0].id, f"《{TITLE}》第二条"
    assert cautions_of((*statements, *statements), Library(store)) == (
        Caution(TITLE, version, "", "文本可能不完整：缺第三条"),
        Caution(TITLE, version, "", "读取时需留意：甲；乙；丙等4处"),
        Caution(TITLE, version, place, "“城市管理”识别存疑：请核对原件"),
        Caution(TITLE, version, place, "“市”修订痕迹：有修订，原为“区”"),
    )


def test_the_answers_text_ends_with_the_sources_characters_and_the_cautions(
    statements: tuple[Statement, ...], store: CorpusStore
) -> None:
    cautions = cautions_of(statements, Library(store))
    answer = word_answer(Question("？"), Draft(notes=("所称按此理解。",)), statements, (), cautions)
    assert answer.text.split("\n") == [
        f"{WORDS}（《{TITLE}》第二条）",
        "所称按此理解。",
        f"原文字形：“{WRITTEN}”（《{TITLE}》第二条）",
        f"提示：《{TITLE}》文本可能不完整：缺第三条",
        f"提示：《{TITLE}》读取时需留意：甲；乙；丙等4处",
        f"提示：《{TITLE}》第二条“城市管理”识别存疑：请核对原件",
        f"提示：《{TITLE}》第二条“市”修订痕迹：有修订，原为“区”",
    ]


def test_a_whole_text_without_remarks_brings_no_caution(tmp_path: Path) -> None:
    file = tmp_path / "井盖.md"
    file.write_text(TEXT.replace("第四条", "第三条"), encoding="utf-8")
    parsed = read_file(file, gazetteer())[0]
    store = CorpusStore.open(Settings(home=tmp_path / "data", threads=1))
    try:
        store.add(replace(parsed, version=replace(parsed.version, warnings=(), incomplete=())))
        quotation = Quotation(TITLE, parsed.version.id, EId("art_2__para_1"), f"《{TITLE}》第二条", WORDS)
        plain = with_remarks([Statement(WORDS, (quotation,))], Library(store))
        assert plain == (Statement(WORDS, (quotation,)),)
        assert cautions_of(plain, Library(store)) == ()
    finally:
        store.close()


def test_a_question_answered_from_a_doubtful_text_is_answered_with_its_cautions(
    settings: Settings, store: CorpusStore
) -> None:
    index = SearchIndex.open(settings, store)
    try:
        index.sync()
        answer = Answerer(index, store).ask(Question("栖澜市井盖管理由哪个部门统筹负责？"))
    finally:
        index.close()
    assert not answer.refused
    row = answer.as_row()
    assert {
        "doc": TITLE,
        "version": store.summaries()[0].id,
        "citation": None,
        "note": "文本可能不完整：缺第三条",
    } in row["notes"]  # type: ignore[operator]
    assert "提示：《栖澜市井盖管理规定》文本可能不完整：缺第三条" in answer.text
    assert row["citations"][0]["as_written"] in WRITTEN  # type: ignore[index]
