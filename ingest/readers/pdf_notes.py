"""Footnotes (脚注): small rows at the foot of a page, put to the place of their mark, out of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.readers.pdf_words import Doubt, Row

_LABEL = re.compile(r"(?P<mark>[①-⑳]|[*＊※†]|(?P<figure>\[?[0-9]{1,2}\]?))\s*")
_SMALL = 0.86
_AFTER = ("，", "。", "；", "：", "、", "）", "”", "》", "")


def place_notes(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows without footnotes; a row whose mark (①, a raised 1) leads to one has it as note, the mark taken out."""
    sizes = Counter(round(row.size, 1) for row in rows for _ in row.text)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    pages: dict[int, list[Row]] = {}
    for row in rows:
        pages.setdefault(row.page, []).append(row)
    return tuple(row for page in pages.values() for row in _place(page, body))


def _place(page: Sequence[Row], body: float) -> list[Row]:
    first = _first_note(page, body)
    if first is None:
        return list(page)
    notes: list[tuple[str, str]] = []
    for row in page[first:]:
        match = _LABEL.match(row.text)
        if match is not None and (match["figure"] is None or _is_next(match["figure"], notes)):
            notes.append((match["mark"].strip("[]"), row.text[match.end() :]))
        else:
            notes[-1] = (notes[-1][0], notes[-1][1] + row.text)
    return [_mark(row, notes) for row in page[:first]]


def _first_note(page: Sequence[Row], body: float) -> int | None:
    """Where the small rows at the page's foot begin, if they begin with a mark that stands above as well."""
    at = len(page)
    while at and page[at - 1].size < body * _SMALL and not page[at - 1].cells:
        at -= 1
    for first in range(at, len(page)):
        match = _LABEL.match(page[first].text)
        if match is not None and any(_find(row, match["mark"].strip("[]")) is not None for row in page[:at]):
            return first
    return None


def _is_next(figure: str, notes: Sequence[tuple[str, str]]) -> bool:
    number = figure.strip("[]")
    return not notes or not notes[-1][0].isdecimal() or int(number) == int(notes[-1][0]) + 1


def _find(row: Row, mark: str) -> tuple[int, int] | None:
    """Where the mark stands in the row: a sign of its own anywhere, a figure only where it is raised."""
    for start, end in row.raised:
        if row.text[start:end].strip("[]（）()") == mark:
            return start, end
    if mark.isdecimal():
        return None
    at = row.text.find(mark, 1)
    if at < 0 and row.text.startswith(mark) and row.text[len(mark) : len(mark) + 1] in _AFTER:
        at = 0  # the mark alone came over to the next row; before other letters it would be the number of an item
    return (at, at + len(mark)) if at >= 0 else None


def _mark(row: Row, notes: Sequence[tuple[str, str]]) -> Row:
    for mark, text in notes:
        place = None if row.cells else _find(row, mark)
        if place is not None:
            row = _cut(row, place)
            row = replace(row, notes=(*row.notes, (place[0], text)))
    return row


def _cut(row: Row, place: tuple[int, int]) -> Row:
    start, end = place
    gone = end - start

    def moved(at: int) -> int:
        return at if at <= start else max(start, at - gone)

    return replace(
        row,
        text=row.text[:start] + row.text[end:],
        raised=tuple((moved(a), moved(b)) for a, b in row.raised if (a, b) != place),
        doubts=tuple(Doubt(moved(d.start), moved(d.end), d.confidence) for d in row.doubts),
        notes=tuple((moved(at), text) for at, text in row.notes),
    )
