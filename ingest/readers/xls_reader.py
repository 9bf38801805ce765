"""Old workbooks (xls): the same lists, out of the binary format."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from typing import Any

from ingest.characters import clean_characters
from ingest.errors import IngestError
from ingest.parcel import Reading
from ingest.readers.cell_formats import show_number
from ingest.readers.hidden import Hidden
from ingest.readers.sheet import Sheet, sheet_lines
from ingest.readers.sheet_merges import Area, PlacedRow, unfold

_TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR = 1, 2, 3, 4, 5
_BROKEN = (ValueError, IndexError, KeyError, AssertionError, struct.error, OverflowError, TypeError, AttributeError)


def read_xls(data: bytes, name: str) -> Reading:
    """The visible sheets of an old workbook, as ``read_xlsx`` reads a new one."""
    from xlrd import XLRDError
    from xlrd.compdoc import CompDocError

    hidden = Hidden()
    try:
        lines = tuple(sheet_lines(_sheets(_open(data), hidden), name))
    except XLRDError as error:
        if "encrypted" in str(error).lower():
            remedy = "请在 Excel 或 WPS 中取消密码后另存，再重新导入"
            raise IngestError("文件已加密，需要密码", place=name, remedy=remedy) from error
        raise _broken(name) from error
    except (CompDocError, *_BROKEN) as error:
        raise _broken(name) from error
    return Reading(lines, hidden.warnings())


def _broken(name: str) -> IngestError:
    remedy = "请在 Excel 或 WPS 中另存为 .xlsx 后重新导入"
    return IngestError("旧版 .xls 表格已损坏，无法读取", place=name, remedy=remedy)


def _open(data: bytes) -> Any:
    import xlrd

    try:
        return xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO(), ragged_rows=True)
    except _BROKEN:
        # Some programs write styles that are not read; the words are there all the same.
        return xlrd.open_workbook(file_contents=data, logfile=io.StringIO(), ragged_rows=True)


def _sheets(book: Any, hidden: Hidden) -> Iterator[Sheet]:
    for sheet in book.sheets():
        if sheet.visibility:
            hidden.add_sheet(sheet.name)
            continue
        columns = frozenset(column for column, info in sheet.colinfo_map.items() if info.hidden)
        areas = [Area(top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells]
        yield Sheet(sheet.name, unfold(hidden.watch(sheet.name, _rows(book, sheet), columns), areas, columns))


def _rows(book: Any, sheet: Any) -> Iterator[PlacedRow]:
    for number in range(sheet.nrows):
        cells = tuple(_show(book, cell) for cell in sheet.row(number))
        if any(cells):
            info = sheet.rowinfo_map.get(number)
            yield PlacedRow(number, cells, bool(info is not None and info.hidden))


def _show(book: Any, cell: Any) -> str:
    from xlrd import error_text_from_code

    if cell.ctype == _TEXT:
        return clean_characters(cell.value)
    if cell.ctype in (_NUMBER, _DATE):
        return show_number(cell.value, _form(book, cell), is_1904=bool(book.datemode))
    if cell.ctype == _BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    return str(error_text_from_code.get(cell.value, "")) if cell.ctype == _ERROR else ""


def _form(book: Any, cell: Any) -> str:
    if cell.xf_index is None or cell.xf_index >= len(book.xf_list):
        return "yyyy/m/d" if cell.ctype == _DATE else "General"
    found = book.format_map.get(book.xf_list[cell.xf_index].format_key)
    return found.format_str if found is not None else "General"
