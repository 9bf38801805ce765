"""Line (行): one line of a file, with the place it came from and what it is to the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus import Remark
from ingest.frozen import Frozen


class LineStyle(StrEnum):
    """What a line is. Readers say HEADING, ROW, TITLE, HISTORY where the format tells; the cleaner finds the rest."""

    BODY = "body"
    HEADING = "heading"
    ROW = "row"
    TITLE = "title"
    LETTERHEAD = "letterhead"
    NUMBER = "number"
    HISTORY = "history"
    CONTENTS = "contents"
    SIGNATURE = "signature"
    ANNEX_LIST = "annex_list"
    NOTICE = "notice"
    NOTE = "note"


ASIDE_STYLES = frozenset(LineStyle) - {LineStyle.BODY, LineStyle.HEADING, LineStyle.ROW}
"""Lines that are no words of law: title, 文号, 题注, 目录, 落款, notes of a list, the notice in front of a text."""


@dataclass(frozen=True, slots=True)
class Line:
    """``table`` counts the tables of the file from 1 (0: no table); ``start`` is the offset in the cleaned text.

    ``opens_block`` is False for a line that the layout shows to go on from the one before (a wrapped line of a PDF).
    ``cells`` are the cells of a table row, ``columns`` the names over them where a header row was found (the header
    row itself has ``cells`` alone). ``original`` is as long as ``text`` where the source has other (traditional)
    characters. ``remarks`` count from the line's start; a reader that gives any gives its text cleaned
    (``clean_characters``), so that the places hold.
    """

    text: str
    page: int | None = None
    style: LineStyle = LineStyle.BODY
    table: int = 0
    start: int = 0
    opens_block: bool = True
    cells: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    original: str = ""
    remarks: tuple[Remark, ...] = ()

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self.start + len(self.text)

    def placed(self, start: int) -> Line:
        """The line at an offset of the cleaned text; written out because ``replace`` takes twice the time."""
        return Line(
            self.text,
            self.page,
            self.style,
            self.table,
            start,
            self.opens_block,
            self.cells,
            self.columns,
            self.original,
            self.remarks,
        )


@dataclass(frozen=True, slots=True)
class CleanText(Frozen):
    """The cleaned text (``Version.text``), its lines, whose ``start`` points into it, and what is odd about it.

    ``original`` is the text in the characters of the source, equally long, or empty where none differs.
    """

    text: str
    lines: tuple[Line, ...]
    warnings: tuple[str, ...] = ()
    original: str = ""

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """The lines' remarks, placed in the text."""
        return tuple(remark.moved(line.start) for line in self.lines for remark in line.remarks)


@dataclass(frozen=True, slots=True)
class CleanTexts(Frozen):
    """The texts that one file brings, one for each instrument, in the order of the file."""

    texts: tuple[CleanText, ...]


def place_lines(lines: Sequence[Line], warnings: tuple[str, ...] = ()) -> CleanText:
    """The cleaned text that these lines make, one under the other, each with its offset.

    >>> [line.start for line in place_lines([Line("第一条 甲。"), Line("第二条 乙。")]).lines]
    [0, 7]
    """
    placed, offset = [], 0
    for line in lines:
        placed.append(line if line.start == offset else line.placed(offset))
        offset += len(line.text) + 1
    is_converted = any(line.original for line in placed)
    original = "\n".join(line.original or line.text for line in placed) if is_converted else ""
    return CleanText("\n".join(line.text for line in placed), tuple(placed), warnings, original)
