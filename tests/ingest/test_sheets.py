"""Lists in spreadsheets: title, header, rows with their cells; merged, hidden and dated cells as people see them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from corpus import NormKind, RemarkKind
from ingest.errors import IngestError
from ingest.line import LineStyle
from ingest.parcel import Reading
from ingest.readers.cell_formats import show_number
from ingest.readers.xlsx_reader import read_xlsx
from tests.ingest.texts import eids, own_provision, parse, shape

Value = str | int | float | date | None
HEAD = ["序号", "职责事项", "责任单位"]
ROWS: list[list[Value]] = [[1, "登记", "市公安局"], [2, "巡查", "市水务局"]]


def saved(workbook: Workbook) -> bytes:
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def sheet_of(workbook: Workbook) -> Worksheet:
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    return sheet


def book(*rows: Sequence[Value], merged: tuple[str, ...] = ()) -> Workbook:
    workbook = Workbook()
    sheet = sheet_of(workbook)
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    return workbook


def read(workbook: Workbook) -> Reading:
    return read_xlsx(saved(workbook), "清单.xlsx")


def row_texts(reading: Reading) -> list[str]:
    return [line.text for line in reading.lines if line.style is LineStyle.ROW]


def other_texts(reading: Reading) -> list[tuple[str, str]]:
    return [(line.text, line.style.value) for line in reading.lines if line.style is not LineStyle.ROW]


def test_a_list_has_title_rows_and_notes() -> None:
    rows: list[Sequence[Value]] = [
        ["栖澜市养犬管理责任清单", None, None],
        ["填报单位：市公安局", None, None],
        HEAD,
        [1, 2, 3],
        ["一、基本职责", None, None],
        *ROWS,
        HEAD,
        [3, "培训", "望汐区政府"],
        ["合计", None, "3"],
        ["备注：本清单每年更新。", None, None],
    ]
    reading = read(book(*rows, merged=("A1:C1", "A5:C5", "A11:C11")))
    assert row_texts(reading) == [
        "序号：1；职责事项：登记；责任单位：市公安局",
        "序号：2；职责事项：巡查；责任单位：市水务局",
        "序号：3；职责事项：培训；责任单位：望汐区政府",
    ]
    assert other_texts(reading) == [
        ("栖澜市养犬管理责任清单", "title"),
        ("填报单位：市公安局", "history"),
        ("一、基本职责", "note"),
        ("合计 3", "note"),
        ("备注：本清单每年更新。", "note"),
    ]


def test_each_row_is_a_provision_with_its_cells() -> None:
    parsed = parse(saved(book(["栖澜市养犬管理责任清单"], HEAD, [1, "登记", None], *ROWS[1:])), "清单")
    assert eids(parsed) == ["row_1", "row_2"]
    assert own_provision(parsed, "row_1").cells == (("序号", "1"), ("职责事项", "登记"), ("责任单位", ""))


def test_several_sheets_have_their_rows_in_tables() -> None:
    workbook = book(["栖澜市履职事项清单"], HEAD, *ROWS)
    second = workbook.create_sheet("配合履职事项")
    for row in (HEAD, [1, "联合检查", "市城管局"]):
        second.append(row)
    workbook.create_sheet("说明").append(["填表说明"])
    parsed = parse(saved(workbook), "清单")
    assert eids(parsed) == ["tab_1", "tab_1__row_1", "tab_1__row_2", "tab_2", "tab_2__row_1"]
    assert own_provision(parsed, "tab_2__row_1").cells[1] == ("职责事项", "联合检查")
    assert {"配合履职事项", "填表说明"} <= set(parsed.version.text.splitlines())


def test_merged_cells_are_filled_down_and_across() -> None:
    rows: list[Sequence[Value]] = [HEAD, [1, "登记", "市公安局"], [2, "巡查", None], [3, "各方责任", None]]
    assert row_texts(read(book(*rows, merged=("C2:C3", "B4:C4")))) == [
        "序号：1；职责事项：登记；责任单位：市公安局",
        "序号：2；职责事项：巡查；责任单位：市公安局",
        "序号：3；职责事项：各方责任；责任单位：各方责任",
    ]


def test_a_header_of_two_rows_is_one() -> None:
    rows: list[Sequence[Value]] = [
        ["序号", "任务", "责任单位", None],
        [None, None, "牵头", "配合"],
        [1, "登记", "甲局", "乙局"],
    ]
    reading = read(book(*rows, merged=("A1:A2", "B1:B2", "C1:D1")))
    assert row_texts(reading) == ["序号：1；任务：登记；责任单位（牵头）：甲局；责任单位（配合）：乙局"]


def test_hidden_sheets_and_columns_are_left_out_hidden_rows_are_marked_and_all_is_said() -> None:
    workbook = book(HEAD, *ROWS, [3, "内部", "某处"])
    sheet = sheet_of(workbook)
    sheet.cell(2, 4, "12345")
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["D"].hidden = True
    secret = workbook.create_sheet("电话")
    secret.append(["不公开"])
    secret.sheet_state = "veryHidden"
    reading = read(workbook)
    assert row_texts(reading) == [
        "序号：1；职责事项：登记；责任单位：市公安局",
        "序号：2；职责事项：巡查；责任单位：市水务局",
        "序号：3；职责事项：内部；责任单位：某处",
    ]
    remarks = [line.remarks for line in reading.lines if line.style is LineStyle.ROW]
    assert [tuple(remark.kind for remark in row) for row in remarks] == [(), (), (RemarkKind.HIDDEN,)]
    assert reading.warnings == (
        "含隐藏的工作表（电话），未收录",
        "工作表“Sheet”含隐藏的行（第4行），已收录并标出，请核对",
        "工作表“Sheet”含隐藏的列（第4列），未收录",
    )


def test_a_hidden_row_gives_its_words_to_the_merged_area() -> None:
    workbook = book(HEAD, [1, "登记", "市公安局"], [2, "巡查", None], merged=("C2:C3",))
    sheet_of(workbook).row_dimensions[2].hidden = True
    assert row_texts(read(workbook)) == [
        "序号：1；职责事项：登记；责任单位：市公安局",
        "序号：2；职责事项：巡查；责任单位：市公安局",
    ]


def test_formulas_are_text_and_never_evaluated() -> None:
    assert row_texts(read(book(HEAD, [1, "=1+1", "@SUM(1)"]))) == ["序号：1；职责事项：=1+1；责任单位：@SUM(1)"]


def test_dates_are_shown_in_their_form() -> None:
    workbook = book(["序号", "任务", "完成时限"], [1, "登记", date(2024, 5, 1)])
    sheet_of(workbook)["C2"].number_format = 'yyyy"年"m"月"d"日"'
    assert row_texts(read(workbook)) == ["序号：1；任务：登记；完成时限：2024年5月1日"]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (12.0, "General", "12"),
        (0.1 + 0.2, "General", "0.3"),
        (0.5, "0%", "50%"),
        (1234.5, "#,##0.00", "1,234.50"),
        (7.0, "000", "007"),
        (45413.0, "yyyy/m/d", "2024/5/1"),
        (45413.0, "yyyy-mm-dd;@", "2024-05-01"),
        (45413.0, '[$-804]yyyy"年"m"月"', "2024年5月"),
        (45413.604166666664, "yyyy/m/d h:mm", "2024/5/1 14:30"),
        (-5.0, "yyyy/m/d", "-5"),
        (1e20, "General", "1e+20"),
    ],
)
def test_numbers_as_people_see_them(value: float, form: str, shown: str) -> None:
    assert show_number(value, form) == shown


def test_a_column_without_a_name_is_counted_not_lost() -> None:
    assert row_texts(read(book(["序号", "职责事项", None], [1, "登记", "市公安局"]))) == [
        "序号：1；职责事项：登记；第3列：市公安局"
    ]


def test_a_far_cell_is_over_the_limit_at_once() -> None:
    workbook = book(HEAD, *ROWS)
    sheet_of(workbook)["XFD1048576"] = "远"
    with pytest.raises(IngestError, match="列数过多"):
        read(workbook)


def test_the_limit_of_rows_is_named() -> None:
    cell = '<c t="inlineStr"><is><t>{}</t></is></c>'
    head, line = (f"<row>{cell.format(a)}{cell.format(b)}</row>" for a, b in (("事项", "单位"), ("登记", "甲局")))
    with pytest.raises(IngestError, match="200000 行"):
        read_xlsx(_with_rows(saved(book(HEAD)), head + line * 200_001), "清单.xlsx")


def test_rows_that_break_off_are_no_list() -> None:
    with pytest.raises(IngestError, match="已损坏"):
        read_xlsx(_with_rows(saved(book(HEAD)), "<row><c><v>1</v>", is_whole=False), "清单.xlsx")


def _with_rows(data: bytes, rows: str, is_whole: bool = True) -> bytes:
    """The workbook with other rows in its sheet, as no program would write them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                head, _, _ = content.partition(b"<sheetData>")
                content = head + b"<sheetData>" + rows.encode() + (b"</sheetData></worksheet>" if is_whole else b"")
            target.writestr(name, content)
    return buffer.getvalue()


