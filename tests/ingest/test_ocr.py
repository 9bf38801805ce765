"""Scans: pictures of pages are read, set upright, and what is doubtful is told."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from corpus import RemarkKind
from ingest.ocr.brackets import narrow_brackets
from ingest.ocr.engine import ReadLine
from ingest.ocr.sizes import type_sizes
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
        ("自 2025 年 1 月起", "自2025年1月起"),
        ("3.1 巡护范围", "3.1 巡护范围"),
        ("45 日", "45日"),
        ("网站www.example.org;", "网站www.example.org；"),
        ("上午8:30", "上午8:30"),
    ],
)
def test_only_certain_signs_are_put_right(read: str, text: str) -> None:
    assert tidy(read) == text


def _placed(text: str, bracket: int) -> ReadLine:
    """A line whose characters stand ten steps apart, but for the ``bracket`` steps that a bracket takes."""
    places, at = [], 0
    for letter in text:
        step = bracket if letter in "()（）" else 10
        places.append(at + step // 2)
        at += step
    return ReadLine(text, 1.0, tuple(places))


@pytest.mark.parametrize(
    ("text", "bracket", "narrow"),
    [
        ("市人民政府县(市区)水务局", 4, {6, 9}),
        ("市人民政府县（市区)水务局", 4, {6, 9}),
        ("市人民政府县(市区)水务局", 10, set()),
        ("市人民政府县(2024)水务局", 4, set()),  # beside figures nothing can be measured
    ],
)
def test_a_bracket_is_as_wide_as_it_is_printed(text: str, bracket: int, narrow: set[int]) -> None:
    assert narrow_brackets([_placed(text, bracket)]) == [narrow]


def test_a_bracket_that_cannot_be_measured_is_as_the_others_of_the_page() -> None:
    lines = [_placed("市人民政府县(市区)水务局", 4), _placed("依照本办法《巡护规定》(以下", 4)]
    assert narrow_brackets(lines) == [{6, 9}, {11}]


def _box(left: float, width: float, height: float) -> np.ndarray:
    return np.array([[left, 0], [left + width, 0], [left + width, height], [left, height]], dtype=np.float32)


def test_text_beside_a_table_of_smaller_type_keeps_its_own_size() -> None:
    line, table = "市水务局按照下表办理河湖巡护事项并于每季度末报告", "河道管理范围内建设项目"
    boxes = [(_box(0, len(text) * size + size * 0.48, size * 1.2), text)
             for text, size in [(line, 32.0)] * 2 + [(table, 22.0)] * 6 + [("令", 32.0)]]  # fmt: skip
    sizes = type_sizes(boxes)
    assert [round(size) for size in sizes] == [32, 32, *[22] * 6, 32]


def _drawn(draw: ImageDraw.ImageDraw, x: int, y: int, text: str, size: int = 34) -> None:
    draw.text((x, y), text, fill=0, font=ImageFont.truetype(str(FONTS[0]), size))


def _as_pdf(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PDF", resolution=150)
    return buffer.getvalue()


@needs_font
@pytest.mark.parametrize("turn", [0, 1, 90, 180])
def test_a_ruled_table_in_a_scan_keeps_its_cells(turn: float) -> None:
    cells = (
        ("序号", "巡护河段", "责任单位"),
        ("1", "栖澜江城区段", "城关街道办事处"),
        ("2", "青屿溪上游段", "青屿镇人民政府"),
    )
    picture = Image.new("L", (1000, 560), 255)
    draw = ImageDraw.Draw(picture)
    _drawn(draw, 100, 60, "第一条　市水务局按照下表组织开展河湖巡护。")
    borders = (80, 200, 500, 900)
    for row, texts in enumerate(cells):
        top = 160 + 80 * row
        for left, right, text in zip(borders, borders[1:], texts, strict=False):
            draw.rectangle((left, top, right, top + 80), outline=0, width=2)
            _drawn(draw, left + 30, top + 18, text, 30)
    lines = read_pdf(_as_pdf(picture.rotate(turn, expand=True, fillcolor=255)), "表.pdf").lines
    assert lines[0].text == "第一条 市水务局按照下表组织开展河湖巡护。"
    assert tuple(line.cells for line in lines[1:]) == cells
    assert lines[2].columns == cells[0]


@needs_font
def test_two_columns_of_a_scan_are_read_one_after_the_other() -> None:
    picture = Image.new("L", (1240, 700), 255)
    draw = ImageDraw.Draw(picture)
    left = (
        "市水务局负责河湖巡护工作",
        "并编制年度的河湖巡护计划",
        "乡镇政府配合做好有关工作",
        "巡护人员应当如实填写记录",
        "记录应当保存三年以上时间",
        "不得伪造或者擅自涂改记录",
        "违反规定的依法给予处分。",
    )
    right = (
        "县级政府应当保障巡护经费",
        "并将其列入本级的财政预算",
        "任何单位不得截留挪用经费",
        "审计机关应当加强审计监督",
        "并将审计结果向社会公开的",
        "依照有关法律的规定去执行",
        "本办法自公布之日起施行。",
    )
    for column, texts in ((80, left), (680, right)):
        for row, text in enumerate(texts):
            _drawn(draw, column, 60 + 70 * row, text)
    text = "".join(line.text for line in read_pdf(_as_pdf(picture), "两栏.pdf").lines)
    assert text == "".join(left) + "".join(right)


@pytest.mark.parametrize(
    ("text", "confidences", "sureness"),
    [
        ("巡护计划", (1.0, 1.0, 1.0, 0.96), 0.99),
        ("巡护计划", (1.0, 1.0, 1.0, 0.4), 0.4),  # one bad character hardly lowers a mean
        ("巡护（计划", (1.0, 1.0, 0.5, 1.0, 1.0), 0.99),  # ( or （ is no doubt about what is said
        ("巡 护", (1.0, 0.6), 0.6),
    ],
)
def test_a_line_is_as_sure_as_its_weakest_character(text: str, confidences: tuple[float, ...], sureness: float) -> None:
    assert ReadLine(text, 0.99, (), confidences).sureness == sureness
