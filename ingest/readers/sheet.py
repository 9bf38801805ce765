"""Sheets (工作表): rows of a list as lines, whichever file they come from (xlsx, xls, csv)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from corpus import Remark, RemarkKind
from ingest.limits import MAX_COLUMNS, check_columns, check_rows
from ingest.line import Line, LineStyle
from ingest.list_header import Header, count_filled, find_header, is_remark, repeats
from ingest.marks import read_article
from ingest.readers.sheet_merges import HiddenRow

_HEADER_ROWS = 30
_HIDDEN_ROW = "这一行在原表格中被隐藏，请核对是否仍属清单内容"

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, and its rows with merged cells filled in and hidden columns left out."""

    name: str
    rows: Iterable[Row]


def sheet_lines(sheets: Iterable[Sheet], place: str) -> Iterator[Line]:
    """The lines of a workbook: what stands over the first list is its title, each row under a header is a ROW line.

    Raises IngestError where a sheet has more rows or columns than can be taken in.
    """
    total = 0
    for number, sheet in enumerate(sheets, start=1):
        for line in _read_sheet(sheet, number, place):
            total += 1
            check_rows(total, place)
            yield line


def _read_sheet(sheet: Sheet, number: int, place: str) -> Iterator[Line]:
    rows = (row for row in _checked(sheet, place) if any(row))
    head = list(islice(rows, _HEADER_ROWS))
    if _is_text(head):
        yield from (Line(" ".join(filter(None, row))) for row in chain(head, rows))
        return
    header = find_header(head) or _unnamed(head)
    above = head if header is None else head[: header.first]
    yield from _title_lines(above, number, sheet.name if header is not None and number > 1 else "")
    if header is None:
        yield from (Line(_words(row), style=LineStyle.NOTE) for row in rows)
        return
    names = tuple(name or f"第{column}列" for column, name in enumerate(header.names, start=1))
    for row in chain(head[header.end :], rows):
        if not repeats(row, header):
            yield _row_line(row, names, number)


def _is_text(head: list[Row]) -> bool:
    """Whether the rows are the articles of a text, 第一条, 第二条 …, typed into a sheet."""
    marks = (read_article(" ".join(filter(None, row))) for row in head)
    numbers = [mark.number for mark in marks if mark is not None]
    return numbers[:2] == ["1", "2"]


def _checked(sheet: Sheet, place: str) -> Iterator[Row]:
    where = f"{place} 工作表“{sheet.name}”" if sheet.name else place
    for row in sheet.rows:
        if len(row) > MAX_COLUMNS and any(row[MAX_COLUMNS:]):
            check_columns(max(column for column, cell in enumerate(row, start=1) if cell), where)
        yield row[:MAX_COLUMNS] if len(row) > MAX_COLUMNS else row


def _title_lines(above: list[Row], number: int, name: str) -> Iterator[Line]:
    """The words over the first list are its title and history; those over another are notes, its name in front."""
    titles = [_words(row) for row in above if not isinstance(row, HiddenRow)]
    if number > 1:
        named = [name] if name and not any(name in title for title in titles) else []
        yield from (Line(text, style=LineStyle.NOTE) for text in (*named, *titles))
        return
    for position, text in enumerate(titles):
        yield Line(text, style=LineStyle.TITLE if position == 0 else LineStyle.HISTORY)


def _unnamed(head: list[Row]) -> Header | None:
    """A list whose columns nobody named, where most rows have several cells: its columns are counted."""
    full = [n for n, row in enumerate(head) if count_filled(row) > 1]
    if len(full) < 2 or len(full) * 2 < len(head):
        return None
    return Header(("",) * max(len(row) for row in head), full[0], full[0])


def _words(row: Row) -> str:
    return " ".join(dict.fromkeys(cell for cell in row if cell))


def _row_line(row: Row, names: Row, table: int) -> Line:
    """A row of data as 列名：值；列名：值; a remark, a sum and the name of a part of the list are notes."""
    if is_remark(row) or _is_part(row):
        return Line(_words(row), style=LineStyle.NOTE)
    if len(row) > len(names):
        names = (*names, *(f"第{column}列" for column in range(len(names) + 1, len(row) + 1)))
    cells = (*row, *("",) * (len(names) - len(row)))
    text = "；".join(f"{name}：{cell}" for name, cell in zip(names, cells, strict=True) if cell)
    remarks = (Remark(RemarkKind.HIDDEN, 0, len(text), _HIDDEN_ROW),) if isinstance(row, HiddenRow) and text else ()
    return Line(text, style=LineStyle.ROW, table=table, cells=cells, columns=names, remarks=remarks)


def _is_part(row: Row) -> bool:
    """One thing over the whole row, or in its first cell alone (一、基本履职事项)."""
    filled = [column for column, cell in enumerate(row) if cell]
    return count_filled(row) == 1 and (len(filled) > 1 or filled[0] == 0)
