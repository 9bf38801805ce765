"""A table as csv, with the byte order mark that makes a Chinese spreadsheet read it as UTF-8."""

from __future__ import annotations

import csv
import io

from ui.exports.table import Cell, Table, is_formula


def write_csv(table: Table) -> bytes:
    """The file's bytes; a cell that looks like a formula gets a leading apostrophe, the mark of text.

    >>> write_csv(Table("职责", ("事项",), (("=1+1",),))).decode("utf-8-sig").split()
    ['事项', "'=1+1"]
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(table.header)
    writer.writerows([_safe(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _safe(cell: Cell) -> Cell:
    return f"'{cell}" if is_formula(cell) else cell
