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
_LOOSE = 1.6
_FAR = 1.9
# An indented paragraph is not so far in; in a picture the white that is part of its first bracket is indent as well.
_EVEN = 0.35
_TITLE_INDENT, _SEEN_TITLE_INDENT = 2.6, 3.1
_LETTERHEAD_SIZE = 20
_CLOSED = ("。", "；", "：", "！", "？", ";", ":", "”")
# What does not part at the end of a line: a Latin word or figure, signs that may not begin or end a line.
_OPENING, _CLOSING = "“‘（《〈「『【〔", "，。；：、！？）》”’」』〉】〕…"
_TOKEN = re.compile(rf"[{_OPENING}]*(?:[0-9A-Za-z.,%‰/:\[\]-]+|.)(?:[{_CLOSING}]+|[{_OPENING}]+.)*")
# 第一章 总则………7: a line of the table of contents ends with its page.
_LEADER = re.compile(r"[.…·．‥]{2,}\s*[（(]?[0-9]{1,4}[）)]?$")
_ANNEX = re.compile(r"附[件表录]\s?[0-9一二三四五六七八九十]*[:：]?")


def join_rows(rows: Sequence[Row]) -> tuple[Line, ...]:
    """The paragraphs and table rows of a file, in reading order."""
    leading = _leading(rows)
    lines: list[Line] = []
    before = opened = None
    names: dict[int, tuple[str, ...]] = {}
    for row in rows:
        if row.cells:
            lines.append(_table_line(row, names.get(row.table, ())))
            if row.is_header:
                names[row.table] = row.cells
        elif before is not None and not before.cells and _goes_on(opened or before, before, row, leading):
            lines[-1] = _joined(lines[-1], row, before.ends_blank)
        else:
            lines.append(_opened(row))
            opened = row
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


def _goes_on(opened: Row, before: Row, row: Row, leading: float) -> bool:
    """Whether ``row`` goes on with the paragraph that ``opened`` opens and whose last row is ``before``."""
    if abs(before.size - row.size) > max(before.size, row.size) * 0.12 or before.is_red is not row.is_red:
        return False
    is_below = before.page == row.page and before.column == row.column
    if is_below and before.y - row.y > leading * row.size * _FAR:
        return False
    if row.x > row.left + row.size * _INDENT:
        if not (is_below and _is_centred(row) and _is_middle(opened) and _spans(before, row)):
            return False
    elif _is_title(before, row) or not _is_full(before, row):
        return False
    if _LEADER.search(before.text) or read_group(row.text) is not None or _ANNEX.fullmatch(row.text):
        return False
    return not (before.text.endswith(_CLOSED) and _opens(row.text))


def _is_full(before: Row, row: Row) -> bool:
    """Whether what comes next would not have fitted behind the row above."""
    token = _TOKEN.match(row.text)
    length = sum(1.0 if ord(letter) > 0xFF else 0.6 for letter in token[0][:20]) if token is not None else 0.0
    return before.right > before.margin - before.size * (_LOOSE + length)


def _is_middle(opened: Row) -> bool:
    """Whether the first row can be one of a paragraph set in the middle: it is not indented as paragraphs are."""
    start, end = opened.x - opened.left, opened.margin - opened.right
    is_even = opened.is_recognised and start < opened.size * 3 and abs(start - end) < opened.size * _EVEN
    return start <= opened.size * _LOOSE or is_even


def _spans(before: Row, row: Row) -> bool:
    """Whether a row in the middle is as long as it can be, so that it is not the last one."""
    return _is_full(before, row) and before.x < before.left + before.size * (_LOOSE + 1)


def _is_title(row: Row, below: Row) -> bool:
    """A row in the middle, further in than a paragraph begins; what stands at the margin below does not go on."""
    start, end = row.x - row.left, row.margin - row.right
    indent = _SEEN_TITLE_INDENT if row.is_recognised else _TITLE_INDENT
    return start > below.size * indent and abs(start - end) < below.size


def _is_centred(row: Row) -> bool:
    start, end = row.x - row.left, row.margin - row.right
    return start > row.size * _INDENT and abs(start - end) < row.size * 1.5


def _opens(text: str) -> bool:
    article = read_article(text)
    return (article is not None and article.is_certain) or read_group(text) is not None or read_list(text) is not None


def _opened(row: Row) -> Line:
    row = _part_label(row) if row.is_recognised else row
    return Line(row.text, row.page, _style(row), remarks=tuple(_remarks(row, 0)))


def _style(row: Row) -> LineStyle:
    """Big red type on the first page is the letterhead; 一、… alone in the middle of the line is a heading."""
    if row.is_red and row.page == 1 and row.size >= _LETTERHEAD_SIZE:
        return LineStyle.LETTERHEAD
    is_heading = _is_title(row, row) and read_list(row.text) is not None and not row.text.endswith(_CLOSED)
    return LineStyle.HEADING if is_heading else LineStyle.BODY


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
    style = LineStyle.BODY if line.style is LineStyle.HEADING else line.style
    remarks = (*line.remarks, *_remarks(row, start))
    return replace(line, text=line.text + between + row.text, style=style, remarks=remarks)


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
