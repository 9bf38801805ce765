"""Cells (单元格): the words of a cell as its text, the cells of a row as the row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.pdf_rows import words_to_rows
from ingest.readers.pdf_words import Doubt, Row, Word


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell and what is doubtful in it."""

    text: str = ""
    doubts: tuple[Doubt, ...] = ()


def read_cell(words: Sequence[Word]) -> Cell:
    """The cell that holds these words, its lines put together."""
    text = ""
    doubts: list[Doubt] = []
    for row in words_to_rows(words, 0):
        text += gap(text, row.text)
        doubts.extend(Doubt(d.start + len(text), d.end + len(text), d.confidence) for d in row.doubts)
        text += row.text
    return Cell(text, tuple(doubts))


def table_row(cells: Sequence[Cell], frame: Row) -> Row:
    """The row of these cells, parted by bars; page, place, size and table are those of ``frame``."""
    text = ""
    doubts: list[Doubt] = []
    for number, cell in enumerate(cells):
        text += " | " if number else ""
        doubts.extend(Doubt(d.start + len(text), d.end + len(text), d.confidence) for d in cell.doubts)
        text += cell.text
    cut = len(text) - len(text.lstrip())
    moved = tuple(Doubt(d.start - cut, d.end - cut, d.confidence) for d in doubts)
    return Row(
        text.strip(), frame.page, frame.edges[0], frame.edges[-1], frame.y, frame.size, doubts=moved,
        cells=tuple(cell.text for cell in cells), edges=frame.edges, table=frame.table,
    )  # fmt: skip


def gap(before: str, after: str) -> str:
    """What parts two lines that go on: a blank only between Latin words.

    >>> gap("Smart", "City"), gap("共建", "共治")
    (' ', '')
    """
    latin = before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha()
    return " " if latin else ""
