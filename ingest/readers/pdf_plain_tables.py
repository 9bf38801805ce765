"""Tables without rules (无框线表格): a line of column names, and under each name the words of its column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.pdf_cells import read_cell, table_row
from ingest.readers.pdf_words import Row, Word

_COLUMN_WORDS = (
    "序号", "任务", "单位", "部门", "时限", "事项", "依据", "名称", "情形", "内容", "类型", "类别", "备注", "措施",
)  # fmt: skip
_MIN_COLUMNS = 3
_MAX_NAME = 12
_LEADING = 2.6


@dataclass(frozen=True, slots=True)
class _Line:
    """The words of one height, from left to right."""

    pieces: tuple[Word, ...]

    @property
    def y(self) -> float:
        return self.pieces[0].y


def find_plain_tables(words: Sequence[Word], page: int, table: int) -> tuple[tuple[Word, ...], tuple[Row, ...]]:
    """The words outside of such tables, and the tables' rows."""
    lines = _lines(words)
    rows: list[Row] = []
    gone: set[int] = set()
    at = 0
    while at < len(lines):
        header = lines[at]
        if not _is_header(header):
            at += 1
            continue
        end = _end(lines, at)
        if end > at + 1:
            rows.extend(_rows(lines[at:end], page, table + len(rows)))
            gone.update(id(word) for line in lines[at:end] for word in line.pieces)
        at = end
    return tuple(word for word in words if id(word) not in gone), tuple(rows)


def _lines(words: Sequence[Word]) -> list[_Line]:
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-word.y, word.x)):
        if lines and abs(lines[-1][0].y - word.y) <= max(1.5, word.size * 0.25):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [_Line(tuple(sorted(line, key=lambda word: word.x))) for line in lines]


def _is_header(line: _Line) -> bool:
    names = line.pieces
    named = sum(name.text.endswith(_COLUMN_WORDS) for name in names)
    return len(names) >= _MIN_COLUMNS and named >= 2 and all(len(name.text) <= _MAX_NAME for name in names)


def _bounds(header: _Line) -> tuple[float, ...]:
    """Where each column begins: a cell begins to the right of where the name of the column before it ends."""
    names = header.pieces
    inner = (name.right - name.size * 0.5 for name in names[:-1])
    return (names[0].x - names[0].size * 3, *inner, float("inf"))


def _end(lines: Sequence[_Line], first: int) -> int:
    """The line behind the table: in other type, outside of its columns, or far below the line before."""
    bounds, size = _bounds(lines[first]), lines[first].pieces[0].size
    at = first + 1
    while at < len(lines) and lines[at - 1].y - lines[at].y <= size * _LEADING * (1.6 if at == first + 1 else 1):
        pieces = lines[at].pieces
        if any(abs(piece.size - size) > 2.5 or piece.x < bounds[0] for piece in pieces):
            break
        if any(piece.right >= _limit(lines[first], _column(piece, bounds)) for piece in pieces):
            break
        at += 1
    return at


def _limit(header: _Line, column: int) -> float:
    """A cell ends before the name of the next column does."""
    return header.pieces[column + 1].right if column + 1 < len(header.pieces) else float("inf")


def _column(piece: Word, bounds: Sequence[float]) -> int:
    return max(0, sum(piece.x >= bound for bound in bounds[:-1]) - 1)


def _rows(lines: Sequence[_Line], page: int, table: int) -> list[Row]:
    """The header, then one row for each line with a word in the first column; other lines go on with their row."""
    bounds = _bounds(lines[0])
    edges = (bounds[0], *bounds[1:-1], max(word.right for line in lines for word in line.pieces))
    found: list[tuple[float, list[list[Word]]]] = []
    for number, line in enumerate(lines):
        placed = [(number_of, piece) for piece in line.pieces for number_of in (_column(piece, bounds),)]
        opens = number <= 1 or any(column == 0 for column, _ in placed)
        if opens:
            found.append((line.y, [[] for _ in bounds[:-1]]))
        for column, piece in placed:
            found[-1][1][column].append(piece)
    size = lines[0].pieces[0].size
    frames = (Row("", page, 0, 0, y, size, edges=edges, table=table) for y, _ in found)
    return [table_row([read_cell(c) for c in cells], frame) for (_, cells), frame in zip(found, frames, strict=True)]
