"""PDF files as they really come: turned, cropped, spaced, stamped, hidden, broken."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from ingest import IngestError
from ingest.line import LineStyle
from ingest.readers.pdf_quality import is_garbage
from ingest.readers.pdf_reader import read_pdf
from tests.ingest.pdf_files import make_pdf, show, text_at

FIRST = "第一条　市水务局负责河湖巡护工作。"
SECOND = "第二条　本办法自公布之日起施行。"
LETTERS = FIRST + SECOND + "草稿栖澜市人民政府文件河 广告"
TWO = text_at(100, 700, FIRST) + text_at(100, 670, SECOND)
READ = ["第一条 市水务局负责河湖巡护工作。", "第二条 本办法自公布之日起施行。"]


def _texts(*pages: str, **settings: str) -> list[str]:
    data = make_pdf(pages, settings.pop("entries", "/MediaBox [0 0 595 842]"), letters=LETTERS, **settings)  # type: ignore[arg-type]
    return [line.text for line in read_pdf(data, "办法.pdf").lines]


def test_a_text_layer_is_read() -> None:
    assert _texts(TWO) == READ


@pytest.mark.parametrize("matrix", ["0 1 -1 0", "-1 0 0 -1", "0 -1 1 0", "0.9998 0.0175 -0.0175 0.9998"])
def test_type_is_read_in_whatever_direction_it_is_drawn(matrix: str) -> None:
    c, d = map(float, matrix.split()[2:])
    drawn = text_at(300, 400, FIRST, matrix=matrix) + text_at(300 - 30 * c, 400 - 30 * d, SECOND, matrix=matrix)
    assert _texts(drawn) == READ


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_turned_for_the_screen_is_read(turn: int) -> None:
    assert _texts(TWO, entries=f"/MediaBox [0 0 595 842] /Rotate {turn}") == READ


def test_vertical_writing_is_read_from_the_right() -> None:
    drawn = text_at(400, 700, FIRST) + text_at(360, 700, SECOND)
    assert _texts(drawn, encoding="Identity-V") == READ


def test_spaced_letters_have_no_blanks_between() -> None:
    drawn = f"BT /F1 22 Tf 12 Tc 1 0 0 1 100 700 Tm {show('栖澜市人民政府')} Tj ET"
    assert _texts(drawn) == ["栖澜市人民政府"]


def test_letters_moved_by_kerning_stay_one_word() -> None:
    drawn = f"BT /F1 16 Tf 100 700 Td [{show('市水务局')} -150 {show('负责')} 120 {show('河湖')}] TJ ET"
    assert _texts(drawn) == ["市水务局负责河湖"]


def test_type_made_bold_by_drawing_it_twice_is_read_once() -> None:
    assert _texts(TWO + text_at(100.4, 700, FIRST)) == READ


def test_letters_outside_of_the_crop_box_are_not_seen() -> None:
    assert _texts(TWO + text_at(20, 820, "广告"), entries="/MediaBox [0 0 595 842] /CropBox [50 50 545 792]") == READ


def test_hidden_letters_are_left_out_and_told_of() -> None:
    data = make_pdf([TWO + f"BT 3 Tr /F1 16 Tf 100 600 Td {show('第三条　广告')} Tj ET"], letters=LETTERS + "三")
    reading = read_pdf(data, "办法.pdf")
    assert [line.text for line in reading.lines] == READ
    assert reading.warnings == ("第1页有不可见的文字，未收录",)


THIRD = text_at(100, 600, "第三条　广告")


@pytest.mark.parametrize(
    "drawn",
    [
        "q 1 1 1 rg " + THIRD + " Q",
        "q 1 g " + THIRD + " Q",
        "q 0 0 0 0 k " + THIRD + " Q",
        "q 90 650 300 100 re W n " + THIRD + " Q",
        "q 90 100 300 100 re W* n 0 0 300 842 re W n " + THIRD + " Q",
        "q 1 1 1 rg 90 590 300 40 re f " + THIRD + " Q",
    ],
)
def test_letters_that_nobody_sees_are_left_out_and_told_of(drawn: str) -> None:
    reading = read_pdf(make_pdf([TWO + drawn], letters=LETTERS + "三"), "办法.pdf")
    assert [line.text for line in reading.lines] == READ
    assert reading.warnings == ("第1页有不可见的文字，未收录",)


@pytest.mark.parametrize(
    "drawn",
    [
        "q 0 0 0.5 rg 90 590 300 40 re f 1 1 1 rg " + THIRD + " Q",
        "q 0.2 g 90 590 m 390 590 l 390 630 l 90 630 l h f 1 g " + THIRD + " Q",
        "q 90 590 300 40 re W n " + THIRD + " Q",
        "q 1 scn " + THIRD + " Q",
        "q 1 g 2 Tr " + THIRD + " Q",
        "q 1 g Q " + THIRD,
        "q 100 590 m 100 700 350 700 350 590 c W n " + THIRD + " Q",
    ],
)
def test_white_letters_on_a_ground_and_letters_inside_their_clip_are_read(drawn: str) -> None:
    reading = read_pdf(make_pdf([TWO + drawn], letters=LETTERS + "三"), "办法.pdf")
    assert [line.text for line in reading.lines] == [*READ, "第三条 广告"]
    assert reading.warnings == ()


def test_a_layer_that_is_switched_off_is_left_out() -> None:
    writer = PdfWriter(
        clone_from=PdfReader(io.BytesIO(make_pdf([TWO + "/OC /L0 BDC " + THIRD + " EMC"], letters=LETTERS + "三")))
    )
    layer = writer._add_object(DictionaryObject({NameObject("/Type"): NameObject("/OCG")}))
    resources = writer.pages[0]["/Resources"].get_object()
    assert isinstance(resources, DictionaryObject)
    resources[NameObject("/Properties")] = DictionaryObject({NameObject("/L0"): layer})
    on, off = (
        DictionaryObject({NameObject("/OCGs"): ArrayObject([layer]), NameObject("/D"): DictionaryObject(default)})
        for default in ({}, {NameObject("/OFF"): ArrayObject([layer])})
    )
    for properties, wanted in ((on, [*READ, "第三条 广告"]), (off, READ)):
        writer._root_object[NameObject("/OCProperties")] = properties
        buffer = io.BytesIO()
        writer.write(buffer)
        assert [line.text for line in read_pdf(buffer.getvalue(), "办法.pdf").lines] == wanted


def test_a_watermark_is_left_out_and_told_of() -> None:
    data = make_pdf([text_at(150, 400, "草稿", 60, "0.7071 0.7071 -0.7071 0.7071") + TWO], letters=LETTERS)
    reading = read_pdf(data, "办法.pdf")
    assert [line.text for line in reading.lines] == READ
    assert reading.warnings == ("第1页斜排的文字（水印）未收录",)


def test_the_red_letterhead_is_known_by_its_colour() -> None:
    data = make_pdf(["0.85 0 0 rg " + text_at(150, 750, "栖澜市人民政府", 36) + "0 g " + TWO], letters=LETTERS)
    assert [line.style for line in read_pdf(data, "办法.pdf").lines][:2] == [LineStyle.LETTERHEAD, LineStyle.BODY]


def test_a_form_is_drawn_where_it_is_called_and_one_that_calls_itself_ends() -> None:
    forms = {"A": text_at(100, 670, SECOND) + "/B Do", "B": "/A Do"}
    data = make_pdf([text_at(100, 700, FIRST) + "q /A Do Q"], letters=LETTERS, forms=forms)
    assert [line.text for line in read_pdf(data, "办法.pdf").lines] == READ


def test_glyph_numbers_without_characters_are_no_text() -> None:
    data = make_pdf([TWO], letters=None)
    with pytest.raises(IngestError, match="识别不出文字"):
        read_pdf(data, "办法.pdf")


def test_a_password_is_asked_for() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf([TWO], letters=LETTERS))))
    writer.encrypt("栖澜", algorithm="AES-256")
    buffer = io.BytesIO()
    writer.write(buffer)
    with pytest.raises(IngestError, match="需要密码"):
        read_pdf(buffer.getvalue(), "办法.pdf")


def test_object_and_reference_streams_are_read() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf([TWO], letters=LETTERS))))
    buffer = io.BytesIO()
    writer.write(buffer)
    whole = buffer.getvalue()
    assert [line.text for line in read_pdf(whole, "办法.pdf").lines] == READ
    cut = whole[: whole.rindex(b"xref")]
    assert [line.text for line in read_pdf(cut, "断尾.pdf").lines] == READ


def test_a_bomb_is_refused_by_its_size() -> None:
    data = make_pdf([" " * 80_000_000], letters="一")
    with pytest.raises(IngestError, match="解压后过大"):
        read_pdf(data, "大.pdf")


@pytest.mark.parametrize(
    ("texts", "garbage"),
    [
        (["栖澜市人民政府应当加强河湖巡护工作的组织领导。" * 2], False),
        (["Regulations on River Patrol of Qilan City, adopted by the Standing Committee"], False),
        (["2024", "1,200", "3.5%", "合计"], False),
        (["第一条"], False),
        (["\ufffd\ufffd\ufffd第一条"], True),
        (["\ue001\ue002\ue003\ue004 第一条"], True),
        (["锛屾爮婢滃競浜烘皯鏀垮簻搴斿綋鍔犲己娌虫箹宸℃姢宸ヤ綔鐨勭粍缁囬瀵煎皢宸℃姢缁忚垂" * 2], True),
        (["!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~!\"#$%&'()*+,-./:;<=>"], True),
    ],
)  # fmt: skip
def test_a_layer_that_nobody_wrote_is_told(texts: list[str], garbage: bool) -> None:
    assert is_garbage(texts) is garbage


def test_a_page_that_says_nothing_of_its_size_is_read() -> None:
    assert _texts(TWO, entries="") == READ


def test_a_level_watermark_across_the_lines_is_left_out_and_told_of() -> None:
    reading = read_pdf(make_pdf([TWO + text_at(90, 660, "草稿", 90)], letters=LETTERS), "办法.pdf")
    assert [line.text for line in reading.lines] == READ
    assert reading.warnings == ("第1页衬在正文下的大字（水印）未收录",)


def test_a_large_title_over_the_text_stays() -> None:
    assert _texts(text_at(100, 740, "栖澜市文件", 60) + TWO) == ["栖澜市文件", *READ]


@pytest.mark.parametrize("short", [b"/Fl", b"[/Fl]"])
def test_short_names_of_filters_are_understood(short: bytes) -> None:
    data = make_pdf([TWO], letters=LETTERS).replace(b"/FlateDecode", short.ljust(12))
    assert [line.text for line in read_pdf(data, "办法.pdf").lines] == READ
