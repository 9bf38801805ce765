"""Words and rows of a PDF page: what is printed where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pypdf import PageObject

from ingest.characters import clean_characters


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters as the page draws it."""

    text: str
    x: float
    y: float
    size: float

    @property
    def right(self) -> float:
        """About where it ends: a Han character is as wide as the type is high, a Latin one half of it."""
        return self.x + sum(self.size if ord(letter) > 0xFF else self.size / 2 for letter in self.text)


@dataclass(frozen=True, slots=True)
class Row:
    """One printed row, or one row of a table, whose ``header`` then names the columns."""

    text: str
    page: int
    x: float
    right: float
    y: float
    size: float
    header: str = ""


def words_of_page(page: PageObject) -> tuple[Word, ...]:
    """The words of a page in the order in which it draws them."""
    words: list[Word] = []

    def visit(text: str, cm: list[float], tm: list[float], font: Any, size: float | None) -> None:
        x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = abs(tm[3]) or abs(tm[1]) or 1.0
        words.extend(_split(Word(text, x, y, (size or 1.0) * scale)))

    page.extract_text(visitor_text=visit)
    return tuple(words)


def _split(word: Word) -> Iterator[Word]:
    parts = [part for part in word.text.split("\n") if part.strip()]
    for n, part in enumerate(parts):
        yield replace(word, text=part, y=word.y - n * word.size * 1.5)


def rows_of_words(words: Iterable[Word], page: int) -> Iterator[Row]:
    """Words that follow each other on one height are a row."""
    group: list[Word] = []
    for word in words:
        if group and abs(word.y - group[-1].y) > max(2.0, group[-1].size * 0.4):
            yield _row(group, page)
            group = []
        group.append(word)
    if group:
        yield _row(group, page)


def _row(words: Sequence[Word], page: int) -> Row:
    text = "".join(word.text for word in words)
    first = words[0]
    indent = (len(text) - len(text.lstrip("\u3000"))) * first.size
    right = replace(first, text=text).right
    return Row(clean_characters(text), page, first.x + indent, right, first.y, first.size)
