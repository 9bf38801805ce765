"""Two texts one behind the other in a file, each under its own title."""

from __future__ import annotations

import pytest

from ingest.clean import clean_lines
from ingest.line import Line
from ingest.split import split_texts

FIRST = ["栖澜市养犬管理办法", *(f"第{n}条 养犬人应当遵守第{n}项要求。" for n in "一二三四")]
SECOND = [
    "栖澜市公园管理办法",
    "（2024年3月1日栖澜市人民政府公布）",
    "第一条 为了管理公园，制定本办法。",
    "第二条 本市公园适用本办法。",
]
DECISION = [
    "关于修改《栖澜市养犬管理办法》的决定",
    "对办法作如下修改：",
    "一、删去第四条。",
    "本决定自2025年1月1日起施行。",
]


def texts(rows: list[str]) -> list[list[str]]:
    found = split_texts(clean_lines([Line(row) for row in rows])).texts
    return [text.text.split("\n") for text in found]


@pytest.mark.parametrize("behind", [SECOND, DECISION])
def test_a_second_text_comes_apart(behind: list[str]) -> None:
    assert texts([*FIRST, *behind]) == [FIRST, behind]


@pytest.mark.parametrize(
    "behind",
    [
        ["附件", *SECOND],
        ["附件1：公园办法", *SECOND],
        FIRST,
        ["公园管理按照有关规定", "第五条 公园管理另行规定。"],
        ["第二章 特别规定", "第一节 一般规定", "第五条 公园管理另行规定。"],
        ["二、公园管理办法", "第一条 甲。"],
        ["“栖澜市公园管理办法", "第一条 甲。”"],
    ],
)
def test_what_is_attached_repeated_or_goes_on_stays(behind: list[str]) -> None:
    assert texts([*FIRST, *behind]) == [[*FIRST, *behind]]


def test_the_reader_is_told() -> None:
    first, _ = split_texts(clean_lines([Line(row) for row in (*FIRST, *SECOND)])).texts
    assert first.warnings == ("文件含有2件文件，已分开收录",)
