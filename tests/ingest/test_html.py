"""A web page is read as people see it: its main text, without what is hidden, advertised or put around it."""

from __future__ import annotations

import pytest

from ingest.line import LineStyle
from ingest.media_type import MediaType, sniff_media_type
from ingest.readers.html_reader import read_html

ARTICLES = "<p>第一条 市水务局负责河道的日常巡查，并向社会公布结果。</p><p>第二条 区人民政府负责河道的清淤疏浚。</p>"
READ = ["第一条 市水务局负责河道的日常巡查，并向社会公布结果。", "第二条 区人民政府负责河道的清淤疏浚。"]
SPAM = "<a href='x'>第三条 彩票平台</a> <a href='y'>第四条 快速赚钱</a> 第五条 点击进入"


def lines(page: str) -> list[str]:
    return [line.text for line in read_html(page.encode(), "网页.html").lines]


@pytest.mark.parametrize(
    "block",
    [
        f"<div style='display:none'>{SPAM}</div>",
        f"<div style='DISPLAY : NONE;'>{SPAM}</div>",
        f"<div style='visibility:hidden'>{SPAM}</div>",
        f"<div style='position:absolute;left:-9999px'>{SPAM}</div>",
        f"<div style='text-indent:-999em'>{SPAM}</div>",
        f"<div style='height:0;overflow:hidden'>{SPAM}</div>",
        f"<div style='width:1px;height:1px;overflow:hidden'>{SPAM}</div>",
        f"<span style='font-size:0'>{SPAM}</span>",
        f"<div style='opacity:0'>{SPAM}</div>",
        f"<div hidden>{SPAM}</div>",
        f"<marquee height=1>{SPAM}</marquee>",
        f"<style>.q1,div.q2{{display:none}} #q3{{left:-5000px;position:fixed}}</style><div class='a q2'>{SPAM}</div>",
        f"<style>#q3{{text-indent:-5000px}}</style><p id=q3>{SPAM}</p>",
        f"<nav>{SPAM}</nav>",
        f"<footer>{SPAM}</footer>",
        f"<div class='share-bar'>{SPAM}</div>",
        f"<script>document.write('{SPAM.replace(chr(39), '')}')</script>",
        f"<!-- {SPAM} -->",
        f"<noscript>{SPAM}</noscript>",
        f"<dialog>{SPAM}</dialog>",
        f"<p style='font-size:1px'>{SPAM}</p>",
        "<ul>" + "".join(f"<li><a href='{n}'>第{n}条 相关文件</a></li>" for n in "三四五六七") + "</ul>",
    ],
)
def test_what_people_do_not_see_or_read_is_no_line(block: str) -> None:
    assert lines(f"<html><body>{ARTICLES}{block}</body></html>") == READ
    assert lines(f"<html><body>{block}{ARTICLES}</body></html>") == READ


VISIBLE = (
    "overflow:hidden;height:200px", "font-size:14px", "font-size:1.2em",
    "line-height:0.5", "opacity:0.9", "margin-left:-10px", "width:100%;height:1em",
)  # fmt: skip


@pytest.mark.parametrize("style", VISIBLE)
def test_a_style_that_hides_nothing_drops_nothing(style: str) -> None:
    assert lines(f"<div style='{style}'>{ARTICLES}</div>") == READ


def test_a_page_that_shows_its_text_by_script_keeps_it() -> None:
    assert lines(f"<body><p>请稍候</p><div style='display:none'>{ARTICLES * 4}</div></body>") == READ * 4


def test_rules_for_print_hide_nothing_on_the_screen() -> None:
    assert lines(f"<style>@media print {{ .c {{ display:none }} }}</style><div class=c>{ARTICLES}</div>") == READ


def test_a_share_bar_over_the_text_cuts_nothing() -> None:
    page = f"<h1>栖澜市河道办法</h1><p>栖澜市水务局</p><p>分享到：微信</p>{ARTICLES}<p>上一篇：甲</p><p>第九条 乙</p>"
    assert lines(page) == ["栖澜市河道办法", "栖澜市水务局", *READ]


def test_a_form_around_the_page_is_no_furniture() -> None:
    assert lines(f"<body><form id=aspnetForm>{ARTICLES}</form></body>") == READ


def test_struck_words_are_left_out_and_told() -> None:
    reading = read_html("<p>第一条 罚款<del>一千元</del>五千元。</p>".encode(), "a.html")
    assert [line.text for line in reading.lines] == ["第一条 罚款五千元。"]
    assert reading.warnings == ("已去除网页中带删除线的文字（3字）",)


def test_depth_costs_no_word() -> None:
    page = "<body>" + "<div>" * 5000 + ARTICLES + "</div>" * 5000 + "<div style='display:none'>第九条</div></body>"
    reading = read_html(page.encode(), "深.html")
    assert [line.text for line in reading.lines] == READ
    assert "嵌套层次过深" in reading.warnings[0]


def test_cells_over_rows_and_columns_stand_in_each() -> None:
    page = (
        "<p>第一条 分工见下表。</p><table><tr><th>序号</th><th colspan=2>单位</th></tr>"
        "<tr><td rowspan=2>1</td><td>甲局</td><td>牵头</td></tr><tr><td>乙局</td><td>配合</td></tr></table>"
    )
    rows = [line for line in read_html(page.encode(), "表.html").lines if line.style is LineStyle.ROW]
    assert [row.cells for row in rows] == [("序号", "单位", "单位"), ("1", "甲局", "牵头"), ("1", "乙局", "配合")]
    assert rows[2].text == "1 | 乙局 | 配合"


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("<ol><li>登记；</li><li>年检。</li></ol>", ["1. 登记；", "2. 年检。"]),
        ("<ol start=3><li>登记；</li></ol>", ["3. 登记；"]),
        ("<ol><li>（一）登记；</li></ol>", ["（一）登记；"]),
        ("<ul><li>登记；</li></ul>", ["登记；"]),
    ],
)
def test_numbers_of_a_list_are_written_out_unless_they_are_there(items: str, expected: list[str]) -> None:
    assert lines(f"<p>第一条 包括：</p>{items}") == ["第一条 包括：", *expected]


def test_line_ends_of_the_source_are_no_blanks_between_characters() -> None:
    page = "<p>第一条 市水务局\n  负责巡查。<br>第二条 乙&lt;b&gt;。</p><pre>第三条 丙。\n第四条 丁。</pre>"
    assert lines(page) == ["第一条 市水务局负责巡查。", "第二条 乙<b>。", "第三条 丙。", "第四条 丁。"]


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-8"])
def test_a_page_is_known_by_its_tags_in_wide_characters_and_behind_a_long_comment(charset: str) -> None:
    page = f"<!-- {'x' * 6000} --><html><body><h1>办法</h1><p>第一条 养犬人应当登记。</p></body></html>"
    assert sniff_media_type(page.encode(charset), "页.html") is MediaType.HTML


def test_tags_far_down_in_a_text_make_no_page() -> None:
    text = "第一条 养犬人应当登记。\n" * 400 + "<div>"
    assert sniff_media_type(text.encode(), "办法.txt") is MediaType.TEXT


def test_numbers_of_a_list_stand_before_no_label() -> None:
    text = "<h1>办法</h1><ol><li>第一条 甲。</li><li>第二条 乙。</li></ol>"
    assert lines(text) == ["办法", "第一条 甲。", "第二条 乙。"]
