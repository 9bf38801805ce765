"""Words to printed rows: what stands on one line of a column is one row, its blanks told by the gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.characters import clean_characters
from ingest.readers.pdf_words import Doubt, Row, Word

# A gap of this part of the type size is a blank between Han characters, and between Latin ones.
_HAN_BLANK = 0.7
_LATIN_BLANK = 0.18
_SPREAD_EVENLY = 0.5
_SMALL = 0.8
_DOUBTFUL = 0.9


def words_to_rows(words: Sequence[Word], page: int, column: int = 0) -> Iterator[Row]:
    """The rows of one column of type, from top to bottom."""
    for group in _levels(words):
        row = _row(group, page, column)
        if row.text:
            yield row


def _levels(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words whose heights overlap by half stand on one line; big type leads, so that superscripts join it."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-word.y, word.x)):
        home = next((line for line in lines[-3:] if _overlaps(line, word)), None)
        if home is None:
            lines.append([word])
        else:
            home.append(word)
    lines.sort(key=lambda line: -_base(line).y)
    for line in lines:
        yield sorted(line, key=lambda word: word.x)


def _base(line: Sequence[Word]) -> Word:
    return max(line, key=lambda word: (word.size, len(word.text)))


def _overlaps(line: Sequence[Word], word: Word) -> bool:
    base = _base(line)
    low, high = max(base.y, word.y), min(base.y + base.size * 0.8, word.y + word.size * 0.8)
    return high - low > min(base.size, word.size) * 0.8 * 0.5


def _row(words: Sequence[Word], page: int, column: int) -> Row:
    base, first = _base(words), words[0]
    sizes = Counter(word.size for word in words for _ in word.text)
    size = max(sizes, key=lambda value: (sizes[value], value))
    text, doubts, raised = "", [], []
    gaps = _gaps(words)
    for word, gap in zip(words, gaps, strict=True):
        letters = clean_characters(word.text)
        if not letters:
            continue
        text += gap if text else ""
        start, text = len(text), text + letters
        if word.confidence is not None and word.confidence < _DOUBTFUL:
            doubts.append(Doubt(start, len(text), word.confidence))
        if word.size < size * _SMALL and word.y > base.y + size * 0.1:
            raised.append((start, len(text)))
    right = max(word.right for word in words)
    is_red = all(word.is_red for word in words)
    return Row(
        text, page, first.x, right, base.y, size, first.x, right, column, words[-1].ends_blank, is_red,
        first.confidence is not None, tuple(doubts), tuple(raised),
    )  # fmt: skip


def _gaps(words: Sequence[Word]) -> list[str]:
    """The blank before each word, or none; letters that are evenly spread (目　　录 as one word) have none."""
    sizes = [(after.x - before.right) / max(before.size, after.size) for before, after in pairwise(words)]
    if len(words) > 2 and all(len(word.text) == 1 for word in words) and max(sizes) - min(sizes) < _SPREAD_EVENLY:
        return [""] * len(words)
    blanks = [""]
    for (before, after), gap in zip(pairwise(words), sizes, strict=True):
        is_latin = _is_latin(before.text[-1:]) and _is_latin(after.text[:1])
        wide = _LATIN_BLANK if is_latin else _HAN_BLANK
        blanks.append(" " if before.ends_blank or gap > wide else "")
    return blanks


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()
