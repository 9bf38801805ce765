"""A table as a Word document that people read: one heading for each row, its columns as lines under it."""

from __future__ import annotations

import io
import re

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from ui.exports.fixed_zip import fixed_zip
from ui.exports.table import Cell, Table

_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BODY, _HEAD = "仿宋", "黑体"


def write_docx(table: Table, heads: int = 1) -> bytes:
    """The document's bytes; the first ``heads`` columns make the heading of a row, empty columns are left out."""
    document = _empty()
    document.add_heading(table.name, level=1)
    document.add_paragraph(f"共 {len(table.rows)} 项")
    for row in table.rows:
        document.add_heading("　".join(filter(None, map(_words, row[:heads]))), level=2)
        for name, cell in zip(table.header[heads:], row[heads:], strict=True):
            if _words(cell):
                paragraph = document.add_paragraph()
                paragraph.add_run(f"{name}：").bold = True
                paragraph.add_run(_words(cell))
    file = io.BytesIO()
    document.save(file)
    return fixed_zip(file.getvalue())


def _words(cell: Cell) -> str:
    return "" if cell is None else _ILLEGAL.sub("", str(cell))


def _empty() -> WordDocument:
    document = Document()
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
    for name, font, size in (("Normal", _BODY, 12), ("Heading 1", _HEAD, 18), ("Heading 2", _HEAD, 13)):
        style = document.styles[name]
        style.font.name, style.font.size = font, Pt(size)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    return document
