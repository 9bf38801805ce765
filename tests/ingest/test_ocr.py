"""Scans: pictures of pages are read, set upright, and what is doubtful is told."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from corpus import RemarkKind
from ingest.ocr.spelling import tidy
from ingest.progress import PageProgress, listening
from ingest.readers.pdf_layout import lines_of_pages
from ingest.readers.pdf_reader import read_pdf
from ingest.readers.pdf_words import Page, Word

FONTS = sorted(Path("/usr/share/fonts").rglob("NotoS*CJK*.ttc"))
needs_font = pytest.mark.skipif(not FONTS, reason="no Chinese font to draw a scan with")

LINES = (
    (120, "第一条　市水务局负责河湖巡护工作，应当编制"),
    (60, "巡护计划，并向社会公布（涉密的除外）。"),
    (120, "第二条　本办法自公布之日起施行。"),
)


def _scan(turn: float = 0, pages: int = 1) -> bytes:
    """A PDF of nothing but pictures, 150 dots to the inch, turned counter-clockwise."""
    picture = Image.new("L", (900, 420), 255)
    draw = ImageDraw.Draw(picture)
    font = ImageFont.truetype(str(FONTS[0]), 34)
    for n, (x, text) in enumerate(LINES):
        draw.text((x, 60 + 70 * n), text, fill=0, font=font)
    turned = picture.rotate(turn, expand=True, fillcolor=255)
    buffer = io.BytesIO()
    turned.save(buffer, "PDF", resolution=150, save_all=True, append_images=[turned] * (pages - 1))
    return buffer.getvalue()


@needs_font
@pytest.mark.parametrize("turn", [0, 90, 180, 270, 1, -2])
def test_a_scan_is_read_however_it_lies(turn: float) -> None:
    reading = read_pdf(_scan(turn), "扫描.pdf")
    assert [line.text for line in reading.lines] == [
        "第一条 市水务局负责河湖巡护工作，应当编制巡护计划，并向社会公布（涉密的除外）。",
        "第二条 本办法自公布之日起施行。",
    ]
    assert reading.warnings == ("全文没有文字层，由扫描识别（OCR）得到文字，请核对原件",)


@needs_font
def test_pages_read_side_by_side_stay_in_their_order() -> None:
    one = read_pdf(_scan(), "扫描.pdf")
    five = read_pdf(_scan(pages=5), "扫描.pdf")
    assert [line.page for line in five.lines] == sorted(line.page or 0 for line in five.lines)
    assert {line.page for line in five.lines} == {1, 2, 3, 4, 5}
    for page in range(1, 6):
        assert [line.text for line in five.lines if line.page == page] == [line.text for line in one.lines]


@needs_font
def test_the_progress_of_slow_pages_is_told() -> None:
    heard: list[PageProgress] = []
    with listening(heard.append):
        read_pdf(_scan(pages=2), "扫描.pdf")
    assert [(progress.done, progress.total) for progress in heard] == [(0, 2), (1, 2), (2, 2)]


def test_a_doubtful_line_is_remarked_where_it_stands_in_the_paragraph() -> None:
    words = (
        Word("第一条市水务局负责河湖巡护工作，包括", 124, 700, 12, confidence=0.99),
        Word("编制巡护计划和组织开展巡护人员培训考核，", 100, 680, 12, confidence=0.62),
        Word("并向社会公布。", 100, 660, 12, confidence=0.98),
    )
    line = lines_of_pages((Page(1, words),))[0]
    remark = line.remarks[0]
    assert line.text.startswith("第一条 市水务局")
    assert line.text[remark.start : remark.end] == "编制巡护计划和组织开展巡护人员培训考核，"
    assert (remark.kind, remark.confidence) == (RemarkKind.LOW_CONFIDENCE, 0.62)
    assert "0.62" in remark.note


@pytest.mark.parametrize(
    ("read", "text"),
    [
        ("县(区)人民政府:", "县（区）人民政府："),
        ("(一)登记;", "（一）登记；"),
        ("（一)登记", "（一）登记"),
        ("(1)登记", "（1）登记"),
        ("栖政发[2024]18号", "栖政发〔2024〕18号"),
        ("河湖 巡护,巡查", "河湖巡护，巡查"),
        ("8:30至17:30", "8:30至17:30"),
        ("1,000元", "1,000元"),
        ("GB/T 9704 (2012)", "GB/T 9704 (2012)"),
        ("Smart City", "Smart City"),
    ],
)
def test_only_certain_signs_are_put_right(read: str, text: str) -> None:
    assert tidy(read) == text
