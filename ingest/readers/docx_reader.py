"""Word files (docx): paragraphs and tables in the body's order, automatic numbers computed, changes accepted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus import Remark, RemarkKind
from ingest.characters import clean_characters
from ingest.errors import IngestError
from ingest.line import Line, LineStyle
from ingest.marks import read_article
from ingest.parcel import Reading
from ingest.readers.docx_grid import Cell, cells_of, columns_of, rows_of, spread
from ingest.readers.docx_lines import Lines, Paragraph, joined
from ingest.readers.docx_notes import read_notes
from ingest.readers.docx_numbering import Definitions, Numbering
from ingest.readers.docx_styles import Styles
from ingest.readers.docx_tags import ALTERNATE, CHOICE, child, w
from ingest.readers.docx_words import WordReader, Words
from ingest.readers.entities import refuse_entities
from ingest.readers.package import BROKEN_XML, Element, Package

_REMEDY = "请在 Word 或 WPS 中打开后另存为 .docx，再重新导入"
_HOLDERS = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_REMOVED = ("del", "moveFrom")
_ADDED = ("ins", "moveTo")
_NEW_ROW = "含未接受的修订：这一行是新增的，修订前没有"
_MAX_DEPTH = 40


def read_docx(data: bytes, name: str, *, is_turned: bool = False) -> Reading:
    """The lines of a Word file: a paragraph is a line, a table row one line with its cells joined by " | ".

    ``is_turned`` says that another program made it of an old file: its automatic numbers are told to be doubtful.
    """
    refuse_entities(data, name)
    try:
        package = Package(data)
        walk = _Walk(package, package.read(package.main or "word/document.xml"), is_turned)
        return Reading(walk.read(), tuple(walk.warnings()))
    except BROKEN_XML as error:
        raise IngestError("不是有效的 DOCX 文件，或已损坏", place=name, remedy=_REMEDY) from error


class _Walk:
    """Goes through the body once; counts the lists as they stand now and as they stood before the changes."""

    def __init__(self, package: Package, root: Element, is_turned: bool) -> None:
        self._root = root
        self._is_turned = is_turned
        self._styles = Styles(package.related("styles"))
        definitions = Definitions(package.related("numbering"), self._styles, is_turned=is_turned)
        self._numbers, self._numbers_before = Numbering(definitions), Numbering(definitions)
        self._words = WordReader(self._styles, read_notes(package, self._styles), root)
        self._is_tracked = _holds(root, "ins", "del", "moveFrom", "moveTo")
        self._tables = self._depth = self._changes = self._hidden = self._pictures = 0
        self._embedded = _holds(root, "altChunk", "subDoc")

    def read(self) -> tuple[Line, ...]:
        body = child(self._root, "body")
        return self._read_story(body) if body is not None else ()

    def warnings(self) -> Iterator[str]:
        """What people should know of how the file was read."""
        if self._changes:
            yield f"含未接受的修订（{self._changes}处），按修订后的文字收录，修订前的文字见附注"
        if self._hidden:
            yield f"含隐藏文字（共{self._hidden}字），未收录"
        if self._pictures:
            yield f"含图片{self._pictures}幅，图片中的文字未收录"
        if self._is_turned and self._numbers.is_used:
            yield "旧版 Word 文件的自动编号由 LibreOffice 转换得出，条号等可能与原件不同，请核对原件"
        if self._embedded:
            yield "含嵌入的其他文件，其内容未收录"

    def _read_story(self, parent: Element) -> tuple[Line, ...]:
        """The lines of the body, a cell or a text box; a deleted paragraph mark joins inside one of these only."""
        lines = Lines()
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise ValueError("nested too deeply")
        held = self._read_blocks(parent, lines, None)
        if held is not None:
            self._close(held, lines)
        self._depth -= 1
        return lines.finish()

    def _read_blocks(self, parent: Element, lines: Lines, held: Paragraph | None) -> Paragraph | None:
        for block in parent:
            if block.tag == w("p"):
                held = self._read_paragraph(block, lines, held)
            elif block.tag == w("tbl"):
                self._close(held, lines)
                held = None
                self._read_table(block, lines)
            elif block.tag == ALTERNATE:
                chosen = block.find(CHOICE)
                held = self._read_blocks(chosen if chosen is not None else block, lines, held)
            elif block.tag in _HOLDERS and child(block, "sdtPr", "showingPlcHdr") is None:
                held = self._read_blocks(block, lines, held)
        return held

    def _close(self, held: Paragraph | None, lines: Lines) -> None:
        if held is not None and held.final.strip():
            lines.add_paragraph(held)
        elif held is not None:
            lines.wait(held.before)

    def _read_paragraph(self, element: Element, lines: Lines, held: Paragraph | None) -> Paragraph | None:
        """Add the paragraph to ``lines``, or give it back where it runs on into the next one."""
        words = self._words.read(element)
        self._count(words)
        self._add_boxes(words.boxes_before, lines)
        paragraph = self._paragraph(element, words, held)
        runs_on = self._is_tracked and _has_mark(element, _REMOVED)
        if not runs_on:
            if paragraph.final.strip() or paragraph.marks or not paragraph.before.strip():
                lines.add_paragraph(paragraph)
            else:
                lines.wait(paragraph.before)
        self._add_boxes(words.boxes, lines)
        return paragraph if runs_on else None

    def _count(self, words: Words) -> None:
        self._changes += words.is_tracked
        self._hidden += words.hidden
        self._pictures += words.pictures

    def _add_boxes(self, boxes: Sequence[Element], lines: Lines) -> None:
        for box in boxes:
            for line in self._read_story(box):
                lines.add(line)

    def _paragraph(self, element: Element, words: Words, held: Paragraph | None) -> Paragraph:
        properties = child(element, "pPr")
        style = self._styles.of(element)
        joins = held is not None and bool(held.final.strip())
        is_gone = self._is_tracked and _has_mark(element, _REMOVED) and not words.final.strip()
        is_hidden = words.hidden > 0 and not words.final.strip()
        label = "" if joins or is_gone or is_hidden else self._numbers.label(properties, style)
        before = words.before
        if self._is_tracked and not _has_mark(element, _ADDED):
            old = child(properties, "pPrChange", "pPr")
            before = self._numbers_before.label(old if old is not None else properties, style) + before
        marks = tuple(replace(mark, at=mark.at + len(label)) for mark in words.marks)
        paragraph = Paragraph(label + words.final, before, self._line_style(style), words.is_tracked, marks)
        return held.followed_by(paragraph) if held is not None else paragraph

    def _line_style(self, style: str) -> LineStyle:
        named = self._styles.name(style)
        if named == "title":
            return LineStyle.TITLE
        if named.startswith("toc "):
            return LineStyle.CONTENTS
        return LineStyle.HEADING if named.startswith(("heading", "标题")) else LineStyle.BODY

    def _read_table(self, element: Element, lines: Lines) -> None:
        rows = [(row, cells_of(row)) for row in rows_of(element)]
        columns = columns_of([cells for _, cells in rows])
        self._tables += 1
        table = _Table(self._tables, columns, [""] * len(columns), lines)
        for row, cells in rows:
            if len(columns) == 1 or any(_holds_articles(cell.element) for cell in cells):
                self._read_frame(cells, lines)
            else:
                self._read_row(row, cells, table)

    def _read_frame(self, cells: Sequence[Cell], lines: Lines) -> None:
        """A table of one column, and a row with a cell full of articles, is a frame around text."""
        for cell in cells:
            for line in self._read_story(cell.element):
                lines.add(line)

    def _read_row(self, row: Element, cells: Sequence[Cell], table: _Table) -> None:
        texts: list[str] = [""] * len(table.columns)
        remarks: list[tuple[int, Remark]] = []
        for cell, filled in zip(cells, spread(cells, table.columns), strict=True):
            text, own = joined(self._read_story(cell.element), " ")
            text = table.above[filled[0]] if cell.goes_on and not text else text
            remarks.extend((filled[0], remark) for remark in own)
            for number, column in enumerate(filled):
                texts[column] = f"{texts[column]} {text}".strip() if not number else text
        if len(cells) > 1:
            table.above[:] = texts
        else:
            texts = [text for text in texts if text][:1]
        marks = child(row, "trPr")
        if _is_any(marks, _REMOVED):
            self._changes += 1
            table.lines.wait(" | ".join(texts))
        elif any(texts):
            self._changes += _is_any(marks, _ADDED)
            table.lines.add(_row_line(tuple(texts), remarks, table.number, _is_any(marks, _ADDED)))


@dataclass(frozen=True, slots=True)
class _Table:
    """A table while it is read: its columns, the texts of the row above, and where its rows go."""

    number: int
    columns: tuple[int, ...]
    above: list[str]
    lines: Lines


def _row_line(texts: tuple[str, ...], found: Sequence[tuple[int, Remark]], table: int, is_new: bool) -> Line:
    text = clean_characters(" | ".join(texts))
    remarks = [remark.moved(_start(texts, column)) for column, remark in found]
    if is_new:
        remarks.append(Remark(RemarkKind.TRACKED, 0, len(text), _NEW_ROW))
    return Line(text, style=LineStyle.ROW, table=table, cells=texts, remarks=tuple(remarks))


def _start(texts: Sequence[str], column: int) -> int:
    """Where the cell of ``column`` begins in the row's cleaned text; nothing stands in for a first empty cell."""
    at = min(column, len(texts) - 1)
    return len(clean_characters(" | ".join((*texts[:at], "字")))) - 1


def _holds_articles(cell: Element) -> bool:
    """Whether a cell holds paragraphs of several articles: the table only lays out the page."""
    found = 0
    for paragraph in cell.iter(w("p")):
        text = "".join(node.text or "" for node in paragraph.iter(w("t"))).strip()
        found += text.startswith("第") and read_article(text) is not None
    return found > 1


def _is_any(properties: Element | None, names: Sequence[str]) -> bool:
    return any(child(properties, name) is not None for name in names)


def _has_mark(paragraph: Element, names: Sequence[str]) -> bool:
    """Whether the end of the paragraph itself is inserted or deleted."""
    return _is_any(child(paragraph, "pPr", "rPr"), names)


def _holds(root: Element, *names: str) -> bool:
    return any(next(root.iter(w(name)), None) is not None for name in names)
