"""Labels of articles as people dress them, and labels that stand inside a line."""

from __future__ import annotations

import pytest

from corpus import Remark, RemarkKind
from ingest.clean import clean_lines
from ingest.clean.labels import undress_labels
from ingest.line import Line, LineStyle

WORDS = ("为了规范养犬，制定本办法。", "本市养犬适用本办法。", "公安机关负责养犬登记。")
TITLE = "栖澜市养犬办法"
PLAIN = [f"第{number}条 {words}" for number, words in zip("一二三", WORDS, strict=True)]
TIGHT = [row.replace(" ", "") for row in PLAIN]


def cleaned(rows: list[str]) -> list[str]:
    return [line.text for line in clean_lines([Line(row) for row in rows]).lines]


@pytest.mark.parametrize(
    "dress",
    [
        "【第{}条】{}",
        "（第{}条）{}",
        "第{}条、{}",
        "第{}条——{}",
        "1. 第{}条 {}",
        "12\t第{}条　{}",
        "● 第{}条 {}",
        "> 第{}条 {}",
        "[第{}条] {}",
    ],
)
def test_a_dressed_label_reads_as_a_plain_one(dress: str) -> None:
    rows = [dress.format(number, words) for number, words in zip("一二三", WORDS, strict=True)]
    assert cleaned(["栖澜市养犬办法", *rows]) == ["栖澜市养犬办法", *PLAIN]


def test_labels_of_the_formal_numerals_are_labels() -> None:
    rows = [f"第{number}条 {words}" for number, words in zip("壹贰叁", WORDS, strict=True)]
    assert cleaned(rows) == rows


@pytest.mark.parametrize(
    "rows",
    [
        ["（第三条）公安机关负责登记。", "（第七条）城管部门负责巡查。"],
        ["【第一条】只有这一处。", "下一段。"],
        [*PLAIN, "【第一条】释义：说明目的。", "【第二条】释义：说明范围。"],
        ["第一条、第二条规定的情形除外。", "第三条、第四条另行规定。"],
    ],
)
def test_labels_that_do_not_number_the_text_stay_as_they_are(rows: list[str]) -> None:
    assert [line.text for line in undress_labels([Line(row) for row in rows])] == rows


def test_a_column_of_labels_is_no_table() -> None:
    cells = [(f"第{number}条", words) for number, words in zip("一二三", WORDS, strict=True)]
    rows = [Line(" | ".join(row), style=LineStyle.ROW, table=1, cells=row) for row in cells]
    lines = undress_labels(rows)
    assert [(line.text, line.style, line.table) for line in lines] == [(text, LineStyle.BODY, 0) for text in PLAIN]


def test_a_remark_stays_on_its_words() -> None:
    remark = Remark(RemarkKind.DAMAGED, 5, 7, "损坏")
    first, _ = undress_labels([Line("【第一条】养犬。", remarks=(remark,)), Line("【第二条】登记。")])
    assert first.text[first.remarks[0].start : first.remarks[0].end] == "养犬"


@pytest.mark.parametrize(
    "line",
    ["".join(TIGHT), TITLE + "".join(PLAIN), TITLE + "".join(TIGHT)],
)
def test_a_text_that_lost_all_its_line_ends_keeps_its_articles(line: str) -> None:
    found = [row.replace(" ", "") for row in cleaned([line]) if row.startswith("第")]
    assert found == TIGHT


@pytest.mark.parametrize(
    "line",
    ["第二条 违反第一条的，警告。第二条规定的除外。第三条所称犬，指家犬。", "按照第一条、第二条。第四条规定执行。"],
)
def test_references_inside_a_line_cut_nothing(line: str) -> None:
    assert cleaned([line]) == [line]


def test_variation_selectors_and_tags_are_no_characters() -> None:
    assert cleaned(["第一条 办\ufe00法\U000e0041。"]) == ["第一条 办法。"]
