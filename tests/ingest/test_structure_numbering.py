"""The whole text decides: which labels are articles, how headings nest, and what stays doubtful."""

from __future__ import annotations

import pytest

from corpus import EId, RemarkKind
from ingest.marks import read_list
from ingest.structure.families import PROSE, nest_marks
from tests.ingest.texts import eids, own_provision, parse, shape


def _labels(*numbers: str) -> list[str]:
    text = "栖澜市试行办法\n" + "\n".join(f"第{n}条 本条自公布之日起施行。" for n in numbers)
    return [a.label.strip("第条") for a in parse(text).version.articles]


@pytest.mark.parametrize(
    ("numbers", "articles"),
    [
        (("一", "二", "三", "二", "四"), ["一", "二", "三", "四"]),
        (("一", "二", "四", "三", "四", "五"), ["一", "二", "三", "四", "五"]),
        # A number that has no other place stays an article: a lost one is worse than one too many.
        (("一", "二", "九", "三", "四"), ["一", "二", "九", "三", "四"]),
        (("一", "二", "二", "三"), ["一", "二", "二", "三"]),
        (("一", "二", "三", "一", "二", "三"), ["一", "二", "三", "一", "二", "三"]),
        (("一", "五", "六"), ["一", "五", "六"]),
    ],
)
def test_the_run_of_numbers_decides_which_labels_are_articles(numbers: tuple[str, ...], articles: list[str]) -> None:
    assert _labels(*numbers) == articles


def test_a_label_out_of_the_run_is_kept_as_doubt_with_both_readings() -> None:
    parsed = parse("栖澜市试行办法\n第一条 甲。\n第二条 乙。\n第三条 丁。\n第二条 丙。\n第四条 自公布之日起施行。")
    (remark,) = parsed.version.remarks
    assert (remark.kind, parsed.version.text[remark.start : remark.end]) == (RemarkKind.DOUBT, "第二条")
    assert remark.note == "读法一：“第二条”是引文，属于第三条（已采用）；读法二：它是编号有误的条文"
    assert own_provision(parsed, "art_3__para_2").text == "第二条 丙。"


@pytest.mark.parametrize(
    ("marks", "depths"),
    [
        ("一、 （一） 1. （1） 2. （二） 二、 （一）", (0, 1, 2, 3, 2, 1, 0, 1)),
        ("1. （一） （二） 2.", (0, 1, 1, 0)),
        ("一、 1. （一） （二） 2. 二、", (0, 1, 2, 2, 1, 0)),
        # 1. begins anew under （一）, so that （一） stands beside the first list, not under it.
        ("一、 1. 2. （一） 1. 2. （二） 1.", (0, 1, 1, 1, 2, 2, 1, 2)),
        # One run of numbers through all headings.
        ("一、 1. 2. 二、 3. 4. 三、 5.", (0, 1, 1, 0, 1, 1, 0, 1)),
        ("一、 1. 2. 7. 二、", (0, 1, 1, PROSE, 0)),
        ("一、 二、 四、", (0, 0, 0)),
        ("一、 （一） （三） （四）", (0, 1, 1, 1)),
    ],
)
def test_families_of_numbers_nest_as_the_whole_text_shows(marks: str, depths: tuple[int, ...]) -> None:
    read = [mark for text in marks.split() if (mark := read_list(text)) is not None]
    assert nest_marks(read).depths == depths


def test_what_could_stand_under_or_beside_is_told_with_both_readings() -> None:
    parsed = parse("栖澜市巡护意见\n一、任务\n1.登记\n2.巡护\n（一）报告。\n二、保障")
    (remark,) = parsed.version.remarks
    assert parsed.version.text[remark.start : remark.end] == "（一）"
    assert remark.note == "“（一）”的层级有两种读法。读法一：第3级标题（已采用）；读法二：第2级标题"
    assert parsed.version.warnings == ("标题“（一）报告。”的层级不确定，请核对原文",)


def test_the_same_nesting_elsewhere_in_the_text_takes_the_doubt_away() -> None:
    parsed = parse("栖澜市巡护意见\n一、任务\n1.登记\n（一）甲。\n2.巡护\n（一）报告。\n二、保障")
    assert "h1_1__h3_2__h2_1" in eids(parsed)
    assert parsed.version.remarks == ()


def test_parts_of_a_plan_hold_their_headings() -> None:
    parsed = parse(
        "栖澜市河湖规划\n第一篇 基础\n第一章 现状\n一、水系。河网密布。\n二、站点\n第二章 目标\n一、总量\n"
        "第二篇 任务\n一、巡护"
    )
    assert [e for e in eids(parsed) if "h1" in e] == [
        "part_1__chp_1__h1_1",
        "part_1__chp_1__h1_2",
        "part_1__chp_2__h1_1",
        "part_2__h1_1",
    ]


@pytest.mark.parametrize(
    "line", ["首要任务是巡护。", "第一，巡护。", "一是巡护；二是报告。", "1.5亿元用于巡护。", "3.0版上线。"]
)
def test_counting_words_and_amounts_are_no_headings(line: str) -> None:
    parsed = parse(f"栖澜市巡护意见\n一、任务\n{line}\n二、保障")
    assert [p[0] for p in shape(parsed)] == ["h1_1", "h1_1__para_1", "h1_2"]


def test_labels_spread_by_blanks_are_labels() -> None:
    parsed = parse("栖澜市试行办法\n第 一 章 总则\n第 一 条 甲。\n第 二 条 自公布之日起施行。")
    assert eids(parsed) == ["chp_1", "art_1", "art_1__para_1", "art_2", "art_2__para_1"]


def test_labels_without_a_gap_are_read_by_their_run() -> None:
    parsed = parse("栖澜市试行办法\n第一条为了巡护。\n第二条本市适用。\n第三条自公布之日起施行。")
    assert len(parsed.version.articles) == 3


def test_the_rules_behind_the_chapters_are_no_annex() -> None:
    parsed = parse("栖澜市试行办法\n第一章 总则\n第一条 甲。\n附 则\n第二条 自公布之日起施行。\n附表\n站点\n望汐站")
    assert [e for e in eids(parsed) if "para" not in e] == ["chp_1", "art_1", "chp_2", "art_2", "annex_1"]


def test_ids_are_valid_though_they_are_not_checked_one_by_one() -> None:
    parsed = parse(
        "栖澜市大全\n第一编 甲\n第一章 乙\n第一条之二 丙：\n（一）丁；\n1.戊。\n第一条 己。\n附件\n一、庚\n（1）辛"
    )
    for eid in eids(parsed):
        assert EId(eid) == eid
