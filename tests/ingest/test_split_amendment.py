"""A decision in front of the text it amends: two texts, each with its own title, dates and articles."""

from __future__ import annotations

from datetime import date

import pytest

from corpus import ParsedText
from ingest.parcel import FileBytes
from ingest.pipeline import parse_file
from tests.ingest.texts import GAZETTEER

DECISION = """栖澜市人民代表大会常务委员会关于修改《栖澜市河湖巡护条例》的决定
（2024年6月1日栖澜市第十届人民代表大会常务委员会第九次会议通过）
栖澜市第十届人民代表大会常务委员会第九次会议决定对《栖澜市河湖巡护条例》作如下修改：
一、将第三条修改为：“第三条　旧的第三条改成新的。”
二、增加一条，作为第五条：
“第五条　决定里的新增条文。”
三、删去第八条。
本决定自2024年7月1日起施行。
《栖澜市河湖巡护条例》根据本决定作相应修改，重新公布。
"""
AMENDED = """栖澜市河湖巡护条例
（2022年3月28日栖澜市第十届人民代表大会常务委员会第二次会议通过　根据2024年6月1日栖澜市第十届人民代表大会常务委员会第九次会议《关于修改〈栖澜市河湖巡护条例〉的决定》修正）
目　录
第一章　总则
第一章　总则
第一条　为了规范巡护，制定本条例。
第二条　本条例自2022年5月1日起施行。
"""  # noqa: E501 (a 题注 stands in one line)
SECOND = """栖澜市湿地条例
第一条　为了保护湿地，制定本条例。
第二条　本条例自2021年5月1日起施行。
"""


def _texts(text: str) -> tuple[ParsedText, ...]:
    return parse_file(FileBytes(text.encode(), "样本.txt", "样本.txt"), GAZETTEER)


def test_a_decision_and_the_text_it_amends_are_two_texts() -> None:
    decision, amended = _texts(DECISION + AMENDED)
    assert decision.instrument.title.endswith("关于修改《栖澜市河湖巡护条例》的决定")
    assert decision.version.articles == ()
    assert [p.label for p in decision.version.provisions if p.kind.value == "h1"] == ["一、", "二、", "三、"]
    assert (decision.version.dates.adopted_on, decision.version.dates.effective_on) == (
        date(2024, 6, 1),
        date(2024, 7, 1),
    )
    assert amended.instrument.title == "栖澜市河湖巡护条例"
    assert [a.label for a in amended.version.articles] == ["第一条", "第二条"]
    assert "旧的第三条" not in amended.version.text
    assert "为了规范巡护" not in decision.version.text
    assert decision.version.id != amended.version.id


@pytest.mark.parametrize("before", ["附件\n", "附：\n", ""])
def test_a_label_in_front_of_the_amended_text_goes_with_it(before: str) -> None:
    texts = _texts(DECISION + before + AMENDED)
    assert [t.instrument.title[-6:] for t in texts] == ["条例》的决定", "河湖巡护条例"]
    assert all("annex" not in p.eid for t in texts for p in t.version.provisions)


def test_a_title_over_two_lines_is_found() -> None:
    texts = _texts(DECISION + AMENDED.replace("栖澜市河湖巡护条例", "栖澜市河湖\n巡护条例（修正文本）", 1))
    assert len(texts) == 2
    assert texts[1].instrument.title.startswith("栖澜市河湖巡护条例")


def test_one_decision_may_bring_several_texts() -> None:
    title = "栖澜市人民代表大会常务委员会关于修改《栖澜市河湖巡护条例》等两件地方性法规的决定"
    decision = title + DECISION[DECISION.index("\n") :].replace("三、", "三、在《栖澜市湿地条例》中")
    assert [t.instrument.title for t in _texts(decision + AMENDED + SECOND)] == [
        title,
        "栖澜市河湖巡护条例",
        "栖澜市湿地条例",
    ]


@pytest.mark.parametrize(
    "text",
    [
        DECISION,
        # The name alone on a line without a regulation behind it opens no text.
        DECISION + "栖澜市河湖巡护条例\n现将修改情况说明如下。",
        # A regulation that names another is no decision.
        AMENDED + "栖澜市湿地条例\n第三条 参照《栖澜市湿地条例》执行。",
        # A text that the decision does not name.
        DECISION + SECOND,
    ],
)
def test_what_brings_no_amended_text_stays_one(text: str) -> None:
    assert len(_texts(text)) == 1
