"""Tables of a PDF page: a header names the columns; cells are drawn row by row, a step to the left opens a row."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.characters import clean_characters
from ingest.readers.pdf_words import Row, Word, rows_of_words

_COLUMN_WORDS = ("序号", "任务", "单位", "部门", "时限", "事项", "依据", "名称", "情形", "内容", "类型", "类别", "备注")
_MIN_COLUMNS = 3
_SAME_LINE = 2.0


@dataclass(frozen=True, slots=True)
class _Header:
    """The cells of a header row, from left to right, and how many words of the page they take."""

    cells: tuple[Word, ...]
    length: int

    def column(self, x: float) -> int:
        """A cell begins to the right of where the name of the column before it ends."""
        return sum(x >= cell.right - cell.size * 0.5 for cell in self.cells[:-1])

    def holds(self, piece: Word) -> bool:
        """Whether the piece is a cell of this table: in its type, inside its columns."""
        column = self.column(piece.x)
        after = self.cells[column + 1].right if column + 1 < len(self.cells) else None
        is_inside = piece.x > self.cells[0].x - piece.size * 3 and (after is None or piece.right < after)
        return is_inside and abs(piece.size - self.cells[0].size) <= 2.5


def rows_with_tables(words: Sequence[Word], page: int) -> Iterator[Row]:
    """The rows of a page; those of a table have its cells joined by " | " and its header."""
    position = start = 0
    while position < len(words):
        header = _read_header(words, position)
        if header is None:
            position += 1
            continue
        yield from rows_of_words(words[start:position], page)
        position += header.length
        position = yield from _read_rows(words, position, header, page)
        start = position
    yield from rows_of_words(words[start:], page)


def _read_header(words: Sequence[Word], first: int) -> _Header | None:
    if first and abs(words[first - 1].y - words[first].y) <= _SAME_LINE:
        return None
    end = first
    while end < len(words) and abs(words[end].y - words[first].y) <= _SAME_LINE:
        end += 1
    cells = tuple(_pieces(words[first:end]))
    named = sum(cell.text.endswith(_COLUMN_WORDS) for cell in cells)
    is_header = len(cells) >= _MIN_COLUMNS and named >= 2 and all(len(cell.text) <= 12 for cell in cells)
    return _Header(cells, end - first) if is_header else None


def _pieces(words: Sequence[Word]) -> Iterator[Word]:
    """Words drawn side by side are one piece; a gap parts two cells."""
    piece: Word | None = None
    for word in words:
        if piece is not None and _adjoins(piece, word):
            piece = replace(piece, text=piece.text + word.text)
            continue
        if piece is not None and piece.text.strip():
            yield replace(piece, text=piece.text.strip())
        piece = word
    if piece is not None and piece.text.strip():
        yield replace(piece, text=piece.text.strip())


def _adjoins(piece: Word, word: Word) -> bool:
    return abs(piece.y - word.y) <= _SAME_LINE and word.x - piece.x >= 0 and word.x - piece.right < piece.size * 0.6


def _read_rows(words: Sequence[Word], first: int, header: _Header, page: int) -> Generator[Row, None, int]:
    """Yields the table's rows; returns (as generator value) where the table ends."""
    cells: list[str] = [""] * len(header.cells)
    last, position = -1, first
    while position < len(words):
        taken, piece = _next_piece(words, position)
        if piece.text.strip() and not header.holds(piece):
            break
        if piece.text.strip():
            column = header.column(piece.x)
            if column < last:
                yield from _row(cells, header, words[position - 1], page)
                cells = [""] * len(header.cells)
            cells[column] += piece.text.strip()
            last = column
        position += taken
    yield from _row(cells, header, words[position - 1], page)
    return position


def _next_piece(words: Sequence[Word], first: int) -> tuple[int, Word]:
    piece, taken = words[first], 1
    while first + taken < len(words) and _adjoins(piece, words[first + taken]):
        piece = replace(piece, text=piece.text + words[first + taken].text)
        taken += 1
    return taken, piece


def _row(cells: Sequence[str], header: _Header, word: Word, page: int) -> Iterator[Row]:
    if sum(map(bool, cells)) >= 2:
        names = " | ".join(clean_characters(cell.text) for cell in header.cells)
        text = " | ".join(clean_characters(cell) for cell in cells)
        yield Row(text, page, word.x, word.right, word.y, word.size, names)
