"""Tables over several pages (跨页表格): one table with its column names once, a row that breaks put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.readers.pdf_words import Doubt, Row

_NEAR = 6.0
_NAME_LENGTH = 20
_NO_NAME = re.compile(r"[。；]|^[0-9]+$")


def link_tables(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with their tables counted through the file; a table at a page's head goes on with one at the foot."""
    linked: list[Row] = []
    header: tuple[str, ...] = ()
    count = 0
    before: Row | None = None
    for row in rows:
        if not row.cells:
            linked.append(row)
        elif before is not None and before.cells and _is_same_table(before, row):
            is_new_page = before.page != row.page
            if is_new_page and row.cells == header:
                before = row
                continue
            if is_new_page and _breaks(linked[-1], row):
                linked[-1] = _put_together(linked[-1], row)
            else:
                linked.append(replace(row, table=count))
        else:
            count, header = count + 1, row.cells
            linked.append(replace(row, table=count, is_header=is_header(row.cells)))
        before = row
    return tuple(linked)


def is_header(cells: Sequence[str]) -> bool:
    """Whether the first row of a table names its columns: short words, none missing, no sentence and no number.

    >>> is_header(("序号", "事项", "责任单位")), is_header(("1", "登记", "市公安局"))
    (True, False)
    """
    return all(0 < len(cell) <= _NAME_LENGTH and _NO_NAME.search(cell) is None for cell in cells)


def _is_same_table(before: Row, row: Row) -> bool:
    if before.page == row.page:
        return before.table == row.table
    return (
        row.page == before.page + 1
        and len(before.edges) == len(row.edges)
        and all(abs(one - other) <= _NEAR for one, other in zip(before.edges, row.edges, strict=True))
    )


def _breaks(before: Row, row: Row) -> bool:
    """A row without number behind a numbered one is its end on the next page."""
    return not row.cells[0] and bool(before.cells[0]) and before.cells[0].strip("（）()").isdecimal()


def _put_together(before: Row, row: Row) -> Row:
    cells = tuple(one + other for one, other in zip(before.cells, row.cells, strict=True))
    text = " | ".join(cells)
    whole = replace(before, cells=cells, text=text.strip())
    lowest = min((doubt.confidence for doubt in (*before.doubts, *row.doubts)), default=None)
    return whole if lowest is None else replace(whole, doubts=(Doubt(0, len(whole.text), lowest),))
