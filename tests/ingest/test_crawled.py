"""Crawled text: spam and readings go, traditional becomes simplified, damage is marked, no word is lost silently."""

from __future__ import annotations

from datetime import date

import pytest

from corpus import RemarkKind
from ingest.clean import clean_lines
from ingest.line import CleanText, Line
from tests.ingest.texts import parse

PROSE = (
    "栖澜市推进河道治理，坚持源头治理与系统治理相结合，健全市、区、镇三级联动机制，明确水行政主管部门的牵头职责，"
    "完善巡查、养护、执法一体的工作格局，推动水环境质量持续改善。"
)


def clean(*texts: str) -> CleanText:
    return clean_lines([Line(text) for text in texts])


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("加快推進建設(shè)的對(duì)策", "加快推进建设的对策"),
        ("加快建设（shè）和管理", "加快建设和管理"),
        ("加快建设( SHÈ )和管理", "加快建设和管理"),
        ("加快建设(jiàn shè)和管理", "加快建设和管理"),
        ("加快建设(jiàn'shè)和管理", "加快建设和管理"),
        ("绿化(lǜ huà)管理", "绿化管理"),
        ("A类(A)和GB类(GB)，(ii)项，表(a)", "A类(A)和GB类(GB)，(ii)项，表(a)"),
        ("统称数据(data)资源", "统称数据(data)资源"),
        ("西安(xian)市", "西安(xian)市"),
        ("饮料(café)", "饮料(café)"),
        ("见附件(一)和（2）", "见附件(一)和（2）"),
        ("管(guǎn xiá qū)", "管(guǎn xiá qū)"),
    ],
)
def test_readings_in_brackets_go_and_nothing_else(written: str, read: str) -> None:
    assert clean(written).text == read


def test_a_reading_without_a_tone_goes_only_where_others_have_one() -> None:
    with_tones = "建設(shè)的(de)對(duì)策與(yǔ)治理"
    assert clean(with_tones).text == "建设的对策与治理"
    assert clean("建设的(de)对策").text == "建设的(de)对策"


def test_a_traditional_text_is_simplified_and_quoted_as_written() -> None:
    text = "棲瀾市養犬辦法\n第一條 為了規範養犬管理，制定本辦法。\n第二條 市公安機關負責養犬登記(jì)。"
    parsed = parse(text)
    version = parsed.version
    assert parsed.instrument.title == "栖澜市养犬办法"
    assert [article.label for article in version.articles] == ["第一条", "第二条"]
    assert len(version.original_text) == len(version.text)
    assert version.as_written(version.articles[1]) == "第二條 市公安機關負責養犬登記。"
    assert "原文为繁体，检索用简体，引文保留原字" in version.warnings


def test_a_simplified_text_with_a_traditional_name_is_left_alone() -> None:
    text = clean("栖澜市養正书院保护办法", "第一条 为了加强养正书院的保护管理工作，传承优秀传统文化，制定本办法。")
    assert text.text.startswith("栖澜市養正书院")
    assert text.original == ""


def test_full_width_digits_are_read_as_digits_and_quoted_as_written() -> None:
    version = parse(
        "栖澜市养犬办法\n第１条　为了养犬，制定本办法。\n第２条　本办法自２０２４年２月１日起施行。"
    ).version
    assert [article.label for article in version.articles] == ["第1条", "第2条"]
    assert version.dates.effective_on == date(2024, 2, 1)
    assert version.as_written(version.articles[1]) == "第２条 本办法自２０２４年２月１日起施行。"


SPAM = (
    "澳门金沙官网|百家乐规则|时时彩计划|注册送彩金",
    "国产精品久久,日韩无码一区二区,免费视频在线观看,亚洲av",
    "主站蜘蛛池模板: 久久综合网| 亚洲精品无码| 中文字幕在线观看| 国产视频",
)


@pytest.mark.parametrize("spam", SPAM)
@pytest.mark.parametrize("before", [True, False])
def test_a_run_of_advertising_links_is_no_line(spam: str, before: bool) -> None:
    article = "第一条 市水务局负责巡查。"
    text = clean(*((spam, article) if before else (article, spam)))
    assert text.text == article
    assert text.warnings == ("已去除1行垃圾链接（广告）",)


@pytest.mark.parametrize(
    "provision",
    [
        "第二条 禁止利用互联网组织赌博、传播淫秽视频或者提供彩票投注服务。",
        "（一）擅自销售彩票、设置老虎机，或者为赌博提供条件的；",
        "（二）网络游戏、在线视频、直播平台的经营者未建立未成年人保护制度的；",
        "成人教育、继续教育、社区教育机构",
    ],
)
def test_a_provision_that_forbids_such_things_stays(provision: str) -> None:
    assert clean(provision).text == provision


