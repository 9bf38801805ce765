"""Header rows (表头) of lists and tables: which rows name the columns, and what else is no row of data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus import column_roles

_SHORT, _NAME = 16, 24
_SENTENCE = re.compile(r"[。；;！？]|[:：]\s*\S")
_NUMBER = re.compile(r"[（(]?[0-9０-９.,，%％/年月日\-—]+[)）]?")
_COUNTED = re.compile(r"[（(]?([0-9]{1,3})[)）]?")
_TOTAL = re.compile(r"[总合小]\s*计[:：]?(?:\D{0,3}[0-9].{0,6})?|共计\D{0,3}[0-9].{0,8}")
_REMARK = re.compile(
    r"(?:备\s*注|附\s*注|注\s*[0-9]?|说\s*明|填表说明|填报说明)\s*[:：、.．]|[※*＊★]\s*\S|填表说明|填报说明"
)

Cells = Sequence[str]


@dataclass(frozen=True, slots=True)
class Header:
    """The names of the columns, and the rows ``first`` to ``end`` (left out) that they stand in."""

    names: tuple[str, ...]
    first: int
    end: int


def find_header(rows: Sequence[Cells]) -> Header | None:
    """The header among the first rows of a table, under its titles and remarks; None where nothing names columns.

    >>> find_header([("栖澜市任务分工表", "", ""), ("序号", "任务", "牵头单位"), ("1", "登记", "市公安局")]).names
    ('序号', '任务', '牵头单位')
    """
    known = [len(column_roles(tuple(row))) if _could_name(row) else 0 for row in rows]
    for enough in (2, 1):
        found = next((n for n, count in enumerate(known) if count >= enough), None)
        if found is not None:
            return _whole(rows, found)
    first = next((n for n, row in enumerate(rows) if count_filled(row) > 1), None)
    if first is None or first + 1 >= len(rows) or not _names_all(rows[first]):
        return None
    return _whole(rows, first)


def count_filled(row: Cells) -> int:
    """How many different things a row says: a cell merged over the whole row is one."""
    return len({cell for cell in row if cell})


def is_remark(row: Cells) -> bool:
    """Whether a row is a remark (备注：…) or a sum (合计) below or between the rows of data."""
    words = [cell for cell in row if cell]
    if not words:
        return False
    is_alone = len(set(words)) == 1 and _REMARK.match(words[0]) is not None
    return is_alone or any(_TOTAL.fullmatch(cell) for cell in words[:2])


def repeats(row: Cells, header: Header) -> bool:
    """Whether a row says the names of the columns again (on each page), or counts the columns (1 2 3 4)."""
    filled = [(cell, name) for cell, name in zip(row, header.names, strict=False) if cell]
    if len(filled) > 1 and all(cell == name or name.startswith(f"{cell}（") for cell, name in filled):
        return True
    counted = [_COUNTED.fullmatch(cell) for cell, _ in filled]
    return len(filled) > 2 and all(m and int(m[1]) == n for n, m in enumerate(counted, start=1))


def _could_name(row: Cells) -> bool:
    words = [cell for cell in row if cell]
    return count_filled(row) > 1 and all(len(cell) <= _NAME and not _SENTENCE.search(cell) for cell in words)


def _names_all(row: Cells) -> bool:
    """A row of short words, each another, none a number: names of columns that are not in the table of columns."""
    words = [cell for cell in row if cell]
    is_short = all(len(cell) <= _SHORT and not _SENTENCE.search(cell) for cell in words)
    return is_short and len(words) >= 2 and len(words) == len(set(words)) and not any(map(_NUMBER.fullmatch, words))


def _whole(rows: Sequence[Cells], first: int) -> Header:
    """The header with its second row, where that one parts a name of the first (责任单位: 牵头, 配合)."""
    upper = tuple(rows[first])
    lower = tuple(rows[first + 1]) if first + 1 < len(rows) else ()
    if not _parts(upper, lower):
        return Header(upper, first, first + 1)
    lower = (*lower, *("",) * (len(upper) - len(lower)))
    return Header(tuple(map(_join, _spread(upper, lower), lower)), first, first + 2)


def _parts(upper: Cells, lower: Cells) -> bool:
    if not _could_name(lower) or any(_NUMBER.fullmatch(cell) for cell in lower if cell):
        return False
    parted = [below for above, below in zip(_spread(upper, lower), lower, strict=False) if below and below != above]
    others = [above for above, below in zip(upper, lower, strict=False) if not below or below == above]
    is_merged = any(not above for above in upper) or len(set(filter(None, upper))) < len(list(filter(None, upper)))
    return is_merged and len(parted) >= 2 and len(parted) + len(others) >= min(len(upper), len(lower))


def _spread(upper: Cells, lower: Cells) -> tuple[str, ...]:
    """The upper names, each also over the empty cells to its right under which the lower row has names."""
    spread: list[str] = []
    for column, name in enumerate(upper):
        has_below = column < len(lower) and bool(lower[column])
        spread.append(name if name or not spread or not has_below else spread[-1])
    return tuple(spread)


def _join(above: str, below: str) -> str:
    if not below or below == above:
        return above
    return f"{above}（{below}）" if above else below
