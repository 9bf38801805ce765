"""Cells that look empty (空单元格): a lone figure is easily overlooked where lines are looked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from ingest.ocr.engine import Corners, Picture
from ingest.readers.pdf_grid import Grid, find_grids
from ingest.readers.pdf_words import Rule

_DARK = 128
# In inches: how far the rules of a cell reach into it, and how high what is one line of type can be.
_FRAME, _LEAST, _MOST = 0.05, 0.05, 0.35
_FEW_DOTS = 12
Cell = tuple[float, float, float, float]


def overlooked(picture: Picture, dpi: float, rules: Sequence[Rule], boxes: Sequence[Corners]) -> list[Corners]:
    """Boxes of what is printed in cells of ruled tables where no line was found."""
    height, scale = picture.shape[0], 72 / dpi
    found: list[Corners] = []
    for grid in find_grids(rules):
        middles = [box.mean(axis=0) for box in boxes]
        taken = {grid.cell(float(x) * scale, (height - float(y)) * scale) for x, y in middles}
        owners = {grid.owner[place[0]][place[1]] for place in taken if place is not None}
        for owner, (left, bottom, right, top) in _cells(grid):
            if owner not in owners:
                cell = (left / scale, height - top / scale, right / scale, height - bottom / scale)
                found.extend(_ink(picture, cell, dpi))
    return found


def _cells(grid: Grid) -> Iterator[tuple[int, Cell]]:
    """Every cell, a merged one once, with its left, lower, right and upper border."""
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row, owners in enumerate(grid.owner):
        for column, owner in enumerate(owners):
            places[owner].append((row, column))
    for owner, held in places.items():
        rows, columns = [row for row, _ in held], [column for _, column in held]
        yield owner, (grid.xs[min(columns)], grid.ys[max(rows) + 1], grid.xs[max(columns) + 1], grid.ys[min(rows)])


def _ink(picture: Picture, cell: Cell, dpi: float) -> Iterator[Corners]:
    """The box around what is dark in the cell, if it can be one line of type."""
    frame = dpi * _FRAME
    x0, y0, x1, y1 = (int(cell[0] + frame), int(cell[1] + frame), int(cell[2] - frame), int(cell[3] - frame))
    dark = picture[max(0, y0) : max(0, y1), max(0, x0) : max(0, x1), 0] < _DARK
    if dark.sum() < _FEW_DOTS:
        return
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    top, bottom, left, right = y0 + rows[0], y0 + rows[-1] + 1, x0 + columns[0], x0 + columns[-1] + 1
    if dpi * _LEAST <= bottom - top <= dpi * _MOST:
        pad = (bottom - top) * 0.2
        corners = [(left - pad, top - pad), (right + pad, top - pad), (right + pad, bottom + pad)]
        yield np.array([*corners, (left - pad, bottom + pad)], dtype=np.float32)
