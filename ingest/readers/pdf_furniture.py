"""Page furniture (页眉页脚): page numbers (— 1 —) and running heads, which are no words of the text."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence

from ingest.characters import without_spaces
from ingest.readers.pdf_words import Row

_SIGNS = "-—–―‐‑−~·•.．_|/"
_PAGE_NUMBER = re.compile(
    rf"""
    [{_SIGNS}\s]*
    (?: 第?[0-9]{{1,4}}页? (?:\s*[/|,，]?\s* (?:共|of)?\s*[0-9]{{1,4}}页?)?        # — 1 —, 1/10, 第1页 共10页
      | 第[零〇一二三四五六七八九十百]{{1,5}}页 (?:共[零〇一二三四五六七八九十百]{{1,5}}页)?   # 第三页 共十页
      | page\s*[0-9]{{1,4}} (?:\s*(?:of|/)\s*[0-9]{{1,4}})?                        # Page 1 of 10
      | [ivxl]{{1,6}}                                                           # iv
      | 一[0-9]{{1,4}}(?=[{_SIGNS}一])一? | (?<=[{_SIGNS}])[0-9]{{1,4}}一           # — 4 — of a scan, read as -4一
    )
    [{_SIGNS}\s]*
    """,
    re.X | re.I,
)
# 附件1, 附件2 … at the head of a page each open a text of their own.
_NEVER = re.compile(r"附[件表录]\s?[0-9一二三四五六七八九十]*[:：]?")
_EDGE_ROWS = 2
_NEAR = 6.0
_APART = 2.2
_MIN_ECHO = 4


def is_page_number(text: str) -> bool:
    """Whether a row at the edge of a page is nothing but its number.

    >>> [is_page_number(text) for text in ("— 12 —", "第 3 页 共 10 页", "－１－", "3/10", "-4一", "2024年", "4一")]
    [True, True, True, True, True, False, False]
    """
    plain = without_spaces(unicodedata.normalize("NFKC", text))
    return bool(plain) and _PAGE_NUMBER.fullmatch(plain) is not None


def strip_furniture(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows without page numbers and without heads and feet that stand in the same place on many pages."""
    pages: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        pages[row.page].append(row)
    edges = {number: _edges(page) for number, page in pages.items()}
    running = _running(edges)
    title = _title(pages[min(pages)]) if pages else ""
    return tuple(
        row
        for row in rows
        if not _is_furniture(row, edges[row.page], running) and not _echoes(row, edges[row.page], title)
    )


def _title(first: Sequence[Row]) -> str:
    """The words set in the largest type of the first page, where some are larger than the rest."""
    largest = max(row.size for row in first)
    large = [row for row in first if row.size > largest * 0.97]
    return "".join(without_spaces(row.text) for row in large) if len(large) < len(first) else ""


def _echoes(row: Row, edges: tuple[tuple[Row, ...], tuple[Row, ...]], title: str) -> bool:
    """A running head that says the title again, on one page only where left and right pages have their own heads."""
    upper = edges[0]
    if not title or row.cells or row is not upper[0]:
        return False
    plain = without_spaces(row.text)
    is_apart = _stands_apart(row, upper, 0) and all(row.size < other.size * 0.9 for other in upper[1:])
    return len(plain) >= _MIN_ECHO and plain in title and is_apart


def _edges(page: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The uppermost and the lowest rows, from the edge inwards, and one row more on either side, their neighbour."""
    ordered = sorted(page, key=lambda row: -row.y)
    return tuple(ordered[: _EDGE_ROWS + 1]), tuple(ordered[::-1][: _EDGE_ROWS + 1])


def _key(row: Row) -> str:
    return re.sub(r"[0-9]+", "#", without_spaces(unicodedata.normalize("NFKC", row.text)))


def _running(edges: dict[int, tuple[tuple[Row, ...], tuple[Row, ...]]]) -> dict[tuple[str, int], list[float]]:
    """Text and side of the rows that come again at the same height on at least three of ten pages, twice at least."""
    heights: dict[tuple[str, int], list[float]] = defaultdict(list)
    for sides in edges.values():
        for side, rows in enumerate(sides):
            for row in rows[:_EDGE_ROWS]:
                heights[_key(row), side].append(row.y)
    wanted = max(2, len(edges) * 0.3)
    return {key: ys for key, ys in heights.items() if _again(ys) >= wanted}


def _again(heights: Sequence[float]) -> int:
    return max(sum(abs(one - other) <= _NEAR for other in heights) for one in heights[:50])


def _is_furniture(
    row: Row, edges: tuple[tuple[Row, ...], tuple[Row, ...]], running: dict[tuple[str, int], list[float]]
) -> bool:
    for side, rows in enumerate(edges):
        if row.cells or row not in rows[:_EDGE_ROWS] or _NEVER.fullmatch(row.text):
            continue
        if is_page_number(row.text) and _is_outermost(row, rows, side):
            return True
        heights = running.get((_key(row), side), [])
        if sum(abs(row.y - y) <= _NEAR for y in heights) > 1 and _stands_apart(row, rows, side):
            return True
    return False


def _stands_apart(row: Row, rows: Sequence[Row], side: int) -> bool:
    """A running head is parted from the text by white space, or set in smaller type; a line of the text is not."""
    inner = [other for other in rows if (other.y < row.y - 1 if side == 0 else other.y > row.y + 1)]
    return bool(inner) and (row.size < inner[0].size * 0.9 or abs(row.y - inner[0].y) > inner[0].size * _APART)


def _is_outermost(row: Row, rows: Sequence[Row], side: int) -> bool:
    """Nothing but other furniture stands further out than a page number; a lone figure in the text is none."""
    beyond = [other for other in rows if (other.y > row.y + 1 if side == 0 else other.y < row.y - 1)]
    return all(other.size < row.size * 1.05 for other in beyond)
