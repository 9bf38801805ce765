"""A source with one table as a spreadsheet: a merged title row, a header row, the rows."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from corpus.sample.source import BlockKind, Source

_WIDTHS = (6, 36, 22, 30, 12, 44, 20)


def write_sheet(source: Source, path: Path) -> None:
    """Write the table of ``source`` to ``path`` as .xlsx."""
    rows = [block.cells for block in source.blocks if block.kind is BlockKind.ROW]
    book = Workbook()
    book.properties.created = datetime(2024, 7, 1)
    sheet = book.worksheets[0]
    sheet.title = "责任清单"
    sheet.append([source.title])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(rows[0]))
    sheet["A1"].alignment, sheet["A1"].font = Alignment(horizontal="center"), Font(size=16, bold=True)
    for row in rows:
        sheet.append([int(cell) if cell.isdigit() else cell or None for cell in row])
    for cell in sheet[2]:
        cell.font = Font(bold=True)
    for column, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    book.save(path)
