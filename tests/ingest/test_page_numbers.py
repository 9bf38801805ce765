"""Page numbers and tags that copying left in a plain text."""

from __future__ import annotations

import pytest

from ingest.readers.page_numbers import find_page_numbers
from ingest.readers.text_reader import read_text


@pytest.mark.parametrize("form", ["— {} —", "- {} -", "第 {} 页 共 3 页", "第{}页", "· {} ·", "－{}－"])
def test_page_numbers_that_run_on_are_no_lines(form: str) -> None:
    lines = ["第一条 甲。", form.format(1), "乙。", form.format(2), "丙。", form.format(3)]
    assert find_page_numbers(lines) == {1, 3, 5}


@pytest.mark.parametrize(
    "lines",
    [
        ["— 1 —", "甲。"],
        ["— 3 —", "甲。", "— 9 —"],
        ["1", "2", "3"],
        ["- 1 吨 -", "- 2 吨 -"],
        ["第1页应当盖章", "第2页应当签字"],
    ],
)
def test_other_numbers_stay(lines: list[str]) -> None:
    assert find_page_numbers(lines) == frozenset()


def test_breaks_and_blanks_of_a_page_are_those_of_the_text() -> None:
    text = "第一条&nbsp;&nbsp;甲。<br>\n第二条&emsp;乙。<BR/>第三条 &lt;丙&gt;。"
    assert [line.text for line in read_text(text.encode(), "办法.txt").lines] == [
        "第一条  甲。",
        "第二条 乙。",
        "第三条 &lt;丙&gt;。",
    ]
