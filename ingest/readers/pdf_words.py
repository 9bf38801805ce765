"""Words, rules and pages: what is printed where, the same values for a text layer and for recognised scans."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters on one base line, ``y`` upwards; ``confidence`` is the recogniser's, None in a text layer."""

    text: str
    x: float
    y: float
    size: float
    width: float = 0.0
    confidence: float | None = None
    is_red: bool = False
    ends_blank: bool = False

    @property
    def right(self) -> float:
        """Where it ends; without a measured width a Han character is as wide as the type is high, a Latin one half."""
        if self.width:
            return self.x + self.width
        return self.x + sum(self.size if ord(letter) > 0xFF else self.size / 2 for letter in self.text)

    @property
    def middle(self) -> tuple[float, float]:
        """The centre of the letters."""
        return (self.x + self.right) / 2, self.y + self.size * 0.35


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line (表格线), level or upright, from the lower left to the upper right end."""

    x: float
    y: float
    right: float
    top: float

    @property
    def is_level(self) -> bool:
        """Whether it runs from left to right."""
        return self.right - self.x >= self.top - self.y


@dataclass(frozen=True, slots=True)
class Page:
    """A page set upright: its words in any order, its rules, and what people must be told about it (Chinese)."""

    number: int
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """Characters ``start:end`` of a row that the recogniser is not sure of."""

    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Row:
    """One printed row of a column of type, which reaches from ``left`` to ``margin``; or a row of a table (``cells``).

    ``column`` counts the page's columns in reading order; ``raised`` are the places of superscripts; ``notes`` are the
    footnotes of the row, (place, text); ``edges`` are the borders of the table's columns, which ``is_header`` names.
    """

    text: str
    page: int
    x: float
    right: float
    y: float
    size: float
    left: float = 0.0
    margin: float = 0.0
    column: int = 0
    ends_blank: bool = False
    is_red: bool = False
    is_recognised: bool = False
    doubts: tuple[Doubt, ...] = ()
    raised: tuple[tuple[int, int], ...] = ()
    notes: tuple[tuple[int, str], ...] = ()
    cells: tuple[str, ...] = ()
    edges: tuple[float, ...] = ()
    table: int = 0
    is_header: bool = False
