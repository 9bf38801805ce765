"""Line (行): one line of a file, with the place it came from and what it is to the text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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


ASIDE_STYLES = frozenset(LineStyle) - {LineStyle.BODY, LineStyle.HEADING, LineStyle.ROW}
"""Lines that are no words of law: title, 文号, 题注, 目录, 落款, and the notice in front of a text it 印发."""


@dataclass(frozen=True, slots=True)
class Line:
    """``table`` counts the tables of the file from 1 (0: no table); ``start`` is the offset in the cleaned text.

    ``opens_block`` is False for a line that the layout shows to go on from the one before (a wrapped line of a PDF).
    """

    text: str
    page: int | None = None
    style: LineStyle = LineStyle.BODY
    table: int = 0
    start: int = 0
    opens_block: bool = True

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class CleanText(Frozen):
    """The cleaned text (``Version.text``), its lines, whose ``start`` points into it, and what is odd about it."""

    text: str
    lines: tuple[Line, ...]
    warnings: tuple[str, ...] = ()
