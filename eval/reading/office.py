"""Word and PDF files of a text in the look of official documents (GB/T 9704), to read them back and compare."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from eval.reading.word_numbers import WordNumbers
from ingest.line import Line, LineStyle
from ingest.readers.markdown_reader import read_markdown

# The faces of the standard (方正小标宋, 仿宋_GB2312, 黑体, 楷体) are bought; these stand on a plain Linux machine.
_SERIF, _SANS = "Noto Serif CJK SC", "Noto Sans CJK SC"
_BODY, _TITLE = Pt(16), Pt(22)  # 三号, 二号
_LINE = Pt(28.95)  # 22 lines to a page: (297 - 37 - 35) mm / 22
_INDENT = Pt(32)  # two characters of 三号
_CONVERT_SECONDS = 600


def make_docx(text: str, out: Path, *, header: str = "", numbered: bool = False) -> None:
    """Write the markdown ``text`` to ``out`` as a Word file.

    ``header`` stands at the top of every page; with ``numbered`` the 章, 条 and （一） are Word's automatic numbers.
    """
    writer = _Writer(Document(), numbered)
    writer.set_page(header)
    lines = [line for line in read_markdown(text.encode(), out.name).lines if line.text.strip()]
    for is_row, group in groupby(lines, key=lambda line: line.style is LineStyle.ROW and line.table):
        if is_row:
            writer.table(tuple(group))
        else:
            for line in group:
                writer.line(line)
    writer.document.save(str(out))


def make_pdf(docx: Path, out_dir: Path) -> Path:
    """The PDF that LibreOffice makes of a Word file."""
    return convert((docx,), "pdf", out_dir)[0]


def convert(files: Sequence[Path], suffix: str, out_dir: Path) -> tuple[Path, ...]:
    """``files`` as LibreOffice turns them into ``suffix`` (pdf, doc, xls), all in one start of the program."""
    soffice = shutil.which("soffice")
    if soffice is None:
        raise FileNotFoundError("soffice: install LibreOffice to make these files")
    with tempfile.TemporaryDirectory() as profile:
        own = f"-env:UserInstallation=file://{profile}"
        command = [soffice, own, "--headless", "--convert-to", suffix, "--outdir", str(out_dir), *map(str, files)]
        subprocess.run(command, check=True, capture_output=True, timeout=_CONVERT_SECONDS)
    return tuple(out_dir / f"{file.stem}.{suffix.partition(':')[0]}" for file in files)


class _Writer:
    """Adds paragraphs in the official look to one Word document."""

    def __init__(self, document: WordDocument, numbered: bool) -> None:
        self.document = document
        self._numbers = WordNumbers(document) if numbered else None

    def set_page(self, header: str) -> None:
        """A4 with the margins of GB/T 9704, the running header, and the page number — 1 — in the footer."""
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(37), Mm(35)
        section.left_margin, section.right_margin = Mm(28), Mm(26)
        if header:
            self._run(section.header.paragraphs[0], header, _SERIF, Pt(10.5))
        footer = section.footer.paragraphs[0]
        footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
        self._run(footer, "— ", _SERIF, Pt(14))
        _add_page_field(footer)
        self._run(footer, " —", _SERIF, Pt(14))

    def line(self, line: Line) -> None:
        """One paragraph: title and headings centred, the history in the middle, the text indented by two characters."""
        is_centred = line.style in (LineStyle.TITLE, LineStyle.HEADING, LineStyle.HISTORY)
        paragraph = self._paragraph(None if is_centred else _INDENT)
        text = line.text
        if is_centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if self._numbers is not None and line.style in (LineStyle.HEADING, LineStyle.BODY):
            text = self._numbers.take(paragraph, text)
        is_title = line.style is LineStyle.TITLE
        face = _SANS if line.style is LineStyle.HEADING else _SERIF
        self._run(paragraph, text, face, _TITLE if is_title else _BODY)

    def table(self, rows: Sequence[Line]) -> None:
        """A ruled table; the cells are parted by " | "."""
        cells = [row.text.split(" | ") for row in rows]
        table = self.document.add_table(len(rows), max(map(len, cells)), "Table Grid")
        for row, texts in zip(table.rows, cells, strict=True):
            for cell, text in zip(row.cells, texts, strict=False):
                self._run(cell.paragraphs[0], text, _SERIF, Pt(12))

    def _paragraph(self, indent: Pt | None) -> Paragraph:
        paragraph = self.document.add_paragraph()
        spacing = paragraph.paragraph_format
        spacing.line_spacing_rule, spacing.line_spacing = WD_LINE_SPACING.EXACTLY, _LINE
        spacing.space_after = Pt(0)
        spacing.first_line_indent = indent
        return paragraph

    def _run(self, paragraph: Paragraph, text: str, face: str, size: Pt) -> None:
        run = paragraph.add_run(text)
        run.font.size, run.font.name = size, face
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)


def _add_page_field(paragraph: Paragraph) -> None:
    run = paragraph.add_run()
    for kind in ("begin", "", "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = "PAGE"
        run._element.append(element)
