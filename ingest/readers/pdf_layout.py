"""The layout of PDF pages (版面): words to rows, page numbers and running heads away, rows to paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.characters import without_spaces
from ingest.line import Line, LineStyle
from ingest.marks import read_article, read_group, read_list
from ingest.readers.pdf_words import Row

_PAGE_NUMBER = re.compile(
    r"[-—–·\s]*(?:第\s?)?[0-9]{1,4}(?:\s?页)?(?:\s?[/／]\s?(?:共\s?)?[0-9]{1,4}(?:\s?页)?)?[-—–·\s]*|第\s?[0-9]{1,4}\s?页\s?共\s?[0-9]{1,4}\s?页"
)
Columns = tuple[tuple[float, float], ...]
_EDGE_ROWS = 2
_COLUMN_WIDTH = 150
_FULL_PAGE = 12
_TITLE_SIZE = 20
_CIRCLED = re.compile("[①-⑳]")
_SMALL = 0.85
_CLOSED = ("。", "；", "：", "！", "？", ";", ":", "”")


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
    """The rows of a page without its footnotes (small rows at the foot, the first begins with ①) and their marks."""
    in_notes, marks, kept = False, "", []
    for row in page:
        mark = _CIRCLED.match(row.text)
        in_notes = row.size < body * _SMALL and (in_notes or mark is not None)
        marks += mark[0] if in_notes and mark is not None else ""
        if not in_notes:
            kept.append(row)
    yield from (replace(row, text=row.text.translate(dict.fromkeys(map(ord, marks)))) if marks else row for row in kept)


def _edges(page: Sequence[Row]) -> tuple[Row, ...]:
    ordered = sorted(page, key=lambda row: -row.y)
    return (*ordered[:_EDGE_ROWS], *ordered[-_EDGE_ROWS:])


def _key(row: Row) -> str:
    return re.sub(r"[0-9]+", "#", without_spaces(row.text))


def _is_furniture(row: Row, edges: tuple[Row, ...], running: set[str]) -> bool:
    return not row.header and row in edges and (_PAGE_NUMBER.fullmatch(row.text) is not None or _key(row) in running)


def join_rows(rows: Sequence[Row]) -> tuple[Line, ...]:
    """Paragraphs: a row at its column's margin behind a full row goes on with it, over page breaks too."""
    columns = _columns_by_page([row for row in rows if not row.header])
    lines: list[Line] = []
    before: Row | None = None
    tables = 0
    for row in rows:
        if row.header:
            tables += before is None or before.header != row.header
            lines.extend(_table_lines(row, before, tables))
        elif (
            before is not None and not before.header and _goes_on(before, row, columns[before.page], columns[row.page])
        ):
            last = lines[-1]
            lines[-1] = Line(last.text + _gap(last.text, row.text) + row.text, last.page)
        else:
            lines.append(Line(row.text, row.page))
        before = row
    return tuple(lines)


def _table_lines(row: Row, before: Row | None, table: int) -> Iterator[Line]:
    """The row of a table, behind the names of its columns where the table begins (not again on every page)."""
    if before is None or before.header != row.header:
        yield Line(row.header, row.page, LineStyle.ROW, table)
    yield Line(row.text, row.page, LineStyle.ROW, table)


def _columns_by_page(rows: Sequence[Row]) -> dict[int, Columns]:
    """The columns of each page: its own where it is set in several, else those of the whole text."""
    common = _columns(rows)
    pages: dict[int, list[Row]] = {}
    for row in rows:
        pages.setdefault(row.page, []).append(row)
    own = {number: _columns(page) if len(page) >= _FULL_PAGE else common for number, page in pages.items()}
    return {number: columns if len(columns) > 1 else common for number, columns in own.items()}


def _columns(rows: Sequence[Row]) -> Columns:
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


def _goes_on(before: Row, row: Row, above: Columns, here: Columns) -> bool:
    if abs(before.size - row.size) > 1.5:
        return False
    right = dict(above)[_column(before, [left for left, _ in above])]
    indented = row.x > _column(row, [left for left, _ in here]) + row.size * 1.2
    is_title = row.size >= _TITLE_SIZE
    if (indented and not is_title) or before.right < right - before.size * 3.2:
        return False
    return not (before.text.endswith(_CLOSED) and _opens(row.text))


def _opens(text: str) -> bool:
    article = read_article(text)
    return (article is not None and article.is_certain) or read_group(text) is not None or read_list(text) is not None


def _gap(before: str, after: str) -> str:
    """A blank only between Latin words."""
    return (
        " " if before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha() else ""
    )
