"""Hidden parts (隐藏内容) of workbooks, by one rule that people are told.

Hidden sheets and columns are left out. Hidden rows are taken in and marked: a filter that somebody forgot hides rows
of the list, and a lost duty is worse than one too many.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ingest.readers.sheet_merges import PlacedRow

_NAMED = 5


class Hidden:
    """Notes the hidden sheets, and the hidden rows and columns that hold words, of a workbook."""

    def __init__(self) -> None:
        self._sheets: list[str] = []
        self._rows: dict[str, list[int]] = {}
        self._columns: dict[str, set[int]] = {}

    def add_sheet(self, name: str) -> None:
        """A sheet that is not shown."""
        self._sheets.append(name)

    def watch(self, sheet: str, rows: Iterable[PlacedRow], columns: frozenset[int]) -> Iterator[PlacedRow]:
        """The rows of a sheet on their way; those that are not shown, and filled cells in hidden columns, are noted."""
        for row in rows:
            if row.is_hidden and any(row.cells):
                self._rows.setdefault(sheet, []).append(row.number + 1)
            elif columns:
                filled = {column for column in columns if column < len(row.cells) and row.cells[column]}
                self._columns.setdefault(sheet, set()).update(filled)
            yield row

    def warnings(self) -> tuple[str, ...]:
        """What people are told (Chinese); the words of what is hidden are not in it."""
        said = [f"含隐藏的工作表（{'、'.join(self._sheets)}），未收录"] if self._sheets else []
        for name, rows in self._rows.items():
            said.append(f"工作表“{name}”含隐藏的行（第{_named(rows)}行），已收录并标出，请核对")
        for name, found in self._columns.items():
            if found:
                said.append(
                    f"工作表“{name}”含隐藏的列（第{_named([column + 1 for column in sorted(found)])}列），未收录"
                )
        return tuple(said)


def _named(numbers: list[int]) -> str:
    """The first few numbers, and how many there are if more.

    >>> _named([3, 5]), _named(list(range(1, 9)))
    ('3、5', '1、2、3、4、5等8')
    """
    written = "、".join(map(str, numbers[:_NAMED]))
    return written if len(numbers) <= _NAMED else f"{written}等{len(numbers)}"