def test_the_list_of_a_made_up_city_reads_as_before() -> None:
    parsed = parse(saved(book(["栖澜市养犬管理责任清单"], HEAD, *ROWS)), "清单")
    assert shape(parsed) == [
        ("row_1", "", "", "序号：1；职责事项：登记；责任单位：市公安局"),
        ("row_2", "", "", "序号：2；职责事项：巡查；责任单位：市水务局"),
    ]


def test_a_column_without_width_and_a_row_without_height_are_hidden() -> None:
    workbook = book([*HEAD, "电话"], *([*values, "内部"] for values in ROWS))
    data = saved(workbook)
    data = _changed(
        data, lambda part: part.replace("<sheetData>", '<cols><col min="4" max="4" width="0"/></cols><sheetData>')
    )
    data = _changed(data, lambda part: part.replace('<row r="3"', '<row r="3" ht="0" customHeight="1"'))
    reading = read_xlsx(data, "清单.xlsx")
    assert "内部" not in "".join(row_texts(reading))
    assert reading.warnings == (
        "工作表“Sheet”含隐藏的行（第3行），已收录并标出，请核对",
        "工作表“Sheet”含隐藏的列（第4列），未收录",
    )


def test_articles_typed_into_a_sheet_are_articles() -> None:
    workbook = book(["栖澜市养犬办法"], ["第一条", "甲。"], ["第二条", "乙。"])
    assert [line.text for line in read(workbook).lines] == ["栖澜市养犬办法", "第一条 甲。", "第二条 乙。"]


