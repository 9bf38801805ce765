"""Responsibility lists (责任清单, xlsx): title, header row, and each data row as 列名：值；列名：值."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.errors import IngestError
from ingest.parcel import Reading
from ingest.readers.entities import refuse_entities
from ingest.readers.hidden import Hidden
from ingest.readers.package import BROKEN_XML, Package
from ingest.readers.sheet import Sheet, sheet_lines
from ingest.readers.sheet_merges import unfold
from ingest.readers.xlsx_book import Book


def read_xlsx(data: bytes, name: str) -> Reading:
    """The visible sheets of a workbook: rows over the header as title lines, every row under it as one ROW line."""
    refuse_entities(data, name)
    hidden = Hidden()
    try:
        lines = tuple(sheet_lines(_sheets(Book(Package(data)), hidden), name))
    except BROKEN_XML as error:
        remedy = "请在 Excel 或 WPS 中另存为 .xlsx 后重新导入"
        raise IngestError("表格文件已损坏，无法读取", place=name, remedy=remedy) from error
    return Reading(lines, hidden.warnings())


def _sheets(book: Book, hidden: Hidden) -> Iterator[Sheet]:
    for part in book.sheets:
        if part.is_hidden:
            hidden.add_sheet(part.name)
        elif part.part:
            rows = book.open(part)
            shown = unfold(hidden.watch(part.name, book.rows(rows), rows.hidden), book.areas(part), rows.hidden)
            yield Sheet(part.name, shown)
