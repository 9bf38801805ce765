"""Exports: what a spreadsheet opens is complete, readable and never a formula."""

from __future__ import annotations

import csv
import io
import json
import time
from collections.abc import Callable

import pytest
from docx import Document
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from corpus import (
    Dates,
    EId,
    Instrument,
    Level,
    NormKind,
    Provision,
    ProvisionKind,
    Review,
    SourceFile,
    Territory,
    Verdict,
    Version,
)
from duties import (
    Comparable,
    Duty,
    Finding,
    FindingKind,
    FindingPlace,
    Modality,
    ReadText,
    Role,
    Suggestion,
    build_matrix,
    group_matters,
    judge,
    scope_of,
)
from ui.exports import (
    Table,
    duty_table,
    finding_table,
    matrix_provisions,
    matrix_table,
    table_rows,
    write_csv,
    write_docx,
    write_json,
    write_xlsx,
)

RISKY = ("=1+1", "+甲", "-乙", "@SUM(A1)", "\t=1", " =1", "＝1", '=HYPERLINK("http://x","点")')
TABLE = Table("职责", ("序号", "事项"), tuple(enumerate((*RISKY, "网格管理", "第一行\n第二行"), start=1)))
TITLE = "栖澜市网格化服务管理条例"
TEXT = "第六条 市网格办负责网格工作。\n街道办事处应当做好相关工作。"


@pytest.fixture(scope="module")
def text() -> ReadText:
    city = Territory("云岫省/栖澜市", "栖澜市", Level.MUNICIPAL, ("云岫省", "栖澜市"))
    first, second = TEXT.split("\n")
    provisions = (
        Provision(EId("art_6"), ProvisionKind.ARTICLE, "第六条", "", "", 0, len(TEXT)),
        Provision(EId("art_6__para_1"), ProvisionKind.PARAGRAPH, "", "", first[4:], 4, len(first)),
        Provision(EId("art_6__para_2"), ProvisionKind.PARAGRAPH, "", "", second, len(first) + 1, len(TEXT)),
    )
    source = SourceFile("ab" * 32, "网格.md", "text/markdown", 10)
    version = Version("v1", "i1", source, TEXT, Dates(), provisions)
    duty = Duty(
        doc=TITLE,
        version_id="v1",
        eid=EId("art_6__para_2"),
        bearer="街道办事处",
        bodies=("街道办事处",),
        levels=(Level.TOWNSHIP,),
        role=Role.LEAD,
        modality=Modality.MUST,
        matter="相关工作",
        quote=second,
        start=len(first) + 1,
        end=len(TEXT),
    )
    return ReadText(Instrument("i1", TITLE, NormKind.LOCAL_REGULATION, city), version, (duty,))


def sheet_of(data: bytes) -> Worksheet:
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


