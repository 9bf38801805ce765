"""Tables of a PDF page: the words inside a grid of rules are its cells; what is left is type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ingest.readers.pdf_cells import Cell, read_cell, table_row
from ingest.readers.pdf_grid import Grid, find_grids
from ingest.readers.pdf_plain_tables import find_plain_tables
from ingest.readers.pdf_words import Page, Row, Word

_MIN_CELLS_FILLED = 2


def take_tables(page: Page) -> tuple[tuple[Word, ...], tuple[Row, ...]]:
    """The words outside of tables, and the rows of the page's tables, from top to bottom."""
    words: Sequence[Word] = page.words
    rows: list[Row] = []
    for grid in find_grids(page.rules):
        inside = [word for word in words if grid.cell(*word.middle) is not None]
        taken = tuple(_rows(grid, inside, page.number, len(rows) + 1))
        if sum(len(row.cells) > 1 and sum(map(bool, row.cells)) >= _MIN_CELLS_FILLED for row in taken) >= 1:
            rows.extend(taken)
            gone = set(map(id, inside))
            words = [word for word in words if id(word) not in gone]
    words, plain = find_plain_tables(words, page.number, len(rows) + 1)
    rows.extend(plain)
    return tuple(words), tuple(rows)


def _rows(grid: Grid, words: Sequence[Word], page: int, table: int) -> Iterator[Row]:
    """One row of the table for each row of its grid; a merged cell's words stand in every row and column it covers."""
    held: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        place = grid.cell(*word.middle)
        if place is not None:
            held[grid.owner[place[0]][place[1]]].append(word)
    written = {owner: read_cell(inside) for owner, inside in held.items()}
    for number, owners in enumerate(grid.owner):
        cells = [written.get(owner, Cell()) for owner in owners]
        if any(cell.text for cell in cells):
            some = next(held[owner] for owner in owners if owner in held)
            frame = Row("", page, 0, 0, grid.ys[number], some[0].size, edges=grid.xs, table=table)
            yield table_row(cells, frame)
