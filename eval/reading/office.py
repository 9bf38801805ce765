"""Word and PDF files of a text in the look of official documents (GB/T 9704), to read them back and compare."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
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

# The faces of the standard (方正小标宋, 仿宋_GB2312, 黑体, 楷体) are bought; these stand on a plain Linux machine.
_SERIF, _SANS = "Noto Serif CJK SC", "Noto Sans CJK SC"
_BODY, _TITLE = Pt(16), Pt(22)  # 三号, 二号
_LINE = Pt(28.95)  # 22 lines to a page: (297 - 37 - 35) mm / 22
_INDENT = Pt(32)  # two characters of 三号
_CONVERT_SECONDS = 600
_INFO_END = "<!-- INFO END -->"
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_HEADING = re.compile(r"(?P<marks>#{1,6})\s+")
_BULLET = re.compile(r"^(?:[-*+]|>)\s+")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_RULE = re.compile(r"[\s|:-]+")


def make_docx(text: str, out: Path, *, header: str = "", numbered: bool = False) -> None:
    """Write the markdown ``text`` to ``out`` as a Word file.

    ``header`` stands at the top of every page; with ``numbered`` the 章, 条 and （一） are Word's automatic numbers.
    """
    writer = _Writer(Document(), numbered)
    writer.set_page(header)
    for kind, group in groupby(_read(text), key=lambda line: line.kind):
        if kind is _Kind.ROW:
            writer.table([line.text for line in group])
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


class _Kind(Enum):
    """What a line of the markdown is."""

    TITLE = "# "
    HEADING = "## "
    HISTORY = "history"
    ROW = "|"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class _Line:
    kind: _Kind
    text: str


def _read(text: str) -> Iterator[_Line]:
    """The lines of a text in the layout of law collections, without marks."""
    head, note, body = text.partition(_INFO_END)
    for part, usual in ((head, _Kind.HISTORY if note else _Kind.BODY), (body, _Kind.BODY)):
        for line in filter(None, map(str.strip, _COMMENT.sub("", part).splitlines())):
            marks = _HEADING.match(line)
            kind = usual if marks is None else _Kind.TITLE if len(marks["marks"]) == 1 else _Kind.HEADING
            kind = _Kind.ROW if line.startswith("|") else kind
            plain = _BOLD.sub(r"\1", line[marks.end() :] if marks is not None else _BULLET.sub("", line)).strip()
            if plain:
                yield _Line(kind, plain)


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

    def line(self, line: _Line) -> None:
        """One paragraph: title and headings centred, the history in the middle, the text indented by two characters."""
        paragraph = self._paragraph(_INDENT if line.kind is _Kind.BODY else None)
        text = line.text
        if line.kind is not _Kind.BODY:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if self._numbers is not None and line.kind in (_Kind.HEADING, _Kind.BODY):
            text = self._numbers.take(paragraph, text)
        face = _SANS if line.kind is _Kind.HEADING else _SERIF
        self._run(paragraph, text, face, _TITLE if line.kind is _Kind.TITLE else _BODY)

    def table(self, rows: Sequence[str]) -> None:
        """A ruled table of markdown rows."""
        cells = [[cell.strip() for cell in row.strip("| ").split("|")] for row in rows if not _RULE.fullmatch(row)]
        table = self.document.add_table(len(cells), max(map(len, cells)), "Table Grid")
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
