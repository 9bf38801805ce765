"""Tables of a page (网页表格): rows with every cell in its column, cells over several rows and columns unfolded."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import Tag

_MAX_SPAN = 200
_MIN_CELLS = 2
_MANY_PARAGRAPHS = 40


def is_data(table: Tag) -> bool:
    """A table with two rows of at least two cells and none inside; others only lay out the page."""
    rows = [_cells(row) for row in table.find_all("tr")]
    has_rows = sum(len(cells) >= _MIN_CELLS for cells in rows) >= _MIN_CELLS
    return has_rows and table.find("table") is None and len(table.find_all("p")) < _MANY_PARAGRAPHS + 2 * len(rows)


def unfold(table: Tag) -> Iterator[tuple[str, ...]]:
    """The rows of a table; a cell over several rows or columns stands in each of them."""
    above: dict[int, tuple[int, str]] = {}
    for row in table.find_all("tr"):
        filled: dict[int, str] = {}
        for column, (left, text) in list(above.items()):
            filled[column] = text
            above[column] = (left - 1, text)
        _place(row, filled, above)
        above = {column: kept for column, kept in above.items() if kept[0] > 0}
        if any(filled.values()):
            yield tuple(filled.get(column, "") for column in range(max(filled) + 1))


def _place(row: Tag, filled: dict[int, str], above: dict[int, tuple[int, str]]) -> None:
    column = 0
    for cell in _cells(row):
        while column in filled:
            column += 1
        text = " ".join(cell.get_text(" ").split())
        text = text.replace("\u3000", " ").strip()
        for place in range(column, column + _span(cell, "colspan")):
            filled[place] = text
            if _span(cell, "rowspan") > 1:
                above[place] = (_span(cell, "rowspan") - 1, text)
        column += _span(cell, "colspan")


def _cells(row: Tag) -> list[Tag]:
    return [cell for cell in row.find_all(["td", "th"], recursive=False) if isinstance(cell, Tag)]


def _span(cell: Tag, name: str) -> int:
    written = str(cell.get(name) or "1").strip()
    return min(max(int(written), 1), _MAX_SPAN) if written.isascii() and written.isdigit() else 1
