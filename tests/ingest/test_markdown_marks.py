"""Marks inside a line of markdown fall away, the words stay."""

from __future__ import annotations

import pytest

from ingest.line import LineStyle
from ingest.readers.markdown_marks import without_marks
from ingest.readers.markdown_reader import read_markdown


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("**第一条**&nbsp;甲。", "第一条\xa0甲。"),
        ('[第一条](http://example.org/a#1 "注") 甲。', "第一条 甲。"),
        ("![徽](http://example.org/a.png)第一条 甲。", "第一条 甲。"),
        ("*甲*和__乙__", "甲和乙"),
        ("县\\（区\\）", "县（区）"),
        ("甲[^1]乙", "甲乙"),
        ("<span style='x'>甲</span>", "甲"),
        ("长3 * 宽4 * 高5", "长3 * 宽4 * 高5"),
        ("&lt;script&gt;", "&lt;script&gt;"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("第[2024]3号（见附件）", "第[2024]3号（见附件）"),
    ],
)
def test_marks_fall_away(written: str, words: str) -> None:
    assert without_marks(written) == words


def test_breaks_quotes_and_notes() -> None:
    text = "# 办法\n\n> 第一条 甲。<br>第二条 乙。\n>\n> <p>第三条 丙。[^1]</p>\n\n[^1]: 编者注。\n"
    lines = [line for line in read_markdown(text.encode(), "a.md").lines if line.text]
    assert [line.text for line in lines] == ["办法", "第一条 甲。", "第二条 乙。", "第三条 丙。", "[^1]: 编者注。"]
    assert lines[-1].style is LineStyle.NOTE


@pytest.mark.parametrize("fence", ["---", "+++"])
def test_front_matter_is_no_text(fence: str) -> None:
    lines = read_markdown(f"{fence}\ntitle = 甲\n{fence}\n# 办法\n".encode(), "a.md").lines
    assert [line.text for line in lines if line.text] == ["办法"]
