"""Responsibility lists (责任清单, xlsx): title, header row, and each data row as 列名：值；列名：值."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from ingest.errors import IngestError
from ingest.line import Line, LineStyle
from ingest.parcel import Reading
from ingest.readers.zipped import refuse_entities

_BROKEN = (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError, SyntaxError, EOFError)
_HEADER_ROWS = 15


def read_xlsx(data: bytes, name: str) -> Reading:
    """The visible sheets of a workbook: rows over the header as title lines, every row under it as one ROW line."""
    refuse_entities(data, name)
    try:
        workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
        return Reading(
            tuple(
                line
                for n, sheet in enumerate(sheets, start=1)
                for line in _read_sheet(sheet.iter_rows(values_only=True), n)
            )
        )
    except _BROKEN as error:
        raise IngestError(
            "表格文件已损坏，无法读取", place=name, remedy="请在 Excel 或 WPS 中另存为 .xlsx 后重新导入"
        ) from error


def _read_sheet(rows: Iterable[Sequence[Any]], sheet: int) -> Iterator[Line]:
    texts = ([_text(value) for value in row] for row in rows)
    header, above = _read_header(texts)
    yield from (
        Line(text, style=LineStyle.TITLE if n == 0 else LineStyle.HISTORY)
        for n, text in enumerate(above if sheet == 1 else ())
    )
    for cells in texts:
        if sum(map(bool, cells)) < 2:
            continue
        pairs = [f"{column}：{value}" for column, value in zip(header, cells, strict=False) if column and value]
        yield Line("；".join(pairs), style=LineStyle.ROW, table=sheet)


def _read_header(texts: Iterator[list[str]]) -> tuple[list[str], list[str]]:
    """The names of the columns (the first row with three words and more) and the single cells above them."""
    above: list[str] = []
    for _, cells in zip(range(_HEADER_ROWS), texts, strict=False):
        filled = [cell for cell in cells if cell]
        if len(filled) >= 3 or (len(filled) == 2 and not above):
            return cells, above
        above.extend(filled[:1])
    return [], above


def _text(value: Any) -> str:
    return "" if value is None else " ".join(str(value).split())
