"""The layout of PDF pages (版面): words to rows, page numbers and running heads away, rows to paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pypdf import PageObject

from ingest.characters import clean_characters, without_spaces
from ingest.line import Line
from ingest.marks import read_article, read_group, read_list

_PAGE_NUMBER = re.compile(r"[-—–·\s]*(?:第\s?)?[0-9]{1,4}(?:\s?页)?(?:\s?[/／]\s?(?:共\s?)?[0-9]{1,4}(?:\s?页)?)?[-—–·\s]*|第\s?[0-9]{1,4}\s?页\s?共\s?[0-9]{1,4}\s?页")
_EDGE_ROWS = 2
_COLUMN_WIDTH = 150
_CIRCLED = re.compile("[①-⑳]")
_SMALL = 0.85
_CLOSED = ("。", "；", "：", "！", "？", ";", ":", "”")


@dataclass(frozen=True, slots=True)
class Row:
    """One printed row: ``x`` where its first word begins, ``right`` about where it ends, ``size`` of its letters."""

    text: str
    page: int
    x: float
    right: float
    y: float
    size: float


@dataclass(slots=True)
class _Word:
    text: str
    x: float
    y: float
    size: float


def rows_of_page(page: PageObject, number: int) -> tuple[Row, ...]:
    """The rows of a page in the order of its content, with their places."""
    words: list[_Word] = []

    def visit(text: str, cm: list[float], tm: list[float], font: Any, size: float | None) -> None:
        if text.strip() and not _is_note_mark(text, size, words):
            x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            scale = abs(tm[3]) or abs(tm[1]) or 1.0
            words.append(_Word(text, x, y, (size or 1.0) * scale))
        elif words and text == "\n":
            words[-1].text += text

    page.extract_text(visitor_text=visit)
    return tuple(_rows(words, number))


def _is_note_mark(text: str, size: float | None, words: Sequence[_Word]) -> bool:
    """A small ① behind a word points to a footnote; it is no part of the sentence."""
    return bool(_CIRCLED.fullmatch(text.strip()) and words and size and size < words[-1].size * _SMALL)


def _rows(words: Iterable[_Word], page: int) -> Iterator[Row]:
    group: list[_Word] = []
    for word in words:
        for part in _split(word):
            if group and abs(part.y - group[-1].y) > max(2.0, group[-1].size * 0.4):
                yield _row(group, page)
                group = []
            group.append(part)
    if group:
        yield _row(group, page)


def _split(word: _Word) -> Iterator[_Word]:
    parts = [part for part in word.text.split("\n") if part.strip()]
    for n, part in enumerate(parts):
        yield _Word(part, word.x, word.y - n * word.size * 1.5, word.size)


def _row(words: Sequence[_Word], page: int) -> Row:
    text = "".join(word.text for word in words)
    first = words[0]
    indent = (len(text) - len(text.lstrip("\u3000"))) * first.size
    width = sum(first.size if ord(c) > 0xFF else first.size / 2 for c in text)
    return Row(clean_characters(text), page, first.x + indent, first.x + width, first.y, first.size)


def strip_furniture(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows without page numbers (— 1 —) and without heads and feet that come again on most pages."""
    pages: dict[int, list[Row]] = {}
    for row in rows:
        pages.setdefault(row.page, []).append(row)
    edges = Counter(key for page in pages.values() for key in {_key(row) for row in _edges(page)})
    body = Counter(round(row.size) for row in rows for _ in row.text).most_common(1)[0][0] if rows else 0
    running = {key for key, times in edges.items() if times >= 3 and times > len(pages) * 0.5}
    return tuple(
        row
        for page in pages.values()
        for row in _without_notes(page, body)
        if not _is_furniture(row, _edges(page), running)
    )


def _without_notes(page: Sequence[Row], body: float) -> Iterator[Row]:
    """The rows of a page up to its footnotes: small rows at the foot, the first of which begins with ①."""
    in_notes = False
    for row in page:
        small = row.size < body * _SMALL
        in_notes = small and (in_notes or _CIRCLED.match(row.text) is not None)
        if not in_notes:
            yield row


def _edges(page: Sequence[Row]) -> tuple[Row, ...]:
    ordered = sorted(page, key=lambda row: -row.y)
    return (*ordered[:_EDGE_ROWS], *ordered[-_EDGE_ROWS:])


def _key(row: Row) -> str:
    return re.sub(r"[0-9]+", "#", without_spaces(row.text))


def _is_furniture(row: Row, edges: tuple[Row, ...], running: set[str]) -> bool:
    return row in edges and (_PAGE_NUMBER.fullmatch(row.text) is not None or _key(row) in running)


def join_rows(rows: Sequence[Row]) -> tuple[Line, ...]:
    """Paragraphs: a row that begins at its column's margin and follows a full row goes on with it, over page breaks too."""
    columns = _columns(rows)
    lines: list[Line] = []
    before: Row | None = None
    for row in rows:
        if before is not None and _goes_on(before, row, columns):
            last = lines[-1]
            lines[-1] = Line(last.text + _gap(last.text, row.text) + row.text, last.page)
        else:
            lines.append(Line(row.text, row.page))
        before = row
    return tuple(lines)


def _columns(rows: Sequence[Row]) -> tuple[tuple[float, float], ...]:
    """Left and right margin of each column of type, from left to right; paragraphs' indents are no columns."""
    lefts = Counter(round(row.x) for row in rows if len(row.text) > 8)
    common = sorted(x for x, times in lefts.items() if times >= max(2, len(rows) // 40))
    bases: list[float] = []
    for x in common or sorted(round(row.x) for row in rows)[:1]:
        if not bases or x > bases[-1] + _COLUMN_WIDTH:
            bases.append(float(x))
    return tuple((left, _right_margin([row for row in rows if _column(row, bases) == left])) for left in bases)


def _right_margin(rows: Sequence[Row]) -> float:
    """Where full rows end; a few rows that stand out (a centred title) do not count."""
    rights = sorted((row.right for row in rows), reverse=True)
    return rights[min(len(rights) - 1, max(1, len(rights) // 20))] if rights else 0.0


def _column(row: Row, bases: Sequence[float]) -> float:
    return max((left for left in bases if left <= row.x + 2), default=bases[0])


def _goes_on(before: Row, row: Row, columns: tuple[tuple[float, float], ...]) -> bool:
    if abs(before.size - row.size) > 1.5:
        return False
    bases = [left for left, _ in columns]
    right = dict(columns)[_column(before, bases)]
    indented = row.x > _column(row, bases) + row.size * 1.2
    if indented or before.right < right - before.size * 3.2:
        return False
    return not (before.text.endswith(_CLOSED) and _opens(row.text))


def _opens(text: str) -> bool:
    article = read_article(text)
    return (article is not None and article.is_certain) or read_group(text) is not None or read_list(text) is not None


def _gap(before: str, after: str) -> str:
    """A blank only between Latin words."""
    return " " if before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha() else ""
