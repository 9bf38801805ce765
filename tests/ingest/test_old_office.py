"""Old binary files and delimited texts read like new ones; what cannot be read says why and what to do."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path

import pytest

from eval.reading.office import convert
from ingest.errors import IngestError
from ingest.line import LineStyle
from ingest.media_type import MediaType, sniff_media_type
from ingest.ole import stream_names
from ingest.readers import old_word_reader
from ingest.readers.csv_reader import read_csv
from ingest.readers.old_word_reader import read_old_word
from ingest.readers.xls_reader import read_xls
from tests.ingest.test_sheets import HEAD, ROWS, book, saved, sheet_of
from tests.ingest.texts import eids, parse
from tests.ingest.word_files import deleted, inserted, level, listing, numbered, paragraph, word_file

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def old_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """办法.doc, 办法.odt and 清单.xls, made by LibreOffice."""
    folder = tmp_path_factory.mktemp("old")
    numbering = listing(level(0, "chineseCounting", "第%1条"))
    body = paragraph("栖澜市养犬办法") + numbered("为了养犬，制定本办法。", 1)
    body += paragraph("处", deleted("一百元"), inserted("二百元"), "罚款。") + numbered("自2024年2月1日起施行。", 1)
    (folder / "办法.docx").write_bytes(word_file(body, {"numbering": numbering}))
    workbook = book(["栖澜市养犬管理责任清单"], HEAD, *ROWS, [3, "培训", None], merged=("A1:C1", "C4:C5"))
    sheet_of(workbook).row_dimensions[3].hidden = True
    secret = workbook.create_sheet("内部")
    secret.append(["不公开"])
    secret.sheet_state = "hidden"
    (folder / "清单.xlsx").write_bytes(saved(workbook))
    for suffix in ("doc", "odt"):
        convert([folder / "办法.docx"], suffix, folder)
    convert([folder / "清单.xlsx"], "xls", folder)
    return folder


@needs_office
@pytest.mark.parametrize("suffix", ["doc", "odt"])
def test_old_texts_are_turned_and_read_with_numbers_and_changes(old_files: Path, suffix: str) -> None:
    data = (old_files / f"办法.{suffix}").read_bytes()
    assert sniff_media_type(data, "办法.docx") is MediaType.DOC
    version = parse(data, "办法").version
    assert [a.label for a in version.articles] == ["第一条", "第二条"]
    assert "处二百元罚款。" in version.text
    assert "处一百元罚款。" in [remark.original for remark in version.remarks]


@needs_office
def test_rich_text_is_read() -> None:
    text = "第一条 自2024年2月1日起施行。"
    written = "".join(f"\\u{ord(character)}?" for character in text)
    data = f"{{\\rtf1\\ansi {written}\\par}}".encode("ascii")
    assert sniff_media_type(data, "办法.doc") is MediaType.DOC
    assert [line.text for line in read_old_word(data, "办法.doc").lines] == [text]


@needs_office
def test_old_workbooks_are_read_like_new_ones(old_files: Path) -> None:
    data = (old_files / "清单.xls").read_bytes()
    assert sniff_media_type(data, "清单.xls") is MediaType.XLS
    reading = read_xls(data, "清单.xls")
    assert [line.cells for line in reading.lines if line.style is LineStyle.ROW] == [
        ("1", "登记", "市公安局"),
        ("2", "巡查", "市水务局"),
        ("3", "培训", "市水务局"),
    ]
    assert reading.warnings == (
        "含隐藏的工作表（内部），未收录",
        "工作表“Sheet”含隐藏的行（第3行），已收录并标出，请核对",
    )


@needs_office
def test_an_old_workbook_that_calls_itself_new_is_refused(old_files: Path) -> None:
    with pytest.raises(IngestError, match=r"旧版 \.xls.*另存为 \.xlsx"):
        sniff_media_type((old_files / "清单.xls").read_bytes(), "清单.xlsx")


@needs_office
def test_a_damaged_workbook_says_so(old_files: Path) -> None:
    data = (old_files / "清单.xls").read_bytes()
    with pytest.raises(IngestError, match="已损坏"):
        read_xls(data[:512] + b"\x00" * (len(data) - 512), "清单.xls")


def test_without_libreoffice_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(old_word_reader, "_PROGRAMS", ())
    with pytest.raises(IngestError, match=r"旧版 \.doc.*另存为 \.docx.*LibreOffice"):
        read_old_word(b"{\\rtf1 a}", "办法.doc")


def ole(*names: str) -> bytes:
    """The bytes of a container that mentions these streams, and no more."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + b"".join(name.encode("utf-16-le") for name in names)


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("EncryptedPackage",), "需要密码"),
        (("PowerPoint Document",), "不是文字或表格"),
        ((), "不是文字或表格"),
    ],
)
def test_other_containers_are_refused(names: tuple[str, ...], message: str) -> None:
    with pytest.raises(IngestError, match=message):
        sniff_media_type(ole(*names), "文件.doc")


def test_a_damaged_container_is_told_by_what_it_mentions() -> None:
    assert stream_names(ole("WordDocument")) == {"WordDocument"}


CSV = '序号,职责事项,责任单位\n1,登记,市公安局\n2,"巡查，\n含夜间",市水务局\n'
WANTED = ["序号：1；职责事项：登记；责任单位：市公安局", "序号：2；职责事项：巡查， 含夜间；责任单位：市水务局"]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_delimited_lists_in_every_charset(codec: str, sign: str) -> None:
    data = CSV.replace(",", sign).encode(codec)
    assert sniff_media_type(data, "清单.txt") is MediaType.CSV
    assert [line.text for line in read_csv(data, "清单.txt").lines] == WANTED


def test_a_delimited_list_is_a_list() -> None:
    parsed = parse(("栖澜市养犬管理责任清单,,\n" + CSV).encode(), "清单.csv")
    assert parsed.instrument.title == "栖澜市养犬管理责任清单"
    assert eids(parsed) == ["row_1", "row_2"]


@pytest.mark.parametrize(
    "text",
    [
        "栖澜市养犬办法\n第一条 甲，乙，丙。\n第二条 丁，戊，己。\n",
        "栖澜市养犬办法\n第一条 甲,乙,丙。\n第二条 丁,戊,己。\n",
        "序号,职责事项\n只有这一行\n",
    ],
)
def test_a_text_with_commas_is_no_list(text: str) -> None:
    assert sniff_media_type(text.encode(), "办法.txt") is MediaType.TEXT


def test_a_sign_may_be_named_on_top() -> None:
    data = ("sep=|\n" + CSV.replace(",", "|")).encode()
    assert [line.text for line in read_csv(data, "清单.csv").lines] == WANTED


def test_the_locked_flag_of_a_word_file_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    import xlrd.compdoc

    class Locked:
        dirlist = ()

        def __init__(self, *_: object, **__: object) -> None: ...

        def get_named_stream(self, name: str) -> bytes:
            return bytes(10) + struct.pack("<H", 0x0100 if name == "WordDocument" else 0)

    monkeypatch.setattr(xlrd.compdoc, "CompDoc", Locked)
    with pytest.raises(IngestError, match="需要密码"):
        sniff_media_type(ole("WordDocument"), "办法.doc")
