"""The description of a text on its page: claims with their sources, corrections, list columns, relations, uploads."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from corpus import (
    Claim,
    ClaimSource,
    ColumnRole,
    IngestRecord,
    Instrument,
    LandedText,
    Level,
    Membership,
    NormKind,
    PolicySet,
    Relation,
    RelationKind,
    Settings,
    Territory,
    gazetteer,
)
from duties import Role
from ingest import read_file
from ui.components.column_mapping import column_lines, column_rows, columns_of
from ui.components.description_panel import claim_rows
from ui.components.ingest_preview import look_at, preview_rows
from ui.components.ingest_report import record_rows
from ui.components.relation_list import relations_html, set_html, sets_of
from ui.services import Services

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "corpus" / "sample"
CITY = Territory("云岫省/栖澜市", "栖澜市", Level.MUNICIPAL, ("云岫省", "栖澜市"))
TITLE = "栖澜市湿地保护规定"
TEXT = f"""# {TITLE}

2023年5月20日 栖澜市人民代表大会常务委员会通过

<!-- INFO END -->

第一条 为了保护湿地，根据《云岫省湿地保护条例》，制定本规定。

第二条 市林业主管部门负责全市湿地保护工作。

第三条 本规定自2023年8月1日起施行。
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("description")
    (folder / "湿地.md").write_text(TEXT, encoding="utf-8")
    services = Services(Settings(folder / "data", threads=1))
    services.store.add(*read_file(folder / "湿地.md", services.gazetteer))
    services.close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUANZE_HOME", str(folder / "data"))
        patch.setenv("QUANZE_THREADS", "1")
        yield folder / "data"


@pytest.fixture
def app(home: Path) -> AppTest:
    services = Services(Settings(home))
    version = services.store.summaries()[0].id
    services.close()
    opened = AppTest.from_file(str(ROOT / "ui" / "app.py"), default_timeout=120)
    opened.run()
    opened.query_params["v"] = version
    opened.switch_page("views/browse.py").run()
    assert not opened.exception
    return opened


def html(app: AppTest) -> str:
    return "\n".join(e.proto.body for e in app.get("html") if "<script>" not in e.proto.body)


def press(app: AppTest, label: str) -> None:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception


def test_each_claim_tells_its_source_and_its_words_and_which_one_holds() -> None:
    claims = (
        Claim("effective_on", "2023-09-01", ClaimSource.USER, "用户更正"),
        Claim("level", "municipal", ClaimSource.TITLE_PAGE, "版头", "栖澜市人民政府文件"),
        Claim("effective_on", "2023-08-01", ClaimSource.TEXT, "施行日期条款", "自2023年8月1日起施行"),
        Claim("basis", "云岫省湿地保护条例", ClaimSource.TEXT, "根据", "根据《云岫省湿地保护条例》"),
        Claim("policy_part", "不在更正之列", ClaimSource.TEXT, "附件"),
    )
    rows = [(r["项目"], r["内容"], r["采用"], r["来源"], r["原文"]) for r in claim_rows(claims)]
    assert rows == [
        ("层级", "市级", "采用", "标题页", "栖澜市人民政府文件"),
        ("施行日期", "2023-09-01", "采用", "用户更正", ""),
        ("施行日期", "2023-08-01", "", "正文", "自2023年8月1日起施行"),
        ("制定依据", "云岫省湿地保护条例", "采用", "正文", "根据《云岫省湿地保护条例》"),
    ]


def test_a_correction_is_kept_shown_and_taken_back(app: AppTest, home: Path) -> None:
    field = next(box for box in app.selectbox if box.label == "更正项目")
    field.set_value("effective_on").run()
    box = next(box for box in app.text_input if box.label == "内容")
    assert box.value == "2023-08-01"
    box.set_value("八月").run()
    press(app, "保存更正")
    assert any("日期不对" in element.value for element in app.text)
    next(box for box in app.text_input if box.label == "内容").set_value("2023-09-01").run()
    press(app, "保存更正")
    assert "2023年9月1日" in html(app)
    services = Services(Settings(home))
    assert services.store.summaries()[0].interval.starts_on.isoformat() == "2023-09-01"
    services.close()
    press(app, "撤销更正")
    assert "2023年9月1日" not in html(app)
    assert "2023年8月1日" in html(app)