@pytest.mark.parametrize("words", RISKY)
def test_no_cell_of_a_workbook_is_a_formula(words: str) -> None:
    cell = sheet_of(write_xlsx(Table("甲", ("列",), ((words,),))))["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (words, "s", True)


def test_plain_words_are_left_alone() -> None:
    sheet = sheet_of(write_xlsx(TABLE))
    row = len(RISKY) + 2
    assert (sheet.cell(row, 1).value, sheet.cell(row, 2).value) == (len(RISKY) + 1, "网格管理")
    assert sheet.cell(row, 2).quotePrefix is False


def test_the_head_of_a_workbook_stays_and_filters() -> None:
    sheet = sheet_of(write_xlsx(TABLE))
    assert sheet.title == "职责"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:B{len(TABLE.rows) + 1}"
    assert [cell.value for cell in sheet[1]] == ["序号", "事项"]


def test_columns_are_as_wide_as_their_words_up_to_a_limit() -> None:
    sheet = sheet_of(write_xlsx(Table("甲", ("短", "长"), (("四个汉字", "字" * 200),))))
    assert sheet.column_dimensions["A"].width == 4 * 2 + 3
    assert sheet.column_dimensions["B"].width == 60


def test_control_characters_and_endless_cells_do_not_break_a_workbook() -> None:
    sheet = sheet_of(write_xlsx(Table("甲", ("列",), (("坏\x0b字",), ("字" * 40_000,)))))
    assert sheet["A2"].value == "坏字"
    assert len(str(sheet["A3"].value)) == 32_767


def test_an_empty_table_is_a_workbook_with_its_head() -> None:
    assert sheet_of(write_xlsx(Table("甲", ("列",), ()))).max_row == 1


def test_csv_is_read_back_whole_and_formulas_are_marked_as_text() -> None:
    data = write_csv(TABLE)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[0] == ["序号", "事项"]
    assert [row[1] for row in rows[1:]] == [f"'{words}" for words in RISKY] + ["网格管理", "第一行\n第二行"]


def test_a_duty_row_names_its_provision_as_drafters_do(text: ReadText) -> None:
    (row,) = duty_table([text]).rows
    assert row == (
        TITLE,
        "第六条第二款",
        "街道办事处",
        "街道办事处",
        "乡镇级",
        "牵头负责",
        "应当",
        "相关工作",
        "",
        "",
        "",
        "",
        "街道办事处应当做好相关工作。",
    )


def test_a_finding_row_gives_both_places_with_their_words(text: ReadText) -> None:
    other = FindingPlace(TITLE, "v1", EId("art_6__para_2"))
    bearers = ("街道办事处",)
    finding = Finding(FindingKind.OVERLAP_BODY, TITLE, "v1", EId("art_6__para_1"), (other,), bearers, "两处相同。")
    table = finding_table(judge([finding], {"v1": text}, []))
    assert dict(zip(table.header, table.rows[0], strict=True)) == {
        "序号": 1,
        "类别": "部门重叠",
        "文件": TITLE,
        "条款": "第六条第一款",
        "条文": "市网格办负责网格工作。",
        "涉及主体": "街道办事处",
        "理由": "两处相同。",
        "相关条款": f"《{TITLE}》第六条第二款",
        "相关条文": "街道办事处应当做好相关工作。",
        "严重程度": "严重",
        "置信度": "75%（规则估计）",
        "审核": "未审核",
        "审核理由": "",
        "审核人": "",
        "编号": judge([finding], {"v1": text}, [])[0].id,
    }


def test_a_decision_and_a_suggestion_stand_in_the_row(text: ReadText) -> None:
    finding = Finding(FindingKind.UNDEFINED_CONTENT, TITLE, "v1", EId("art_6__para_2"), (), ("街道办事处",), "空泛。")
    (one,) = judge([finding], {"v1": text}, [])
    bases = tuple(evidence.basis for evidence in one.evidence)
    made = Review(one.fingerprint, one.finding.kind.value, bases, finding.bearers, Verdict.REJECTED, "另有清单", "甲")
    (one,) = judge([finding], {"v1": text}, [made])
    quote = "街道办事处应当每月巡查。"
    cited = Comparable("汀溪市网格条例", "v2", EId("art_8"), "《汀溪市网格条例》第八条", quote, 0, 12, 0.5, True)
    suggestion = Suggestion(finding.kind, "可参照《汀溪市网格条例》第八条。", ("《立法法》第七条第二款",), (cited,))
    table = finding_table([one], {one.id: suggestion})
    row = dict(zip(table.header, table.rows[0], strict=True))
    assert (row["审核"], row["审核理由"], row["审核人"]) == ("已驳回", "另有清单", "甲")
    assert row["改写建议"] == "可参照《汀溪市网格条例》第八条。（依据：《立法法》第七条第二款）"
    assert row["可参照条文"] == f"《汀溪市网格条例》第八条：{quote}"


def test_a_place_whose_text_is_not_at_hand_keeps_its_citation(text: ReadText) -> None:
    finding = Finding(FindingKind.UNDEFINED_RULE, TITLE, "v9", EId("art_9__para_1"), (), (), "未定期限。")
    row = finding_table(judge([finding], {"v1": text}, [])).rows[0]
    assert (row[3], row[4]) == ("第九条第一款", "")


def test_the_matrix_has_a_column_for_each_level_and_names_bodies_with_their_roles(text: ReadText) -> None:
    scope = scope_of([text])
    matrix = build_matrix(group_matters([text]), scope)
    table = matrix_table(matrix)
    assert table.header == ("事项", "国家级", "省级", "市级", "区县级", "乡镇级")
    (row,) = table.rows
    assert row[1:] == ("本级无文本在库",) * 2 + ("在库 1 件，未见规定", "本级无文本在库", "街道办事处（牵头负责）")
    (entry,) = matrix_provisions(matrix).rows
    assert entry[1:6] == ("乡镇级", "街道办事处", "街道办事处", "牵头负责", f"《{TITLE}》第六条第二款")
    empty = matrix_table(build_matrix((), scope))
    assert (empty.header, empty.rows) == (("事项",), ())


def test_a_word_document_has_a_heading_for_each_row_and_leaves_empty_columns_out() -> None:
    data = write_docx(
        Table("职责", ("文件", "条款", "备注"), (("甲条例", "第六条", ""), ("乙条例", "第七条", "坏\x0b字"))), 2
    )
    words = [paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs]
    assert words == ["职责", "共 2 项", "甲条例　第六条", "乙条例　第七条", "备注：坏字"]


@pytest.mark.parametrize("write", [write_xlsx, write_docx, write_csv], ids=["xlsx", "docx", "csv"])
def test_the_same_table_is_the_same_bytes_at_any_time(
    write: Callable[[Table], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = write(TABLE)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(2_000_000_000))
    assert write(TABLE) == first


def test_json_rows_are_the_columns_by_name() -> None:
    assert json.loads(write_json(table_rows(TABLE)))[0] == {"序号": 1, "事项": "=1+1"}
