"""A source as a Word file in the look of official documents (党政机关公文格式, GB/T 9704)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from corpus.sample.source import Block, BlockKind, Source

_LINE = Pt(28.95)  # 22 lines to a page: (297 - 37 - 35) mm / 22
_BODY = Pt(16)  # 三号
_TITLE = Pt(22)  # 二号
_RED = RGBColor(0xE0, 0x00, 0x00)
_COLUMNS = (Mm(13), Mm(52), Mm(31), Mm(36), Mm(24))  # of the 任务分工表: 156 mm together
_INDENT = Pt(32)  # two characters of 三号


@dataclass(frozen=True, slots=True)
class Fonts:
    """The four faces of an official document."""

    body: str
    title: str
    heading: str
    subheading: str


OFFICIAL = Fonts("仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312")
# Faces that a plain Linux machine has: a PDF made with them embeds readable text.
INSTALLED = Fonts("Noto Serif CJK SC", "Noto Serif CJK SC", "Noto Sans CJK SC", "Noto Serif CJK SC")


def write_word(source: Source, path: Path, fonts: Fonts = OFFICIAL) -> None:
    """Write ``source`` to ``path`` as .docx."""
    writer = _Writer(Document(), fonts)
    writer.set_page()
    if source.number:
        writer.head(source)
    writer.line(source.title, fonts.title, size=_TITLE, align=WD_ALIGN_PARAGRAPH.CENTER)
    for text in source.history:
        writer.line(f"（{text}）", fonts.subheading, align=WD_ALIGN_PARAGRAPH.CENTER)
    if source.addressees:
        writer.line(source.addressees, fonts.body)
    writer.blocks(source)
    if source.number:
        writer.tail(source)
    writer.document.save(str(path))


class _Writer:
    """Adds paragraphs in the official look to one Word document."""

    def __init__(self, document: WordDocument, fonts: Fonts) -> None:
        self.document = document
        self._fonts = fonts

    def set_page(self) -> None:
        """A4, the margins of GB/T 9704, and the page number — 1 — in the footer."""
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(37), Mm(35)
        section.left_margin, section.right_margin = Mm(28), Mm(26)
        footer = section.footer.paragraphs[0]
        footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
        self._run(footer, "— ", self._fonts.body, Pt(14))
        _add_page_field(self._run(footer, "", self._fonts.body, Pt(14)))
        self._run(footer, " —", self._fonts.body, Pt(14))

    def line(
        self,
        text: str,
        face: str,
        *,
        size: Pt = _BODY,
        align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT,
        indent: Pt | None = None,
    ) -> Paragraph:
        """One paragraph of one face."""
        paragraph = self.document.add_paragraph()
        paragraph.alignment = align
        spacing = paragraph.paragraph_format
        spacing.line_spacing_rule, spacing.line_spacing = WD_LINE_SPACING.EXACTLY, _LINE
        spacing.space_after = Pt(0)
        spacing.first_line_indent = indent
        self._run(paragraph, text, face, size)
        return paragraph

    def head(self, source: Source) -> None:
        """发文机关标志 in red and the 文号 under it."""
        issuer = source.signers[0]
        mark = self.line(f"{issuer}文件", self._fonts.title, size=Pt(26), align=WD_ALIGN_PARAGRAPH.CENTER)
        mark.runs[0].font.color.rgb = _RED
        mark.paragraph_format.line_spacing = Pt(44)
        self.line(source.number, self._fonts.body, align=WD_ALIGN_PARAGRAPH.CENTER)
        self.line("", self._fonts.body)

    def blocks(self, source: Source) -> None:
        """The main text; table rows in a run become one table; the annex (附件) waits for the tail."""
        for block in _before_annex(source.blocks):
            self._block(block)

    def tail(self, source: Source) -> None:
        """落款, 成文日期, notes, and the annex on a page of its own."""
        for text in (*source.signers, source.signed_on):
            self.line(text, self._fonts.body, align=WD_ALIGN_PARAGRAPH.RIGHT)
        for block in source.blocks:
            if block.kind is BlockKind.NOTE:
                self.line(block.text, self._fonts.body, indent=_INDENT)
        annex = source.blocks[len(_before_annex(source.blocks)) :]
        annex = tuple(block for block in annex if block.kind is not BlockKind.NOTE)
        if annex:
            self._annex(annex)
        office = f"{source.signers[0].removesuffix('办公室')}办公室"
        self.line(f"{office}　　　　{source.signed_on}印发", self._fonts.body, size=Pt(14))

    def _annex(self, blocks: tuple[Block, ...]) -> None:
        self.line(blocks[0].text, self._fonts.heading).paragraph_format.page_break_before = True
        self.line(blocks[1].text, self._fonts.title, size=_TITLE, align=WD_ALIGN_PARAGRAPH.CENTER)
        self._table(tuple(block for block in blocks if block.kind is BlockKind.ROW))

    def _table(self, rows: tuple[Block, ...]) -> None:
        table = self.document.add_table(len(rows), len(rows[0].cells), "Table Grid")
        for column, width in zip(table.columns, _COLUMNS, strict=True):
            column.width = width
        for row, block in zip(table.rows, rows, strict=True):
            for cell, text, width in zip(row.cells, block.cells, _COLUMNS, strict=True):
                cell.width = width
                self._run(cell.paragraphs[0], text, self._fonts.body, Pt(12))

    def _block(self, block: Block) -> None:
        match block.kind:
            case BlockKind.CHAPTER:
                text = block.text.removeprefix("## ")
                self.line(text, self._fonts.heading, align=WD_ALIGN_PARAGRAPH.CENTER)
            case BlockKind.HEADING:
                self.line(block.text, self._fonts.heading, indent=_INDENT)
            case BlockKind.ARTICLE:
                self._split(block.text, len(block.text.split(" ")[0]) + 1, self._fonts.heading)
            case BlockKind.SUBHEADING if "。" in block.text:
                self._split(block.text, block.text.index("。") + 1, self._fonts.subheading)
            case _:
                self.line(block.text, self._fonts.body, indent=_INDENT)

    def _split(self, text: str, at: int, face: str) -> None:
        """A paragraph whose first ``at`` characters stand in another face."""
        paragraph = self.line(text[:at], face, indent=_INDENT)
        self._run(paragraph, text[at:], self._fonts.body, _BODY)

    def _run(self, paragraph: Paragraph, text: str, face: str, size: Pt) -> Run:
        run = paragraph.add_run(text)
        run.font.size, run.font.name = size, face
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
        return run


def _before_annex(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks up to the notes that follow the date (此件公开发布)."""
    stop = next((i for i, block in enumerate(blocks) if block.kind is BlockKind.NOTE), len(blocks))
    return blocks[:stop]


def _add_page_field(run: Run) -> None:
    """Put Word's PAGE field into ``run``."""
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._element.append(element)
