"""Quoted articles are no articles; a mark left open swallows nothing."""

from __future__ import annotations

import pytest

from ingest.line import Line
from ingest.structure.quotations import find_quotations
from tests.ingest.texts import eids, own_provision, parse

HEAD = "栖澜市人民代表大会常务委员会关于修改《栖澜市河湖巡护条例》的决定\n"


@pytest.mark.parametrize(
    ("lines", "quoted"),
    [
        (["一、将第三条修改为：“第三条 甲。", "第四条 乙。”", "二、删去第八条。"], [1]),
        (["一、增加一条，作为第五条：", "“第五条 甲。", "“第六条 乙。”", "二、丙。"], [2]),
        (["一、将第三条修改为：“第三条 甲。", "乙。”二、将第五条改为：“第五条 丙。", "丁。”", "三、戊。"], [1, 2]),
        (
            [
                "一、增加一条：“",
                "第三条 甲。",
                "”",
                "二、增加一条：“",
                "第四条 乙。",
                "”",
                "三、增加：“",
                "第五条 丙。",
                "”",
            ],
            [1, 2, 4, 5, 7, 8],
        ),
        (["一、将第三条修改为：「第三条 甲。", "第四条 乙。」", "二、丙。"], [1]),
        (["一、将第三条修改为：『第三条 甲。", "第四条 乙。』"], [1]),
        (['一、将第三条修改为："第三条 甲。', '第四条 乙。"', "二、丙。"], [1]),
        (["一、将第三条修改为：“本市“河长制”覆盖全域。", "“湖长”由区长担任。”", "二、丙。"], [1]),
        # Words quoted inside a sentence run over no line.
        (["第一条 本办法所称“巡护，是指巡查。", "第二条 甲”。", "第三条 乙。"], []),
        # Never closed: nothing is swallowed.
        (["一、将第三条修改为：“第三条 甲。", "二、删去第八条。", "三、丙。"], []),
        # Closed by a mark that belongs to another: the numbers outside need what stands inside.
        (["第一条 原则为：“巡护。", "第二条 甲。", "第三条 乙。”", "第四条 丙。"], []),
        # No marks at all, but the lead-in names the article that follows.
        (["第五条 增加两条，作为第九条、第十条：", "第九条 甲。", "第十条 乙。", "第六条 丙。"], [1, 2]),
        (["第五条 内容如下：", "第六条 甲。"], []),
        (["第五条 报告的内容如下：", "第七条 甲。"], []),
    ],
)
def test_lines_inside_a_quotation(lines: list[str], quoted: list[int]) -> None:
    found = find_quotations([Line(text) for text in lines]).quoted
    assert [i for i, is_quoted in enumerate(found) if is_quoted] == quoted


def test_a_quotation_left_open_is_told() -> None:
    found = find_quotations([Line("一、将第三条修改为：“第三条 甲。"), Line("二、删去第八条。")])
    assert found.warnings == ("引号未闭合：“一、将第三条修改为：“第…”所在行的引号没有找到另一半，其后各行仍按正文收录",)


def test_a_decision_keeps_its_own_items_and_not_those_it_quotes() -> None:
    text = (
        HEAD + "会议决定对《栖澜市河湖巡护条例》作如下修改：\n一、将第三条修改为：“第三条 职责如下：\n"
        "（一）巡查；\n（二）报告。\n第四条 乙。”\n二、删去第八条。\n本决定自2024年7月1日起施行。"
    )
    parsed = parse(text)
    assert [p.label for p in parsed.version.provisions if p.kind.value.startswith("h")] == ["一、", "二、"]
    assert parsed.version.articles == ()
    assert "（二）报告。" in own_provision(parsed, "h1_1__para_2").text


def test_an_amendment_in_articles_quotes_articles_without_marks() -> None:
    text = (
        "栖澜市章程修正案\n第八条 第三章中增加一节，作为第二节；增加两条，作为第二十三条、第二十四条：\n第二节 监察\n"
        "第二十三条 甲。\n乙。\n第二十四条 丙。\n第九条 本修正案自公布之日起施行。"
    )
    parsed = parse(text)
    assert [a.label for a in parsed.version.articles] == ["第八条", "第九条"]
    assert "sec_2" not in eids(parsed)
