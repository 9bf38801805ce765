"""Table: what goes into a file, one header and rows of text or numbers."""

from __future__ import annotations

from dataclasses import dataclass

Cell = str | int | None


@dataclass(frozen=True, slots=True)
class Table:
    """``name`` becomes the sheet's name; every row is as long as ``header``."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def is_formula(cell: Cell) -> bool:
    """Whether a spreadsheet would take this text for a formula; texts of documents must never be run.

    >>> is_formula('=HYPERLINK("http://x")'), is_formula("＝1+1"), is_formula("第六条"), is_formula(-3)
    (True, True, False, False)
    """
    return isinstance(cell, str) and cell.lstrip(" 　").startswith(_SIGNS)


# The full-width signs are turned into formulas by spreadsheets set to an East Asian language.
_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
