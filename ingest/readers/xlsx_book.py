"""Workbooks (xlsx): sheets, shared words and number forms out of the package, rows streamed one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from xml.etree.ElementTree import Element, iterparse

from ingest.characters import clean_characters
from ingest.readers.cell_formats import BUILT_IN, show_number
from ingest.readers.package import Package
from ingest.readers.sheet_merges import Area, PlacedRow
from ingest.readers.xlsx_rows import SheetRows, column_number, read_areas

_RELATION_ID = re.compile(r"\}id$")
_ON = frozenset({"1", "true"})
_NO_HEIGHT = frozenset({"0", "0.0"})
_MAX_COLUMN = 16_384
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_WHOLE = 15


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet by name and part of the package; ``is_hidden`` where the workbook does not show it."""

    name: str
    part: str
    is_hidden: bool


class Book:
    """A workbook: its sheets, its shared words, the number form of each cell style."""

    def __init__(self, package: Package) -> None:
        self._package = package
        root = package.read(package.main)
        # Chart sheets and sheets of macros hold no rows.
        targets = {key: target for kind, target, key in package.relations(package.main) if kind == "worksheet"}
        self.sheets = tuple(_sheet(sheet, targets) for sheet in root.iter() if _name(sheet) == "sheet")
        properties = next((node for node in root.iter() if _name(node) == "workbookPr"), None)
        self._is_1904 = properties is not None and properties.get("date1904", "0") in _ON
        self._forms = _read_forms(package.related("styles"))
        self._words = tuple(self._read_words())

    def _read_words(self) -> Iterator[str]:
        part = next((t for kind, t, _ in self._package.relations(self._package.main) if kind == "sharedStrings"), "")
        if self._package.has(part):
            for _, node in iterparse(self._package.open(part)):
                if _name(node) == "si":
                    yield clean_characters(_words(node))
                    node.clear()

    def areas(self, sheet: SheetPart) -> list[Area]:
        """The merged areas of a sheet."""
        with self._package.open(sheet.part) as stream:
            return read_areas(stream)

    def open(self, sheet: SheetPart) -> SheetRows:
        """The rows of a sheet as they are inflated."""
        return SheetRows(self._package.open(sheet.part))

    def rows(self, rows: SheetRows) -> Iterator[PlacedRow]:
        """The rows that hold anything, in their order."""
        number = -1
        for row in rows:
            number = int(row.get("r", number + 2)) - 1
            cells = self._cells(row)
            if cells:
                yield PlacedRow(number, cells, row.get("hidden", "0") in _ON or row.get("ht", "1") in _NO_HEIGHT)

    def _cells(self, row: Element) -> tuple[str, ...]:
        cells: list[str] = []
        for cell in row:
            words = self._show(cell)
            letters = cell.get("r", "").rstrip("0123456789")
            column = _column(letters) if letters else len(cells)
            if words and column < _MAX_COLUMN:
                if column > len(cells):
                    cells.extend([""] * (column - len(cells)))
                cells.append(words)
            elif not letters:
                cells.append(words)
        return tuple(cells)

    def _show(self, cell: Element) -> str:
        kind = cell.get("t", "n")
        value = formula = ""
        for part in cell:
            name = part.tag[part.tag.rfind("}") + 1 :]
            if name == "v":
                value = part.text or ""
            elif name == "f":
                formula = part.text or ""
            elif name == "is":
                return _clean(_words(part))
        if not value:
            return clean_characters(f"={formula}") if formula else ""
        if kind == "n":
            return self._number(cell.get("s", "0"), value)
        if kind == "s":
            return self._words[int(value)] if value.isdigit() and int(value) < len(self._words) else ""
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        return clean_characters(value)

    def _number(self, style: str, value: str) -> str:
        form = self._forms[int(style)] if style.isdigit() and int(style) < len(self._forms) else "General"
        if form == "General" and value.isdigit() and len(value) < _WHOLE:
            return value
        try:
            return show_number(float(value), form, is_1904=self._is_1904)
        except (ValueError, OverflowError):
            return clean_characters(value)


_column = cache(column_number)
_clean = lru_cache(maxsize=1 << 16)(clean_characters)
"""The cells of a list say the same again and again: bodies, kinds, laws."""


def _name(node: Element) -> str:
    return node.tag.rpartition("}")[2]


def _sheet(element: Element, targets: dict[str, str]) -> SheetPart:
    key = next((value for name, value in element.attrib.items() if _RELATION_ID.search(name)), "")
    is_hidden = element.get("state", "visible") != "visible"
    return SheetPart(element.get("name", ""), targets.get(key, ""), is_hidden)


def _words(node: Element) -> str:
    """The words of a shared string or inline string, without its phonetic guide."""
    parts: list[str] = []
    for child in node:
        if _name(child) == "t":
            parts.append(child.text or "")
        elif _name(child) == "r":
            parts.extend(text.text or "" for text in child if _name(text) == "t")
    words = "".join(parts)
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), words) if "_x" in words else words


def _read_forms(styles: Element | None) -> tuple[str, ...]:
    if styles is None:
        return ()
    own = {n.get("numFmtId", ""): n.get("formatCode", "") for n in styles.iter() if _name(n) == "numFmt"}
    listed = next((node for node in styles.iter() if _name(node) == "cellXfs"), None)
    numbers = [xf.get("numFmtId", "0") for xf in listed] if listed is not None else []
    return tuple(own.get(n) or BUILT_IN.get(int(n) if n.isdigit() else 0, "General") for n in numbers)
