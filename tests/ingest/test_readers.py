"""Each format is read into the lines that a person sees; PDF and Word files are made by the test itself."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from openpyxl import Workbook

from corpus import NormKind
from ingest import IngestError, read_file
from ingest.media_type import MediaType, sniff_media_type
from tests.ingest.texts import GAZETTEER, REGULATION, SHARED, eids, parse, shape


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"%PDF-1.7\n", MediaType.PDF),
        (b"mail header\r\n\r\n%PDF-1.4", MediaType.PDF),
        ("<!DOCTYPE html><p>第一条</p>".encode(), MediaType.HTML),
        ("# 栖澜市养犬办法\n第一条 甲。".encode(), MediaType.MARKDOWN),
        ("栖澜市养犬办法\n第一条 甲。".encode("gb18030"), MediaType.TEXT),
    ],
)
def test_the_format_is_told_by_the_content(data: bytes, media_type: MediaType) -> None:
    assert sniff_media_type(data, "无后缀") is media_type


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be-bom"])
def test_one_text_in_every_charset_is_one_tree(codec: str) -> None:
    data = b"\xfe\xff" + REGULATION.encode("utf-16-be") if codec == "utf-16-be-bom" else REGULATION.encode(codec)
    assert shape(parse(data)) == shape(parse(REGULATION))


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\u2028", "\u0085"])
def test_every_line_end_ends_a_line(line_end: str) -> None:
    assert shape(parse(REGULATION.replace("\n", line_end))) == shape(parse(REGULATION))


def test_the_markdown_layout_of_law_collections_is_known() -> None:
    text = (
        "# 栖澜市养犬办法\n\n2024年1月5日 栖澜市人民政府令第12号公布\n\n<!-- INFO END -->\n\n## 第一章  总则\n\n"
        "**第一条** 为了养犬。\n\n## 第二章  附则\n\n第二条 自2024年2月1日起施行。\n"
    )
    parsed = parse(text)
    assert eids(parsed) == ["chp_1", "art_1", "art_1__para_1", "chp_2", "art_2", "art_2__para_1"]
    assert parsed.instrument.document_number == "栖澜市人民政府令第12号"


def test_a_portal_page_gives_only_its_text() -> None:
    page = (
        "<html><head><meta charset='utf-8'><title>门户</title><script>第九条 假。</script></head><body>"
        "<nav><a href='/'>首页</a></nav><div class='breadcrumb'>当前位置：首页 > 法规</div><div class='main'>"
        "<h1>栖澜市养犬办法</h1><p>发布时间：2024-01-05</p><div id='zoom'><p>第一条&emsp;为了养犬，制定本办法。</p>"
        "<p>第二条&emsp;本办法自2024年2月1日起施行。</p></div><p>【打印】【关闭】</p><p>相关文件：第三条 解读</p></div>"
        "<div style='display:none'><a href='x'>第四条 广告</a></div><footer>第五条 版权所有</footer></body></html>"
    )
    parsed = parse(page, "网页.txt")
    assert parsed.instrument.title == "栖澜市养犬办法"
    assert parsed.version.text == "栖澜市养犬办法\n第一条 为了养犬，制定本办法。\n第二条 本办法自2024年2月1日起施行。"


def test_bytes_win_over_a_wrong_declaration() -> None:
    page = "<html><head><meta charset='utf-8'></head><body><p>第一条 栖澜市适用本办法。</p></body></html>"
    assert [a.label for a in parse(page.encode("gb18030")).version.articles] == ["第一条"]


def test_a_word_file_keeps_the_order_of_paragraphs_and_tables() -> None:
    document = docx.Document()
    for text in ("栖澜市养犬办法", "第一条　为了养犬，制定本办法。"):
        document.add_paragraph(text)
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip((c for row in table.rows for c in row.cells), ("序号", "单位", "1", "市公安局"), strict=True):
        cell.text = text
    document.add_paragraph("第二条　本办法自2024年2月1日起施行。")
    parsed = parse(_saved(document), "办法")
    assert eids(parsed) == [
        "art_1", "art_1__para_1", "art_1__tab_1", "art_1__tab_1__row_1", "art_2", "art_2__para_1",
    ]  # fmt: skip
    assert "1 | 市公安局" in parsed.version.text


def test_tracked_changes_are_read_as_accepted() -> None:
    document = docx.Document()
    document.add_paragraph("栖澜市养犬办法")
    paragraph = document.add_paragraph("第一条　处")
    for tag, kind, text in (("w:del", "w:delText", "一百元"), ("w:ins", "w:t", "二百元")):
        change, run, words = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(kind)
        words.text = text
        run.append(words)
        change.append(run)
        paragraph._p.append(change)
    paragraph.add_run("罚款，自公布之日起施行。")
    assert "第一条 处二百元罚款，自公布之日起施行。" in parse(_saved(document)).version.text


def test_automatic_numbers_are_counted() -> None:
    document = docx.Document()
    document.add_paragraph("栖澜市养犬办法")
    numbering = document.part.numbering_part.element
    abstract, number = _list(77, "第%1条", "chineseCounting")
    numbering.insert(0, abstract)
    numbering.append(number)
    for text in ("为了养犬，制定本办法。", "本办法自2024年2月1日起施行。"):
        properties = document.add_paragraph(text)._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_numId().val = 77
        properties.get_or_add_ilvl().val = 0
    assert [a.label for a in parse(_saved(document)).version.articles] == ["第一条", "第二条"]


def _list(identity: int, text: str, form: str) -> tuple[BaseOxmlElement, BaseOxmlElement]:
    abstract, level = OxmlElement("w:abstractNum"), OxmlElement("w:lvl")
    abstract.set(qn("w:abstractNumId"), str(identity))
    level.set(qn("w:ilvl"), "0")
    for tag, value in (("w:start", "1"), ("w:numFmt", form), ("w:lvlText", text)):
        part = OxmlElement(tag)
        part.set(qn("w:val"), value)
        level.append(part)
    abstract.append(level)
    number, target = OxmlElement("w:num"), OxmlElement("w:abstractNumId")
    number.set(qn("w:numId"), str(identity))
    target.set(qn("w:val"), str(identity))
    number.append(target)
    return abstract, number


def _saved(document: docx.document.Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_a_responsibility_list_gives_one_row_a_line() -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (["栖澜市养犬管理责任清单"], ["序号", "事项", "单位"], [1, "登记", "市公安局"], [2, "巡查", None]):
        sheet.append(row)
    hidden = workbook.create_sheet("内部")
    hidden.append(["序号", "电话", "备注"])
    hidden.append([1, "不公开", "无"])
    hidden.sheet_state = "hidden"
    buffer = io.BytesIO()
    workbook.save(buffer)
    parsed = parse(buffer.getvalue(), "清单")
    assert shape(parsed) == [
        ("row_1", "", "", "序号：1；事项：登记；单位：市公安局"),
        ("row_2", "", "", "序号：2；事项：巡查"),
    ]
    assert parsed.instrument.title == "栖澜市养犬管理责任清单"
    assert parsed.instrument.kind is NormKind.RESPONSIBILITY_LIST


@pytest.mark.parametrize(
    "path",
    sorted((Path(__file__).resolve().parents[2] / "corpus" / "sample" / "texts").glob("*.*")),
    ids=lambda path: path.suffix + path.stem[:8],
)
def test_the_sample_corpus_is_taken_in_without_a_warning(path: Path) -> None:
    parsed = read_file(path, GAZETTEER)[0]
    assert parsed.version.warnings == ()
    assert parsed.instrument.title == path.stem


@pytest.mark.skipif(not (SHARED / "laws").is_dir(), reason="the shared collection of laws is not here")
def test_a_real_regulation_is_read_as_it_stands() -> None:
    path = next((SHARED / "laws" / "zhejiang").rglob("杭州城市大脑赋能城市治理促进条例*.md"))
    version = read_file(path, GAZETTEER)[0].version
    assert [p.eid for p in version.children(version.articles[5].eid)] == [
        "art_6__para_1",
        "art_6__para_2",
        "art_6__para_3",
    ]
    assert len([p for p in version.provisions if p.eid.startswith("art_6__para_1__item_")]) == 6
    assert len(version.articles) == 18


def test_nothing_but_an_ingest_error_comes_out_of_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(IngestError, match="文件不存在"):
        read_file(tmp_path / "没有.txt", GAZETTEER)[0]
