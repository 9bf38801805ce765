"""Tables as an xlsx workbook: header frozen, filter on every column, widths that fit, no cell a formula."""

from __future__ import annotations

import io
from unicodedata import east_asian_width

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ui.exports.fixed_zip import fixed_zip
from ui.exports.table import Cell, Table, is_formula

LONGEST_CELL = 32_767
"""More characters than this a spreadsheet refuses to open."""
WIDEST_COLUMN = 60
_HEAD = PatternFill("solid", fgColor="E9EEF3")


def write_xlsx(*tables: Table) -> bytes:
    """The workbook's bytes, one sheet for each table: the same bytes for the same tables."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        _fill(book.create_sheet(table.name), table)
    file = io.BytesIO()
    book.save(file)
    return fixed_zip(file.getvalue())


def _fill(sheet: Worksheet, table: Table) -> None:
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.header))}{len(table.rows) + 1}"
    for column, width in enumerate(_widths(table), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.append([_head(sheet, name) for name in table.header])
    for row in table.rows:
        sheet.append([_cell(sheet, value) for value in row])


def _head(sheet: Worksheet, name: str) -> SheetCell:
    cell = _cell(sheet, name)
    cell.font = Font(bold=True)
    cell.fill = _HEAD
    return cell


def _cell(sheet: Worksheet, value: Cell) -> SheetCell:
    cell: SheetCell = WriteOnlyCell(sheet)
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:LONGEST_CELL]
        # openpyxl takes "=…" for a formula; said to be text, it stays text when a person edits the cell, too.
        cell.data_type = "s"
        cell.quotePrefix = is_formula(value)
    else:
        cell.value = value
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    return cell


def _widths(table: Table) -> list[float]:
    columns = zip(table.header, *table.rows, strict=True)
    return [min(WIDEST_COLUMN, max(map(_width, column)) + 3) for column in columns]


def _width(cell: Cell) -> int:
    lines = ("" if cell is None else str(cell)).split("\n")
    return max(sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in line) for line in lines)
