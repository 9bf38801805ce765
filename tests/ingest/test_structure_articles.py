"""Texts in articles: 编, 章, 节, 条, 款, 项, 目 and the run of numbers."""

from __future__ import annotations

import pytest

from corpus import ProvisionKind
from tests.ingest.texts import REGULATION, own_provision, parse, shape, uncovered


def test_the_tree_of_a_regulation_is_as_a_lawyer_draws_it() -> None:
    assert shape(parse(REGULATION)) == [
        ("chp_1", "第一章", "总则", ""),
        ("art_1", "第一条", "", ""),
        ("art_1__para_1", "", "", "为了规范河湖巡护，制定本条例。"),
        ("art_2", "第二条", "", ""),
        ("art_2__para_1", "", "", "市水行政主管部门负责巡护的统筹协调，履行下列职责："),
        ("art_2__para_1__item_1", "（一）", "", "编制巡护计划；"),
        ("art_2__para_1__item_2", "（二）", "", "组织巡护培训，内容包括："),
        ("art_2__para_1__item_2__sub_1", "1.", "", "巡护路线；"),
        ("art_2__para_1__item_2__sub_2", "2.", "", "应急处置。"),
        ("art_2__para_1__item_3", "（三）", "", "法律、法规规定的其他职责。"),
        ("art_2__para_2", "", "", "区人民政府应当确定巡护机构。"),
        ("art_2-1", "第二条之一", "义务巡护", ""),
        ("art_2-1__para_1", "", "", "鼓励志愿者参加义务巡护。"),
        ("art_2-1__para_2", "", "", "第十条规定的奖励也适用于志愿者。"),
        ("chp_2", "第二章", "巡护", ""),
        ("art_3", "第三条", "", ""),
        ("art_3__para_1", "", "", "依照本条例第二条第一款第（二）项培训的人员，由前条的志愿者协助。"),
        ("art_4", "第四条", "", ""),
        ("art_4__para_1", "", "", "本条例自2023年7月1日起施行。"),
    ]


def test_a_regulation_without_fault_gives_no_warning_and_loses_nothing() -> None:
    parsed = parse(REGULATION)
    assert parsed.version.warnings == ()
    assert uncovered(parsed).startswith("栖澜市河湖巡护条例（2023年3月1日")
    assert uncovered(parsed).endswith("目 录第一章 总则第二章 巡护")


def test_spans_hold_their_children_and_point_at_the_words() -> None:
    version = parse(REGULATION).version
    for provision in version.provisions:
        above = version.provision(provision.parent) if provision.parent else None
        assert above is None or (above.start <= provision.start and provision.end <= above.end)
        assert version.text[provision.start : provision.end].startswith(provision.label)
        assert all(line in version.text[provision.start : provision.end] for line in provision.text.split("\n"))


def test_chapters_cover_their_articles() -> None:
    version = parse(REGULATION).version
    article = own_provision(parse(REGULATION), "art_2-1")
    assert [p.eid for p in version.grouping(article)] == ["chp_1"]


@pytest.mark.parametrize(
    ("line", "is_article"),
    [
        ("第二条　本市适用。", True),
        ("第二条 本市适用。", True),
        ("第二条【范围】本市适用。", True),
        ("第二条本市适用本办法。", True),
        ("第二条规定的范围不变。", False),
        ("第二条、第三条不适用。", False),
        ("第二条第一款不适用。", False),
        ("违反第二条 的，处罚。", False),
        ("第九条本市的范围另定。", False),
    ],
)
def test_a_label_at_the_head_of_a_line_is_an_article_only_in_its_place(line: str, is_article: bool) -> None:
    parsed = parse(f"栖澜市试行办法\n第一条 为了试行，制定本办法。\n{line}\n第三条 本办法自公布之日起施行。\n")
    assert (len(parsed.version.articles) == 3) is is_article


@pytest.mark.parametrize(
    ("numbers", "warning"),
    [
        (("一", "二", "三"), ""),
        (("一", "三"), "条文编号不连续：第一条之后是第三条"),
        (("二", "三"), "条文从第二条开始"),
        (("一", "二", "二"), "编号重复：第二条第2次出现，标识记为 art_2~2"),
    ],
)
def test_gaps_and_repeats_are_told_in_chinese(numbers: tuple[str, ...], warning: str) -> None:
    lines = [f"第{number}条 本条自公布之日起施行。" for number in numbers]
    found = parse("栖澜市试行办法\n" + "\n".join(lines)).version.warnings
    assert warning in found if warning else found == ()


@pytest.mark.parametrize("words", ["中华传统巡护", "以巡护为主", "和谐巡护", "所有站点", "规定站点", "增设站点"])
def test_an_article_behind_a_gap_is_kept_whatever_it_begins_with(words: str) -> None:
    parsed = parse(f"栖澜市试行办法\n第一条 甲。\n第五条 {words}，自公布之日起施行。")
    assert [a.label for a in parsed.version.articles] == ["第一条", "第五条"]
    assert parsed.version.warnings == ("条文编号不连续：第一条之后是第五条",)


def test_a_text_that_breaks_off_is_told() -> None:
    version = parse("栖澜市试行办法\n第一条 为了试行。\n第二条 市水务局负责试行。").version
    assert version.incomplete == ("文末没有施行日期条款（止于第二条），文本可能不完整",)
    assert version.warnings == ()


def test_an_unnumbered_line_inside_a_list_stays_with_its_item() -> None:
    parsed = parse("栖澜市试行办法\n第一条 职责如下：\n（一）巡护。\n每日一次。\n（二）报告。\n自公布之日起施行。")
    assert own_provision(parsed, "art_1__para_1__item_1").text == "巡护。\n每日一次。"
    assert own_provision(parsed, "art_1__para_2").text == "自公布之日起施行。"


def test_parts_sections_and_annexes_have_their_ids() -> None:
    text = (
        "栖澜市大全\n第一编 通则\n第一章 总则\n第一节 目的\n第一条 甲。\n"
        "第二编 分则\n第一章 巡护\n第二条 自公布之日起施行。\n"
        "附件1\n站点表\n望汐站"
    )
    kinds = {str(p.eid): p.kind for p in parse(text).version.provisions}
    assert kinds["part_1__chp_1__sec_1"] is ProvisionKind.SECTION
    assert kinds["part_2__chp_1"] is ProvisionKind.CHAPTER
    assert kinds["annex_1"] is ProvisionKind.ANNEX
    assert own_provision(parse(text), "annex_1").heading == "站点表"


def test_articles_in_one_line_are_told_apart() -> None:
    text = "栖澜市试行办法 第一章 总则 第一条 为了试行。第二条 违反第一条的，处罚。 第三条 自公布之日起施行。"
    parsed = parse(text)
    assert [a.label for a in parsed.version.articles] == ["第一条", "第二条", "第三条"]
    assert parsed.instrument.title == "栖澜市试行办法"
