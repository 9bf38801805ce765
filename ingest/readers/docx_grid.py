"""Grid (表格) of a Word table: every cell at its column, merged cells filled in down and across."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.readers.docx_tags import child, value, w
from ingest.readers.package import Element

_CELL_HOLDERS = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as written: where it begins and ends in the table's grid; ``goes_on`` if it is the cell above."""

    element: Element
    start: int
    end: int
    goes_on: bool


def rows_of(table: Element) -> Iterator[Element]:
    """The rows of a table without those of tables inside its cells."""
    for node in table:
        if node.tag == w("tr"):
            yield node
        elif node.tag in _CELL_HOLDERS:
            yield from rows_of(node)


def cells_of(row: Element) -> tuple[Cell, ...]:
    """The cells of a row with their places."""
    at = _number(value(row, "trPr", "gridBefore"), 0)
    cells: list[Cell] = []
    for element in _elements(row):
        span = max(1, _number(value(element, "tcPr", "gridSpan"), 1))
        across = child(element, "tcPr", "hMerge")
        if across is not None and across.get(w("val"), "continue") == "continue" and cells:
            cells[-1] = Cell(cells[-1].element, cells[-1].start, at + span, cells[-1].goes_on)
        else:
            down = child(element, "tcPr", "vMerge")
            goes_on = down is not None and down.get(w("val"), "continue") == "continue"
            cells.append(Cell(element, at, at + span, goes_on))
        at += span
    return tuple(cells)


def _elements(row: Element) -> Iterator[Element]:
    for node in row:
        if node.tag == w("tc"):
            yield node
        elif node.tag in _CELL_HOLDERS:
            yield from _elements(node)


def columns_of(rows: Sequence[Sequence[Cell]]) -> tuple[int, ...]:
    """Where the columns begin: as in the first row with the number of cells that most rows have."""
    counts = Counter(len(row) for row in rows if len(row) > 1)
    if not counts:
        return (0,)
    usual = max(counts, key=lambda count: (counts[count], count))
    return tuple(cell.start for cell in next(row for row in rows if len(row) == usual))


def spread(row: Sequence[Cell], columns: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """The columns that each cell of a row fills.

    A row with a cell for every column is read cell by cell: tables drawn by hand have ragged grid lines.
    """
    if len(row) == len(columns):
        return tuple((column,) for column in range(len(columns)))
    filled = (tuple(c for c, start in enumerate(columns) if cell.start <= start < cell.end) for cell in row)
    return tuple(own or (max(0, bisect_right(columns, cell.start) - 1),) for own, cell in zip(filled, row, strict=True))


def _number(text: str, default: int) -> int:
    return min(int(text), 1000) if text.isdecimal() else default
