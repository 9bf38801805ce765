"""The layout of a PDF's pages (版面): words to rows in reading order, each with the margins of its column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from ingest.line import Line
from ingest.readers.pdf_columns import columns_of
from ingest.readers.pdf_furniture import strip_furniture
from ingest.readers.pdf_notes import place_notes
from ingest.readers.pdf_paragraphs import join_rows
from ingest.readers.pdf_rows import words_to_rows
from ingest.readers.pdf_table_runs import link_tables
from ingest.readers.pdf_tables import take_tables
from ingest.readers.pdf_words import Page, Row

_FEW_ROWS = 6
_TOLERANCE = 0.6


def lines_of_pages(pages: Sequence[Page]) -> tuple[Line, ...]:
    """The lines of a file: furniture gone, footnotes at their marks, paragraphs whole, tables as tables."""
    rows = [row for page in pages for row in rows_of_page(page)]
    plain = place_notes(strip_furniture(rows))
    return join_rows(link_tables(set_margins(plain)))


def rows_of_page(page: Page) -> tuple[Row, ...]:
    """The rows of type and of tables of one page, in reading order."""
    words, tables = take_tables(page)
    rows: list[Row] = []
    for column, group in enumerate(columns_of(words)):
        rows.extend(words_to_rows(group, page.number, column))
    for table in _by_table(tables):
        at = next((n for n, row in enumerate(rows) if not row.cells and row.y < table[0].y), len(rows))
        rows[at:at] = table
    return tuple(rows)


def _by_table(rows: Sequence[Row]) -> Iterator[list[Row]]:
    for number in sorted({row.table for row in rows}):
        yield [row for row in rows if row.table == number]


def set_margins(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with the left and right margin of their column: its own where it has rows enough, else the text's."""
    common: dict[bool, tuple[float, float]] = {}
    groups: dict[tuple[int, int], list[Row]] = {}
    for row in rows:
        if not row.cells:
            groups.setdefault((row.page, row.column), []).append(row)
    wide = [row for group in groups.values() if len(group) >= _FEW_ROWS for row in group]
    common[True] = _margins(wide or [row for group in groups.values() for row in group])
    own = {
        key: _margins(group) if len(group) >= _FEW_ROWS else _nearest(group, common[True])
        for key, group in groups.items()
    }
    return tuple(
        row if row.cells else replace(row, left=own[row.page, row.column][0], margin=own[row.page, row.column][1])
        for row in rows
    )


def _nearest(group: Sequence[Row], common: tuple[float, float]) -> tuple[float, float]:
    """The text's margins for a few rows, unless they stand outside of them."""
    left, right = min(row.x for row in group), max(row.right for row in group)
    return (common[0] if left > common[0] - 3 else left, common[1] if right < common[1] + 20 else right)


def _margins(rows: Sequence[Row]) -> tuple[float, float]:
    """The left-most and right-most places where many rows begin and end."""
    if not rows:
        return 0.0, 0.0
    size = Counter(round(row.size, 1) for row in rows for _ in row.text).most_common(1)[0][0]
    body = [row for row in rows if abs(row.size - size) < size * 0.15] or list(rows)
    wanted = max(2, len(body) // 8)
    near = size * _TOLERANCE
    lefts = sorted(row.x for row in body)
    rights = sorted((row.right for row in body), reverse=True)
    left = next((x for x in lefts if sum(0 <= other - x <= near for other in lefts) >= wanted), lefts[0])
    if body[0].is_recognised:
        # A box that was found a little too wide is no margin.
        left = median(x for x in lefts if 0 <= x - left <= near)
    right = next((x for x in rights if sum(0 <= x - other <= near * 2 for other in rights) >= wanted), rights[0])
    return left, right
