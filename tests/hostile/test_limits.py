"""Files over a limit: each is refused, and the error names the limit."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from pypdf import PdfWriter

from corpus import Gazetteer
from ingest import IngestError, read_file
from ingest.limits import MAX_CHARACTERS, check_characters, check_columns, check_pages, check_rows
from ingest.zipped import inspect_zip

GAZETTEER = Gazetteer(())


def _zip_of(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _lying_zip(inflated: int, said: int) -> bytes:
    """A zip with one member of ``inflated`` bytes whose headers say ``said``."""
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = b"".join(squeezer.compress(bytes(1 << 20)) for _ in range(inflated >> 20)) + squeezer.flush()
    name = b"word/document.xml"
    checksum = zlib.crc32(bytes(said))
    fields = (20, 0, 8, 0, 0, checksum, len(packed), said, len(name), 0)
    local = b"PK\x03\x04" + struct.pack("<5H3I2H", *fields) + name + packed
    entry = b"PK\x01\x02" + struct.pack("<6H3I5H2I", 20, *fields, 0, 0, 0, 0, 0) + name
    end = b"PK\x05\x06" + struct.pack("<4H2IH", 0, 0, 1, 1, len(entry), len(local), 0)
    return local + entry + end


def test_what_is_inflated_is_counted_whatever_the_directory_says() -> None:
    bomb = _lying_zip(301 << 20, said=100)
    with zipfile.ZipFile(io.BytesIO(bomb)) as archive:
        assert archive.infolist()[0].file_size == 100
    with pytest.raises(IngestError, match="解压后过大（上限 300 MB）"):
        inspect_zip(bomb, "炸弹.docx")


def test_a_zip_of_honest_size_passes() -> None:
    assert inspect_zip(_lying_zip(2 << 20, said=2 << 20), "好.docx") == {"word/document.xml"}


def test_too_many_members_are_refused() -> None:
    members = {f"word/{n}.xml": b"" for n in range(2000)}
    assert len(inspect_zip(_zip_of(members), "多.docx")) == 2000
    with pytest.raises(IngestError, match="上限 2000 个"):
        inspect_zip(_zip_of({**members, "word/one_more.xml": b""}), "多.docx")


def test_a_file_of_two_gibibytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "稀疏.txt"
    with path.open("wb") as file:
        file.truncate(2 << 30)
    with pytest.raises(IngestError, match=r"文件过大（2048 MB，上限 50 MB）"):
        read_file(path, GAZETTEER)


def _pages(count: int) -> bytes:
    writer = PdfWriter()
    for _ in range(count):
        writer.add_blank_page(10, 10)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _columns(count: int) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ("列", "甲", "乙"):
        sheet.append([f"{row}{n}" for n in range(count)])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


OVER = {
    "页.pdf": (lambda: _pages(3001), "上限 3000 页"),
    "列.xlsx": (lambda: _columns(201), "上限 200 列"),
}


@pytest.mark.parametrize(("name", "made", "what"), [(k, *v) for k, v in OVER.items()], ids=list(OVER))
def test_too_much_of_it_is_refused(tmp_path: Path, name: str, made: Callable[[], bytes], what: str) -> None:
    path = tmp_path / name
    path.write_bytes(made())
    with pytest.raises(IngestError, match=what):
        read_file(path, GAZETTEER)


@pytest.mark.parametrize(
    ("check", "most", "what"),
    [
        (check_pages, 3_000, "上限 3000 页"),
        (check_rows, 200_000, "上限 200000 行"),
        (check_columns, 200, "上限 200 列"),
        (check_characters, MAX_CHARACTERS, "上限 2000 万字"),
    ],
)
def test_a_limit_lets_itself_pass_and_no_more(check: Callable[[int, str], None], most: int, what: str) -> None:
    check(most, "表")
    with pytest.raises(IngestError, match=what):
        check(most + 1, "表")
