"""Rows of a sheet part (xlsx), cut out of the XML by the megabyte: large lists are neither held nor walked twice.

A parser that reports every element takes half a minute for 100,000 rows; parsing whole stretches of rows takes seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO
from xml.etree.ElementTree import Element

from ingest.readers.package import parse
from ingest.readers.sheet_merges import Area

_CHUNK, _OVERLAP, _MAX_HEAD = 1 << 20, 200, 1 << 22
_ROOT = re.compile(rb"<(?P<prefix>[\w.-]+:)?worksheet\b[^>]*>")
_DATA = re.compile(rb"<(?:[\w.-]+:)?sheetData\s*(?P<empty>/?)>")
_DATA_END = re.compile(rb"</(?:[\w.-]+:)?sheetData\s*>")
_COLUMN = re.compile(rb"<(?:[\w.-]+:)?col\s(?P<attributes>[^>]*)>")
_ATTRIBUTE = re.compile(rb"(?P<name>\w+)\s*=\s*[\"'](?P<value>[^\"']*)[\"']")
_MERGE = re.compile(rb"<(?:[\w.-]+:)?mergeCell\s[^>]{0,40}?ref=[\"']([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})[\"']")
_CORNER = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ON = frozenset({b"1", b"true"})
_MAX_COLUMN = 16_384


class SheetRows:
    """One pass over a sheet part: ``hidden`` columns stand in front of the rows, so that they are known at once."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._kept = b""
        head = self._read_head()
        root = _ROOT.search(head)
        if root is None or b"<!DOCTYPE" in head:
            raise ValueError("no worksheet")
        self._open = root[0]
        self._prefix = root["prefix"] or b""
        self.hidden = _hidden_columns(head)

    def _read_head(self) -> bytes:
        """The part up to its first row; the rest of what was read is kept."""
        while True:
            chunk = self._stream.read(_CHUNK)
            self._kept += chunk
            data = _DATA.search(self._kept)
            if data is not None:
                head, self._kept = self._kept[: data.end()], b"" if data["empty"] else self._kept[data.end() :]
                return head
            if not chunk or len(self._kept) > _MAX_HEAD:
                head, self._kept = self._kept, b""
                return head

    def __iter__(self) -> Iterator[Element]:
        end = b"</" + self._prefix + b"row>"
        while True:
            last = _DATA_END.search(self._kept)
            cut = last.start() if last is not None else self._kept.rfind(end) + len(end)
            if last is not None or cut >= len(end):
                yield from self._parse(self._kept[:cut])
                self._kept = self._kept[cut:]
            if last is not None:
                return
            chunk = self._stream.read(_CHUNK)
            if not chunk:
                if self._kept.strip():
                    raise ValueError("the rows break off")
                return
            self._kept += chunk

    def _parse(self, rows: bytes) -> Element:
        return parse(self._open + rows + b"</" + self._prefix + b"worksheet>")


def _hidden_columns(head: bytes) -> frozenset[int]:
    hidden: set[int] = set()
    for column in _COLUMN.finditer(head):
        said = {m["name"]: m["value"] for m in _ATTRIBUTE.finditer(column["attributes"])}
        if said.get(b"hidden") in _ON or _is_nothing(said.get(b"width", b"1")):
            first, last = int(said.get(b"min", b"1")), int(said.get(b"max", b"1"))
            hidden.update(range(first - 1, min(last, _MAX_COLUMN)))
    return frozenset(hidden)


def _is_nothing(width: bytes) -> bool:
    return re.fullmatch(rb"0(?:\.0+)?", width) is not None


def read_areas(stream: IO[bytes]) -> list[Area]:
    """The merged areas of a sheet part, which stand behind its rows: found without parsing these."""
    areas: list[Area] = []
    kept = b""
    while chunk := stream.read(_CHUNK):
        window, end = kept + chunk, 0
        for match in _MERGE.finditer(window):
            areas.append(_area(match[1].decode("ascii")))
            end = match.end()
        kept = window[max(end, len(window) - _OVERLAP) :]
    return areas


def column_number(letters: str) -> int:
    """The number of a column from 0.

    >>> column_number("A"), column_number("AB")
    (0, 27)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _area(reference: str) -> Area:
    first, _, last = reference.partition(":")
    (left, top), (right, bottom) = (_split(corner) for corner in (first, last))
    return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def _split(corner: str) -> tuple[int, int]:
    match = _CORNER.fullmatch(corner)
    return (column_number(match[1]), int(match[2]) - 1) if match is not None else (0, 0)
