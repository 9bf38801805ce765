"""PDF: the text layer where it can be believed, text recognition (OCR) where there is none; page by page."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from logging import CRITICAL, getLogger

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, DeprecationError, LimitReachedError, PyPdfError
from pypdf.generic import RectangleObject

from ingest.errors import IngestError
from ingest.limits import check_pages
from ingest.parcel import Reading
from ingest.readers.pdf_drawing import Drawing, Interpreter
from ingest.readers.pdf_layout import lines_of_pages
from ingest.readers.pdf_quality import is_garbage
from ingest.readers.pdf_scans import Layer, read_scans
from ingest.readers.pdf_seen import hidden_layers
from ingest.readers.pdf_upright import Box, set_upright

_BROKEN = (
    PyPdfError,
    DeprecationError,
    ValueError,
    KeyError,
    TypeError,
    IndexError,
    AttributeError,
    OSError,
    ArithmeticError,
    RecursionError,
    AssertionError,
    NotImplementedError,
)
_REMEDY = "请重新导出该 PDF 后再导入"
# A file cut off at the end has all its objects but no cross-reference; with an empty tail pypdf finds them itself.
_TAIL = b"\nstartxref\n0\n%%EOF\n"
_SCAN_SHARE = 0.5
_USUAL_DPI = 200
_FEW_LETTERS = 40
# A page that says nothing of its size is as large as its text.
_BOUNDLESS = (-1e9, -1e9, 1e9, 1e9)


def read_pdf(data: bytes, name: str) -> Reading:
    """The lines of a PDF, each with its page; raises IngestError for an encrypted, broken or unreadable one."""
    with _quiet_library():
        layers = _read_layers(data, name)
    layers = read_scans(data, layers, name)
    lines = lines_of_pages([page for layer in layers for page in layer.pages])
    if not any(line.text.strip() for line in lines):
        raise IngestError(
            "PDF 没有文字层，也识别不出文字", place=name, remedy="请确认是清晰的扫描件，或改用有文字的版本"
        )
    return Reading(lines, tuple(warning for layer in layers for warning in layer.warnings))


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


def _read_layers(data: bytes, name: str) -> list[Layer]:
    """The text layer of each page. A damaged file makes pypdf fail in many ways that mean the same to people."""
    place = name
    try:
        reader = _open(data, name)
        check_pages(len(reader.pages), name)
        interpreter = Interpreter(hidden_layers(reader))
        layers = []
        for number, page in enumerate(reader.pages, start=1):
            place = f"{name} 第{number}页"
            layers.append(_read_page(interpreter, page, number))
    except DependencyError as error:
        raise IngestError("PDF 已加密，需要密码或解密组件", place=name, remedy="请提供未加密的版本") from error
    except LimitReachedError as error:
        raise IngestError("PDF 内容解压后过大", place=place, remedy="请确认文件来源；必要时重新导出后再导入") from error
    except _BROKEN as error:
        raise IngestError("PDF 文件已损坏，无法读取", place=place, remedy=_REMEDY) from error
    return layers


def _read_page(interpreter: Interpreter, page: PageObject, number: int) -> Layer:
    """The text layer of one page; a page whose drawing is broken may still be seen, and then recognised."""
    try:
        return _read_layer(interpreter.draw(page), number, _box(page))
    except (DependencyError, LimitReachedError):
        raise
    except _BROKEN:
        return Layer(number, (), True, _USUAL_DPI, False, (f"第{number}页的文字层已损坏",))


def _open(data: bytes, name: str) -> PdfReader:
    whole = data if b"%%EOF" in data[-4096:] else data + _TAIL
    reader = PdfReader(io.BytesIO(whole), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise IngestError("PDF 已加密，需要密码", place=name, remedy="请提供未加密的版本")
    return reader


def _box(page: PageObject) -> Box:
    box = _said(page)
    if box is None:
        return _BOUNDLESS
    left, right = sorted((float(box.left), float(box.right)))
    bottom, top = sorted((float(box.bottom), float(box.top)))
    return left, bottom, right, top


def _said(page: PageObject) -> RectangleObject | None:
    try:
        said: RectangleObject = page.cropbox
        return said
    except ValueError:
        return None


def _read_layer(drawing: Drawing, number: int, box: Box) -> Layer:
    """Hidden letters are read only over a picture of the page: there they are what a scanner's program recognised."""
    is_scan = _is_scan(drawing, box)
    hidden = [run for run in drawing.runs if run.is_hidden]
    if hidden and not is_scan:
        drawing.runs = [run for run in drawing.runs if not run.is_hidden]
    pages = set_upright(drawing, number, box)
    texts = [word.text for page in pages for word in page.words]
    is_bare = len("".join(texts).strip()) < (_FEW_LETTERS if is_scan else 1)
    needs_ocr = (is_bare and bool(drawing.pictures)) or is_garbage(texts)
    warnings = [warning for page in pages for warning in page.warnings]
    if hidden and not is_scan:
        warnings.append(f"第{number}页有不可见的文字，未收录")
    elif hidden and not needs_ocr:
        warnings.append(f"第{number}页是扫描件，文字取自其自带的识别结果，请核对原件")
    return Layer(number, pages, needs_ocr, _dpi(drawing), is_garbage(texts), tuple(warnings))


def _dpi(drawing: Drawing) -> float:
    """The resolution of the page's largest picture; 200 where there is none."""
    wide = [(x1 - x0, pixels) for x0, _, x1, _, pixels in drawing.pictures if x1 - x0 > 1 and pixels]
    width, pixels = max(wide, default=(72.0, _USUAL_DPI))
    return pixels / width * 72


def _is_scan(drawing: Drawing, box: Box) -> bool:
    area = max(1.0, (box[2] - box[0]) * (box[3] - box[1]))
    return any((x1 - x0) * (y1 - y0) > area * _SCAN_SHARE for x0, y0, x1, y1, _ in drawing.pictures)
