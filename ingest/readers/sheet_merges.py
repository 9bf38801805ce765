"""Merged cells (合并单元格) of a sheet, unfolded while its rows stream by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_WIDEST = 201


@dataclass(frozen=True, slots=True)
class Area:
    """A merged area, all bounds counted from 0 and included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row of cells at its number in the sheet."""

    number: int
    cells: tuple[str, ...]
    is_hidden: bool = False


class HiddenRow(tuple[str, ...]):
    """A row that the workbook does not show, as a filter leaves it: a row of the list all the same."""

    __slots__ = ()


def unfold(rows: Iterable[PlacedRow], areas: Sequence[Area], hidden: frozenset[int]) -> Iterator[tuple[str, ...]]:
    """The cells of the rows without the hidden columns, each cell of a merged area with the words of the whole area.

    A hidden column is left out only when it has given its words to the area that begins in it.

    >>> rows = [PlacedRow(0, ("甲局", "登记")), PlacedRow(1, ("", "巡查"))]
    >>> list(unfold(rows, [Area(0, 0, 1, 0)], frozenset()))
    [('甲局', '登记'), ('甲局', '巡查')]
    """
    waiting = sorted(areas, key=lambda area: -area.top)
    open_areas: list[tuple[Area, str]] = []
    for row in rows:
        while waiting and waiting[-1].top <= row.number:
            area = waiting.pop()
            is_own = area.top == row.number and area.left < len(row.cells)
            open_areas.append((area, row.cells[area.left] if is_own else ""))
        cells = list(row.cells)
        for area, words in open_areas:
            _fill(cells, area, words)
        open_areas = [(area, words) for area, words in open_areas if area.bottom > row.number]
        shown = (cell for column, cell in enumerate(cells) if column not in hidden) if hidden else cells
        yield HiddenRow(shown) if row.is_hidden else tuple(shown)


def _fill(cells: list[str], area: Area, words: str) -> None:
    if not words:
        return
    right = min(area.right, _WIDEST)
    cells.extend([""] * (right + 1 - len(cells)))
    for column in range(area.left, right + 1):
        cells[column] = cells[column] or words