def test_the_columns_of_a_list_are_shown_with_their_use_and_first_value() -> None:
    places = gazetteer(SAMPLE / "territories.yaml")
    version = read_file(SAMPLE / "texts" / "栖澜市网格化服务管理责任清单.xlsx", places)[0].version
    columns = columns_of(version)
    rows = column_rows(version, columns, {"牵头单位": ColumnRole.LEAD})
    assert [row["列名"] for row in rows] == list(columns)
    assert next(row for row in rows if row["列名"] == "牵头单位")["用途"] == "牵头单位"
    assert next(row for row in rows if row["列名"] == "序号") == {"列名": "序号", "用途": "不采用", "例": "1"}


def test_only_what_a_person_changes_becomes_a_correction() -> None:
    known = {"承办": ColumnRole.RESPONSIBLE, "序号": ColumnRole.NUMBER}
    assert column_lines({"承办": "责任单位", "序号": "序号", "别的": "不采用"}, known) == ""
    assert column_lines({"承办": "牵头单位", "序号": "不采用"}, known) == "承办=牵头单位\n序号=不采用"


def instrument(title: str) -> Instrument:
    return Instrument(title, title, NormKind.POLICY_DOCUMENT, CITY)


def test_relations_name_both_directions_and_what_is_not_here(home: Path) -> None:
    mine, other = instrument("甲<办法>"), instrument("乙意见")
    said = (Relation(RelationKind.BASIS, mine, "丙条例", (), "根据《丙条例》"),)
    heard = (Relation(RelationKind.IMPLEMENTS, other, "甲<办法>", (mine,), ""),)
    shown = relations_html(said, heard)
    assert "依据 《丙条例》<span class='qz-tag'>不在语料库中</span>" in shown
    assert "实施本文件： 《乙意见》" in shown
    assert "没有读出与其他文件的关系" in relations_html((), ())


def test_a_policy_set_names_its_main_document_and_why_the_others_belong() -> None:
    main, part = instrument("栖澜市湿地保护意见"), instrument("栖澜市湿地<方案>")
    found = PolicySet(main.title, main, (Membership(part, "为贯彻落实《意见》", ClaimSource.TEXT),))
    shown = set_html(found)
    assert "文件集 1+1" in shown
    assert "《栖澜市湿地&lt;方案&gt;》" in shown
    assert "为贯彻落实《意见》" in shown
    assert sets_of((found,), part) == (found,)
    assert sets_of((found,), instrument("别的")) == ()


def test_a_look_at_a_file_tells_what_would_be_taken_in_or_why_not(tmp_path: Path) -> None:
    good, bad = tmp_path / "湿地.md", tmp_path / "坏.pdf"
    good.write_text(TEXT, encoding="utf-8")
    bad.write_bytes(b"%PDF-1.7 broken")
    heard: list[object] = []
    (row,) = preview_rows(look_at(good, gazetteer(), heard.append))
    assert (row["文件"], row["识别名称"], row["条"]) == ("湿地.md", TITLE, 3)
    (refused,) = preview_rows(look_at(bad, gazetteer(), heard.append))
    assert refused["文件"] == "坏.pdf"
    assert "坏.pdf" in str(refused["说明"])


def test_several_texts_of_one_file_have_a_line_each() -> None:
    texts = (LandedText("甲办法", "v1", 9, 3), LandedText("乙办法", "v2", 8, 2))
    rows = record_rows(IngestRecord("/x/汇编.docx", "ok", "甲办法", "v1", 9, 3, texts=texts))
    assert [(r["文件"], r["识别名称"], r["条"], r["条文单位"], r["说明"]) for r in rows] == [
        ("汇编.docx", "甲办法", 3, 9, "一个文件含 2 篇，第 1 篇"),
        ("汇编.docx", "乙办法", 2, 8, "一个文件含 2 篇，第 2 篇"),
    ]
    assert len(record_rows(IngestRecord("/x/单.docx", "ok", "甲", "v1", 9, 3, texts=texts[:1]))) == 1


def test_what_a_person_says_of_a_column_changes_the_duties_at_once(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    shutil.copyfile(SAMPLE / "territories.yaml", tmp_path / "data" / "territories-sample.yaml")
    services = Services(Settings(tmp_path / "data", threads=1))
    try:
        services.land([SAMPLE / "texts" / "栖澜市网格化服务管理责任清单.xlsx"])
        version = services.store.summaries()[0].id
        before = {duty.role for duty in services.analysis.duties()}
        lines = column_lines({"牵头单位": "不采用"}, {"牵头单位": ColumnRole.LEAD})
        services.correct(version, Claim("column", lines, ClaimSource.USER, "用户更正"))
        after = {duty.role for duty in services.analysis.duties()}
        assert Role.LEAD in before
        assert Role.LEAD not in after
        services.withdraw(version, "column")
        assert {duty.role for duty in services.analysis.duties()} == before
    finally:
        services.close()
