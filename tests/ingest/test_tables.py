"""Tables in texts: the header names the columns, its repeats are no rows, each row has its cells and its eid."""

from __future__ import annotations

import pytest

from ingest.line import Line, LineStyle
from ingest.list_header import find_header, is_remark, repeats
from ingest.structure.tables import name_columns
from tests.ingest.texts import own_provision, parse, uncovered
from tests.ingest.word_files import cell, paragraph, row, table, word_file

HEAD = ("序号", "任务", "牵头单位")


@pytest.mark.parametrize(
    ("rows", "names", "end"),
    [
        ([HEAD, ("1", "登记", "市公安局")], HEAD, 1),
        ([("任务分工表", "任务分工表", "任务分工表"), HEAD, ("1", "登记", "市公安局")], HEAD, 2),
        ([("", "", "单位：万元"), HEAD, ("1", "登记", "市公安局")], HEAD, 2),
        ([("甲类", "乙类"), ("登记", "一百元")], ("甲类", "乙类"), 1),
        (
            [("序号", "任务", "责任单位", "责任单位"), ("序号", "任务", "牵头", "配合"), ("1", "登记", "甲局", "乙局")],
            ("序号", "任务", "责任单位（牵头）", "责任单位（配合）"),
            2,
        ),
        (
            [("序号", "任务", "责任单位", ""), ("", "", "牵头", "配合"), ("1", "登记", "甲局", "乙局")],
            ("序号", "任务", "责任单位（牵头）", "责任单位（配合）"),
            2,
        ),
        ([("序号", "任务", "责任单位", ""), ("1", "登记", "甲局", "乙局")], ("序号", "任务", "责任单位", ""), 1),
    ],
)
def test_a_header_is_found(rows: list[tuple[str, ...]], names: tuple[str, ...], end: int) -> None:
    header = find_header(rows)
    assert header is not None
    assert (header.names, header.end) == (names, end)


@pytest.mark.parametrize(
    "rows",
    [
        [("申请人姓名", "张某，住望汐区。"), ("联系地址", "望汐区海棠路。")],
        [("1", "2"), ("3", "4")],
        [("只有一格",), ("还是一格",)],
        [],
    ],
)
def test_no_header_is_made_up(rows: list[tuple[str, ...]]) -> None:
    assert find_header(rows) is None


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("备注：以上数据截至6月。", ""), True),
        (("合计", "", "35"), True),
        (("", "小计", "12"), True),
        (("注：本表每年更新一次。",) * 3, True),
        (("1", "备注：略", "市公安局"), False),
        (("2", "合计算法备案", "市公安局"), False),
    ],
)
def test_remarks_and_sums_are_no_rows(cells: tuple[str, ...], expected: bool) -> None:
    assert is_remark(cells) is expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [(HEAD, True), (("1", "2", "3"), True), (("1", "登记", "市公安局"), False), (("1", "2", "市公安局"), False)],
)
def test_a_header_again_is_no_row(cells: tuple[str, ...], expected: bool) -> None:
    header = find_header([HEAD])
    assert header is not None
    assert repeats(cells, header) is expected


def test_rows_that_have_columns_are_left_alone() -> None:
    line = Line("序号：1；事项：登记", style=LineStyle.ROW, table=1, cells=("1", "登记"), columns=("序号", "事项"))
    assert name_columns([line]) == (line,)


OPINION = "栖澜市人民政府办公室关于推进河湖巡护的实施意见\n一、总体要求\n坚持系统治理。\n二、任务分工\n分工见下表。\n"


@pytest.mark.parametrize("kind", ["md", "html", "docx"])
def test_a_task_table_in_a_policy_has_rows_with_cells(kind: str) -> None:
    rows = [HEAD, ("1", "编制计划", "市水务局"), HEAD, ("2", "组织培训", "各区政府")]
    if kind == "md":
        text = "# " + OPINION + "\n".join("| " + " | ".join(cells) + " |" for cells in rows)
        parsed = parse(text.replace("牵头单位 |\n", "牵头单位 |\n|---|---|---|\n", 1), "意见.md")
    elif kind == "html":
        inner = "".join("<tr>" + "".join(f"<td>{words}</td>" for words in cells) + "</tr>" for cells in rows)
        body = "".join(f"<p>{line}</p>" for line in OPINION.splitlines())
        parsed = parse(f"<html><body>{body}<table>{inner}</table></body></html>", "意见.html")
    else:
        body = "".join(paragraph(line) for line in OPINION.splitlines())
        parsed = parse(word_file(body + table(*(row(*cells) for cells in rows))), "意见")
    tables = [p for p in parsed.version.provisions if "tab_1" in p.eid]
    assert [p.eid.rpartition("__")[2] for p in tables] == ["tab_1", "row_1", "row_2"]
    assert [p.cells for p in tables] == [
        (),
        (("序号", "1"), ("任务", "编制计划"), ("牵头单位", "市水务局")),
        (("序号", "2"), ("任务", "组织培训"), ("牵头单位", "各区政府")),
    ]
    assert "牵头单位" not in uncovered(parsed)


def test_a_list_in_word_is_a_list() -> None:
    down = '<w:vMerge w:val="restart"/>'
    body = paragraph("栖澜市养犬管理责任清单") + table(
        row("序号", "职责事项", "责任单位"),
        row("1", "登记", cell("市公安局", down)),
        row("2", "巡查", cell("", "<w:vMerge/>")),
    )
    parsed = parse(word_file(body), "清单")
    assert [p.eid for p in parsed.version.provisions] == ["row_1", "row_2"]
    assert own_provision(parsed, "row_2").cells == (("序号", "2"), ("职责事项", "巡查"), ("责任单位", "市公安局"))


def test_traditional_cells_are_simplified_with_their_text() -> None:
    text = "栖瀾市養犬管理責任清單\n\n| 序號 | 職責事項 | 責任單位 |\n|---|---|---|\n| 1 | 登記 | 市公安局 |\n"
    version = parse("# " + text, "清單.md").version
    row_1 = own_provision(parse("# " + text, "清單.md"), "row_1")
    assert all(words in version.text for _, words in row_1.cells)
