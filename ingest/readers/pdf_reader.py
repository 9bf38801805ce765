"""PDF with a text layer: lines by their place on the page, page furniture removed, wrapped lines joined."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from logging import CRITICAL, getLogger

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from ingest.errors import IngestError
from ingest.line import Line
from ingest.parcel import Reading
from ingest.readers.pdf_layout import join_rows, strip_furniture
from ingest.readers.pdf_tables import rows_with_tables
from ingest.readers.pdf_words import Word, words_of_page

_BROKEN = (
    PyPdfError,
    ValueError,
    KeyError,
    TypeError,
    IndexError,
    AttributeError,
    OSError,
    ArithmeticError,
    RecursionError,
    AssertionError,
)
_REMEDY = "请重新导出该 PDF 后再导入"
_OCR = "请先做文字识别（OCR），或改用 Word、网页等有文字的版本"
# A file cut off at the end has all its objects but no cross-reference; with an empty tail pypdf finds them itself.
_TAIL = b"\nstartxref\n0\n%%EOF\n"
_HAN = re.compile(r"[\u3400-\u9fff]")


def read_pdf(data: bytes, name: str) -> Reading:
    """The lines of a PDF, each with its page; raises IngestError for an encrypted, broken or scanned one."""
    rows = [row for number, words in _read_words(data, name) for row in rows_with_tables(words, number)]
    lines = join_rows(strip_furniture(rows))
    _check_text(lines, name)
    return Reading(lines)


@contextmanager
def _quiet_library() -> Iterator[None]:
    """pypdf tells every repair it makes on stderr; an official has no use for that."""
    logger = getLogger("pypdf")
    level = logger.level
    logger.setLevel(CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


def _read_words(data: bytes, name: str) -> list[tuple[int, tuple[Word, ...]]]:
    """Number and words of each page. A damaged file makes pypdf fail in many ways that mean the same to people."""
    place = name
    with _quiet_library():
        try:
            reader = _open(data, name)
            pages = []
            for number, page in enumerate(reader.pages, start=1):
                place = f"{name} 第{number}页"
                pages.append((number, words_of_page(page)))
        except DependencyError as error:
            raise IngestError("PDF 已加密，需要密码或解密组件", place=name, remedy="请提供未加密的版本") from error
        except _BROKEN as error:
            raise IngestError("PDF 文件已损坏，无法读取", place=place, remedy=_REMEDY) from error
    return pages


def _open(data: bytes, name: str) -> PdfReader:
    whole = data if b"%%EOF" in data[-4096:] else data + _TAIL
    reader = PdfReader(io.BytesIO(whole), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise IngestError("PDF 已加密，需要密码", place=name, remedy="请提供未加密的版本")
    return reader


def _check_text(lines: tuple[Line, ...], name: str) -> None:
    text = "".join(line.text for line in lines)
    if not text.strip():
        raise IngestError("PDF 没有文字层（可能是扫描件）", place=name, remedy=_OCR)
    visible = re.sub(r"\s", "", text)
    if len(visible) > 40 and len(_HAN.findall(visible)) < len(visible) * 0.3:
        raise IngestError("PDF 的文字层无法识别（字体缺少编码表）", place=name, remedy=_OCR)
