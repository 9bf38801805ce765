"""Rows to paragraphs (拼行成段): a row at its column's margin behind a full row goes on with it, over pages too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus import Remark, RemarkKind
from ingest.line import Line, LineStyle
from ingest.marks import read_article, read_group, read_list
from ingest.readers.pdf_cells import gap
from ingest.readers.pdf_words import Row

_INDENT = 1.1
_FULL = 2.6
_FAR = 1.9
_CLOSED = ("。", "；", "：", "！", "？", ";", ":", "”")
_TOKEN = re.compile(r"[0-9A-Za-z.,%‰/:〔〕\[\]-]*[，。；：、！？）》”’」』〉…]*")
# 第一章 总则………7: a line of the table of contents ends with its page.
_LEADER = re.compile(r"[.…·．‥]{2,}\s*[（(]?[0-9]{1,4}[）)]?$")
_ANNEX = re.compile(r"附[件表录]\s?[0-9一二三四五六七八九十]*[:：]?")


def join_rows(rows: Sequence[Row]) -> tuple[Line, ...]:
    """The paragraphs and table rows of a file, in reading order."""
    leading = _leading(rows)
    lines: list[Line] = []
    before: Row | None = None
    names: dict[int, tuple[str, ...]] = {}
    for row in rows:
        if row.cells:
            lines.append(_table_line(row, names.get(row.table, ())))
            if row.is_header:
                names[row.table] = row.cells
        elif before is not None and not before.cells and _goes_on(before, row, leading, lines[-1].text):
            lines[-1] = _joined(lines[-1], row, before.ends_blank)
        else:
            lines.append(_opened(row))
        before = row
    return tuple(lines)


def _leading(rows: Sequence[Row]) -> float:
    """The usual distance of two lines of a paragraph, in type sizes."""
    steps = sorted(
        (before.y - row.y) / row.size
        for before, row in pairwise(rows)
        if before.page == row.page and before.column == row.column and 0 < before.y - row.y < row.size * 5
    )
    return steps[len(steps) // 2] if steps else 1.8


def _goes_on(before: Row, row: Row, leading: float, text: str) -> bool:
    if abs(before.size - row.size) > max(before.size, row.size) * 0.12 or before.is_red is not row.is_red:
        return False
    is_below = before.page == row.page and before.column == row.column
    if is_below and before.y - row.y > leading * row.size * _FAR:
        return False
    if _is_centred(before) and _is_centred(row):
        return is_below and text.count("（") > text.count("）")
    if row.x > row.left + row.size * _INDENT or _is_title(before, row) or not _is_full(before, row):
        return False
    if _LEADER.search(before.text) or read_group(row.text) is not None or _ANNEX.fullmatch(row.text):
        return False
    return not (before.text.endswith(_CLOSED) and _opens(row.text))


def _is_full(before: Row, row: Row) -> bool:
    """Whether the row above reaches the margin, or would if the word that comes next were not too long for it."""
    token = _TOKEN.match(row.text)
    length = len(token[0]) if token is not None else 0
    return before.right > before.margin - before.size * (_FULL + min(length, 20) * 0.6)


def _is_title(row: Row, below: Row) -> bool:
    """A row in the middle, further in than a paragraph begins; what stands at the margin below does not go on."""
    start, end = row.x - row.left, row.margin - row.right
    return start > below.size * 2.6 and abs(start - end) < below.size


def _is_centred(row: Row) -> bool:
    start, end = row.x - row.left, row.margin - row.right
    return start > row.size * _INDENT and abs(start - end) < row.size * 1.5


def _opens(text: str) -> bool:
    article = read_article(text)
    return (article is not None and article.is_certain) or read_group(text) is not None or read_list(text) is not None


def _opened(row: Row) -> Line:
    row = _part_label(row) if row.is_recognised else row
    style = LineStyle.LETTERHEAD if row.is_red and row.page == 1 and row.size >= 20 else LineStyle.BODY
    return Line(row.text, row.page, style, remarks=tuple(_remarks(row, 0)))


def _part_label(row: Row) -> Row:
    """第五条市水务局 → 第五条 市水务局: behind the label of a paragraph a blank is printed that recognition drops."""
    mark = read_article(row.text) or read_group(row.text)
    at = len(mark.label) if mark is not None else 0
    if not at or row.text[at : at + 1] in ("", " "):
        return row
    moved = tuple(replace(d, start=d.start + (d.start >= at), end=d.end + (d.end > at)) for d in row.doubts)
    return replace(row, text=f"{row.text[:at]} {row.text[at:]}", doubts=moved)


def _joined(line: Line, row: Row, is_blank: bool) -> Line:
    between = " " if is_blank else gap(line.text, row.text)
    start = len(line.text) + len(between)
    return replace(line, text=line.text + between + row.text, remarks=(*line.remarks, *_remarks(row, start)))


def _table_line(row: Row, names: tuple[str, ...]) -> Line:
    remarks = tuple(_remarks(row, 0))
    return Line(row.text, row.page, LineStyle.ROW, row.table, cells=row.cells, columns=names, remarks=remarks)


def _remarks(row: Row, start: int) -> Iterator[Remark]:
    for doubt in row.doubts:
        note = f"扫描识别，置信度 {doubt.confidence:.2f}，请核对原件"
        begin, end = doubt.start + start, doubt.end + start
        yield Remark(RemarkKind.LOW_CONFIDENCE, begin, end, note, confidence=round(doubt.confidence, 3))
    for at, text in row.notes:
        yield Remark(RemarkKind.FOOTNOTE, max(0, at - 1) + start, at + start, text)