def test_what_a_site_puts_around_its_article_goes_and_is_told() -> None:
    text = clean(
        "第一条 甲。", "期刊网http://www.example.org", "第二条 网址为http://www.example.org的网站由市水务局管理。",
        "来源:网络整理 免责声明:本文仅限学习分享", "猜你喜欢", "河道治理的经验", "某学报(2022年6期)",
    )  # fmt: skip
    assert text.text == "第一条 甲。\n第二条 网址为http://www.example.org的网站由市水务局管理。"
    assert text.warnings[0].startswith("已去除5行网页附加内容（“期刊网")


@pytest.mark.parametrize(
    ("above", "address"),
    [
        ("第三条 举报人可以登录下列网站举报：", "www.example.org"),
        ("第三条 举报人可以拨打热线电话，", "www.example.org"),
        ("（一）栖澜市举报网站", "www.example.org；"),
        ("（一）栖澜市举报网站", "http://www.example.org/report。"),
    ],
)
def test_an_address_that_belongs_to_the_sentence_stays(above: str, address: str) -> None:
    text = clean(above, address, "第四条 乙。")
    assert address in text.text
    assert text.warnings == ()


def test_related_titles_do_not_take_the_text_behind_them_along() -> None:
    text = clean("第一条 甲。", "第二条 乙。", "猜你喜欢", "河道治理的经验", "第三条 市水务局应当公布巡查结果。")
    assert "第三条" in text.text
    assert "河道治理的经验" in text.text


@pytest.mark.parametrize(
    ("text", "damaged"),
    [
        ("应当建立\ufffd度并公布", ["\ufffd"]),
        ("2019年xx月x日，xx省委", ["xx", "x", "xx"]),
        ("坚持***思想", ["***"]),
        ("市域?qū)用嫜由焱卣梗瑢⒂兄诤粚，促进发展", ["?qū)用嫜由焱卣梗瑢⒂兄诤粚"]),
        ("推动智能化??萍假x能城市", ["??萍假x"]),
        ('摘" 要', ['"']),
        ("名为\ue5e5的村", ["\ue5e5"]),
        ("何时办理？可以随时办理。", []),
        ("推进“放管服”改革", []),
        ("XML格式、Excel表格、x轴", []),
    ],
)
def test_damaged_stretches_are_marked_where_they_stand(text: str, damaged: list[str]) -> None:
    line = clean(text).lines[0]
    assert line.text == text
    assert [line.text[r.start : r.end] for r in line.remarks] == damaged
    assert all(remark.kind is RemarkKind.DAMAGED for remark in line.remarks)


@pytest.mark.parametrize("number", range(1, 11))
@pytest.mark.parametrize("heading", ["加強協同治理", "完善配套制度"])
def test_a_number_that_lost_half_a_blank_is_read_from_its_bytes(number: int, heading: str) -> None:
    written = "一二三四五六七八九十"[number - 1]
    shifted = _as_a_crawl_reads(b"\xa1" + f"（{written}）{heading}".encode("gbk"))
    line = clean(shifted + "“甲”").lines[0]
    assert line.text.startswith(f"（{written}）")
    assert line.remarks[0].original.startswith("。")


def _as_a_crawl_reads(data: bytes) -> str:
    """GBK byte by byte: a pair that is no character is dropped, a byte under 128 stands for itself."""
    parts, place = [], 0
    while place < len(data):
        size = 2 if data[place] > 127 else 1
        parts.append(data[place : place + size].decode("gbk", "ignore") if place + size <= len(data) else "")
        place += size
    return "".join(parts)


def test_a_line_of_mojibake_in_a_sound_text_is_put_right_or_marked() -> None:
    misread = "第二条 市水务局应当建立河道巡查制度".encode().decode("latin-1")
    text = clean("第一条 甲。", misread)
    assert text.lines[1].text == "第二条 市水务局应当建立河道巡查制度"
    assert text.lines[1].remarks
    garbage = "鍏绗竴鏉崄浜斿眾浜烘皯浠ｈ〃澶т細甯稿姟濮斿憳浼氱鍗佷簩娆′細"
    line = clean(PROSE * 2, garbage).lines[1]
    assert line.text == garbage
    assert [(r.start, r.end) for r in line.remarks] == [(0, len(garbage))]


def test_a_paragraph_cut_between_two_characters_is_one_again() -> None:
    text = clean(
        "一、总体要求", PROSE.removesuffix("推动水环境质量持续改善。") + "推动水环", "境质量持续改善。", "二、任务"
    )
    assert text.text == f"一、总体要求\n{PROSE}\n二、任务"


def test_characters_turned_by_an_override_are_read_as_people_see_them_and_told() -> None:
    text = clean("第一条 甲。", "\u202e条二第\u202c 乙。")
    assert text.text == "第一条 甲。\n第二条 乙。"
    assert text.lines[1].remarks[0].original == "条二第"
    assert text.warnings
