"""Ruled tables (有框线的表格): rules that cross make cells; a cell without a rule between takes its neighbour in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.readers.pdf_words import Rule

_NEAR = 2.5
_MIN_LENGTH = 6.0
_COVERED = 0.6
_MAX_RULES = 4_000
# Squared paper and maps have more cells than any table of a page.
_MAX_CELLS = 10_000


@dataclass(frozen=True, slots=True)
class Grid:
    """Borders of columns from left to right and of rows from top to bottom; ``owner[r][c]`` is the merged cell."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owner: tuple[tuple[int, ...], ...]

    def cell(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column where (x, y) lies."""
        column = sum(x >= border for border in self.xs) - 1
        row = sum(y <= border for border in self.ys) - 1
        is_inside = 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1
        return (row, column) if is_inside else None


def find_grids(rules: Sequence[Rule]) -> Iterator[Grid]:
    """The tables that the rules of a page make: two columns at least; a mere frame is none."""
    level = [rule for rule in rules if rule.is_level and rule.right - rule.x >= _MIN_LENGTH]
    upright = [rule for rule in rules if not rule.is_level and rule.top - rule.y >= _MIN_LENGTH]
    if len(level) + len(upright) > _MAX_RULES:
        return
    for some_level, some_upright in _connected(level, upright):
        grid = _grid(some_level, some_upright)
        if grid is not None:
            yield grid


def _connected(level: Sequence[Rule], upright: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Rules that touch each other, one table each."""
    parent = list(range(len(level) + len(upright)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for i, one in enumerate(level):
        for j, other in enumerate(upright):
            if one.x - _NEAR <= other.x <= one.right + _NEAR and other.y - _NEAR <= one.y <= other.top + _NEAR:
                parent[root(i)] = root(len(level) + j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for i, one in enumerate(level):
        groups[root(i)][0].append(one)
    for j, other in enumerate(upright):
        groups[root(len(level) + j)][1].append(other)
    yield from groups.values()


def _grid(level: Sequence[Rule], upright: Sequence[Rule]) -> Grid | None:
    xs, ys = _merge(rule.x for rule in upright), _merge(rule.y for rule in level)[::-1]
    if len(xs) < 3 or len(ys) < 2:
        return None
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns * rows > _MAX_CELLS:
        return None
    on_x = {x: _near(upright, x, is_level=False) for x in xs}
    on_y = {y: _near(level, y, is_level=True) for y in ys}
    owner = list(range(rows * columns))

    def root(at: int) -> int:
        while owner[at] != at:
            owner[at] = owner[owner[at]]
            at = owner[at]
        return at

    for row in range(rows):
        for column in range(columns):
            here = row * columns + column
            if column + 1 < columns and not _covers(on_x[xs[column + 1]], ys[row + 1], ys[row]):
                owner[root(here + 1)] = root(here)
            if row + 1 < rows and not _covers(on_y[ys[row + 1]], xs[column], xs[column + 1]):
                owner[max(root(here + columns), root(here))] = min(root(here + columns), root(here))
    if len({root(at) for at in range(rows * columns)}) < 2:
        return None
    return Grid(xs, ys, tuple(tuple(root(row * columns + c) for c in range(columns)) for row in range(rows)))


def _merge(values: Iterator[float] | Sequence[float] | map[float]) -> tuple[float, ...]:
    merged: list[float] = []
    for value in sorted(values):
        if not merged or value - merged[-1] > _NEAR:
            merged.append(value)
    return tuple(merged)


def _near(rules: Sequence[Rule], at: float, *, is_level: bool) -> list[tuple[float, float]]:
    """Where the rules on the line ``at`` begin and end."""
    if is_level:
        return [(rule.x, rule.right) for rule in rules if abs(rule.y - at) <= _NEAR]
    return [(rule.y, rule.top) for rule in rules if abs(rule.x - at) <= _NEAR]


def _covers(stretches: Sequence[tuple[float, float]], low: float, high: float) -> bool:
    """Whether rules on one line cover most of ``low`` to ``high``."""
    covered = sum(max(0.0, min(end, high) - max(start, low)) for start, end in stretches)
    return covered >= (high - low) * _COVERED
