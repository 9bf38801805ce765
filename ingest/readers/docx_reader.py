"""Word files (docx): paragraphs and tables in the body's order, automatic numbers computed, changes accepted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from ingest.errors import IngestError
from ingest.line import Line, LineStyle
from ingest.parcel import Reading
from ingest.readers.docx_numbering import Numbering
from ingest.readers.zipped import refuse_entities

_BROKEN = (
    PackageNotFoundError,
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    OSError,
    SyntaxError,
    AttributeError,
)
_REMEDY = "请在 Word 或 WPS 中打开后另存为 .docx，再重新导入"
_DELETED = frozenset({qn("w:del"), qn("w:moveFrom")})


def read_docx(data: bytes, name: str) -> Reading:
    """The lines of a Word file: a paragraph is a line, a table row one line with its cells joined by " | "."""
    refuse_entities(data, name)
    try:
        document = docx.Document(io.BytesIO(data))
        return Reading(tuple(_Walk(document).read()))
    except _BROKEN as error:
        raise IngestError("不是有效的 DOCX 文件，或已损坏", place=name, remedy=_REMEDY) from error


class _Walk:
    """Goes through the body once; knows the styles' names and the numbering."""

    def __init__(self, document: Document) -> None:
        self._body = document.element.body
        self._headings = {
            style.style_id: (style.name or "").lower() for style in document.styles if style.style_id is not None
        }
        self._numbering = Numbering(document)
        self._tables = 0

    def read(self) -> Iterator[Line]:
        yield from self._read_blocks(self._body)

    def _read_blocks(self, parent: BaseOxmlElement) -> Iterator[Line]:
        for block in parent:
            if block.tag == qn("w:p"):
                yield from self._read_paragraph(block)
            elif block.tag == qn("w:tbl"):
                self._tables += 1
                yield from self._read_table(block)
            elif block.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
                yield from self._read_blocks(block)

    def _read_paragraph(self, paragraph: BaseOxmlElement) -> Iterator[Line]:
        if _is_deleted(paragraph):
            return
        text = self._numbering.label(paragraph) + _words(paragraph)
        style = self._style(paragraph)
        for part in text.split("\n"):
            yield Line(part, style=style)

    def _style(self, paragraph: BaseOxmlElement) -> LineStyle:
        mark = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        named = self._headings.get(mark.get(qn("w:val"), ""), "") if mark is not None else ""
        if named == "title":
            return LineStyle.TITLE
        return LineStyle.HEADING if named.startswith(("heading", "标题")) else LineStyle.BODY

    def _read_table(self, table: BaseOxmlElement) -> Iterator[Line]:
        number = self._tables
        for row in table.iterchildren(qn("w:tr")):
            cells = [_cell(cell) for cell in row.iter(qn("w:tc")) if _row_of(cell) is row]
            if any(cells):
                yield Line(" | ".join(cells), style=LineStyle.ROW, table=number)


def _cell(cell: BaseOxmlElement) -> str:
    return " ".join(" ".join(_words(p) for p in cell.iter(qn("w:p"))).split())


def _row_of(cell: BaseOxmlElement) -> BaseOxmlElement | None:
    return next(cell.iterancestors(qn("w:tr")), None)


def _is_deleted(paragraph: BaseOxmlElement) -> bool:
    """A paragraph whose mark is deleted and that keeps no words."""
    marks = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
    has_mark = marks is not None and any(mark.tag in _DELETED for mark in marks)
    return has_mark and not _words(paragraph).strip()


def _words(paragraph: BaseOxmlElement) -> str:
    """The words as they stand when every tracked change is accepted; drawings' text boxes are left out."""
    parts: list[str] = []
    for node in paragraph.iter():
        if node.tag == qn("w:t") and not _is_inside_deleted(node, paragraph):
            parts.append(node.text or "")
        elif node.tag in (qn("w:tab"), qn("w:br"), qn("w:cr")) and node.getparent().tag == qn("w:r"):
            parts.append(" " if node.tag == qn("w:tab") else "\n")
    return "".join(parts)


def _is_inside_deleted(node: BaseOxmlElement, paragraph: BaseOxmlElement) -> bool:
    for above in node.iterancestors():
        if above is paragraph:
            return False
        if above.tag in _DELETED:
            return True
    return False
