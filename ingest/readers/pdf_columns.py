"""Columns of type (分栏): the words of a page in the order in which people read them, column by column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.readers.pdf_words import Word

_GAP = 0.9
_MIN_ROWS = 3
_MIN_WIDTH = 8
_SHARE_APART = 0.6
_SHARE_FULL = 0.4
_BIN = 2.0


class Segment:
    """Words of one line without a wide gap between them."""

    __slots__ = ("right", "size", "words", "x", "y")

    def __init__(self, word: Word) -> None:
        self.words = [word]
        self.x, self.right, self.y, self.size = word.x, word.right, word.y, word.size

    def takes(self, word: Word) -> bool:
        """Whether the word, which stands to the right, adjoins."""
        return word.x - self.right < _GAP * max(self.size, word.size)

    def add(self, word: Word) -> None:
        """Let the word be the last one."""
        self.words.append(word)
        self.right, self.size = max(self.right, word.right), max(self.size, word.size)


def columns_of(words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """The words column by column, in reading order; a title over several columns ends those above it."""
    for group in _split(_segments(words)):
        yield tuple(word for segment in group for word in segment.words)


def _segments(words: Sequence[Word]) -> list[Segment]:
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: -word.y):
        if lines and abs(lines[-1][0].y - word.y) <= max(1.0, word.size * 0.25):
            lines[-1].append(word)
        else:
            lines.append([word])
    segments: list[Segment] = []
    for line in lines:
        first = True
        for word in sorted(line, key=lambda word: word.x):
            if first or not segments[-1].takes(word):
                segments.append(Segment(word))
            else:
                segments[-1].add(word)
            first = False
    return segments


def _split(segments: Sequence[Segment]) -> Iterator[list[Segment]]:
    gutter = _find_gutter(segments)
    if gutter is None:
        if segments:
            yield list(segments)
        return
    left: list[Segment] = []
    right: list[Segment] = []
    for segment in sorted(segments, key=lambda segment: -segment.y):
        if segment.right <= gutter:
            left.append(segment)
        elif segment.x >= gutter:
            right.append(segment)
        else:
            yield from _band(left, right)
            left, right = [], []
            yield [segment]
    yield from _band(left, right)


def _band(left: Sequence[Segment], right: Sequence[Segment]) -> Iterator[list[Segment]]:
    """What stands between two lines over the whole page: the left column, then the right one."""
    yield from _split(left)
    yield from _split(right)


def _find_gutter(segments: Sequence[Segment]) -> float | None:
    """The middle of the blank strip between two columns, both of full lines; a table of short words has none."""
    if len(segments) < 2 * _MIN_ROWS:
        return None
    left, right = min(s.x for s in segments), max(s.right for s in segments)
    middle = _widest_gap(segments, left, right)
    if middle is None:
        return None
    one = [s for s in segments if s.right <= middle]
    other = [s for s in segments if s.x >= middle]
    is_apart = len(one) + len(other) >= len(segments) * _SHARE_APART
    return middle if is_apart and _is_column(one) and _is_column(other) else None


def _is_column(segments: Sequence[Segment]) -> bool:
    if len(segments) < _MIN_ROWS:
        return False
    margin, size = max(s.right for s in segments), max(s.size for s in segments)
    full = [s for s in segments if s.right > margin - 2 * size and s.right - s.x >= _MIN_WIDTH * s.size]
    return len(full) >= len(segments) * _SHARE_FULL


def _widest_gap(segments: Sequence[Segment], left: float, right: float) -> float | None:
    """The middle of the widest strip, not at the sides, that hardly any line covers."""
    width = right - left
    bins = [0] * (int(width / _BIN) + 2)
    for segment in segments:
        for n in range(int((segment.x - left) / _BIN), int((segment.right - left) / _BIN) + 1):
            bins[n] += 1
    few = max(1.0, max(bins) * 0.15)
    best = (0, 0)
    start = None
    for n in range(int(len(bins) * 0.15), int(len(bins) * 0.85)):
        if bins[n] <= few:
            start = n if start is None else start
            best = max(best, (n - start + 1, start))
        else:
            start = None
    size = sorted(s.size for s in segments)[len(segments) // 2]
    return left + (best[1] + best[0] / 2) * _BIN if best[0] * _BIN >= size * 0.7 else None