def test_a_header_may_stand_far_down() -> None:
    notes = [[f"填报要求{number}"] for number in range(20)]
    assert row_texts(read(book(*notes, HEAD, *ROWS)))[0] == "序号：1；职责事项：登记；责任单位：市公安局"


def test_a_chart_sheet_holds_no_rows() -> None:
    workbook = book(HEAD, *ROWS)
    workbook.create_chartsheet("图")
    assert len(row_texts(read(workbook))) == len(ROWS)


def test_characters_written_as_codes_are_characters() -> None:
    data = _changed(
        saved(book(HEAD, [1, "登记", "市公安局"])),
        lambda part: part.replace("登记", "登_x000D_记"),
        "xl/sharedStrings.xml",
    )
    assert row_texts(read_xlsx(data, "清单.xlsx")) == ["序号：1；职责事项：登记；责任单位：市公安局"]


def _changed(data: bytes, change: Callable[[str], str], part: str = "xl/worksheets/sheet1.xml") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content.decode()) if name == part else content)
    return buffer.getvalue()


def test_a_table_of_data_is_no_list() -> None:
    data = "path\ttitle\tkind\n" + "".join(f"a/{n}.md\t栖澜市第{n}号规定\t规定\n" for n in range(30))
    with pytest.raises(IngestError, match="看不出是法规"):
        parse(data.encode(), "manifest.tsv")


def test_a_list_is_known_by_its_columns_or_its_title() -> None:
    by_columns = parse("序号,职责事项,责任单位\n1,登记,甲局\n2,巡查,乙局\n".encode(), "表.csv")
    by_title = parse("栖澜市责任清单,,\n甲,乙,丙\n丁,戊,己\n庚,辛,壬\n".encode(), "表.csv")
    assert {by_columns.instrument.kind, by_title.instrument.kind} == {NormKind.RESPONSIBILITY_LIST}
