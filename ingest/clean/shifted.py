"""Shifted bytes (字节错位): crawls that cut blanks by bytes leave 。ㄒ唬 where （一） stood; the bytes tell what was.

An ideographic blank is A1A1 in GBK. Cutting an odd number of A1 in front of （ (A3A8) leaves A1A3 A8…, which reads as
。 and then a wrong character for each right one, until a character of one byte sets the pairs right again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus import Remark, RemarkKind, write_numeral
from ingest.common_characters import is_common
from ingest.line import Line
from ingest.mojibake import LOST

_BLANK = b"\xa1"
_DIGIT_MARK = re.compile(r"。(?=[0-9]{1,2}[)）])")
_HEAD = re.compile("。(?=[\u00e0-\u0261\u2500-\u254b\u3105-\u3129])")
_INLINE = re.compile("[；，：！？](?=[\u4e00-\u9fff]{2,12}[A-Za-z\x7b-\x7e][\u4e00-\u9fff])")
_STOPS = frozenset("“”‘’。，；：、！？（）()《》 \ufffd")
_MIN_RIGHT = 3
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz{|}~")


@dataclass(frozen=True, slots=True)
class _Run:
    """The text that stood there, and where the damaged stretch of the line ends."""

    text: str
    end: int


def repair_shifted(lines: Sequence[Line], characters: frozenset[str] = _LETTERS) -> tuple[tuple[Line, ...], int]:
    """The lines with shifted bytes put right where the bytes leave no choice, and how many places there were.

    ``characters`` are those of the whole text: without a letter there is nothing to look for inside the lines.

    >>> lines, count = repair_shifted([Line("。ㄒ唬┘訌姀(fù)核。")])
    >>> lines[0].text[:5], count
    ('（一）加強', 1)
    """
    inline = not characters.isdisjoint(_LETTERS)
    repaired = [
        _repair(line) if line.text.startswith("。") or (inline and _INLINE.search(line.text)) else line
        for line in lines
    ]
    count = sum(len(new.remarks) - len(old.remarks) for new, old in zip(repaired, lines, strict=True))
    return tuple(repaired), count


def _repair(line: Line) -> Line:
    if line.remarks or line.original:
        return line
    if _DIGIT_MARK.match(line.text):
        return _replaced(line, 0, _Run("（", 1))
    if _HEAD.match(line.text):
        run = _read_mark(line.text) or _read_on(line.text, 1, b"\xa3")
        return _replaced(line, 0, run)
    for match in _INLINE.finditer(line.text):
        run = _read_on(line.text, match.start(), _BLANK)
        if LOST not in run.text and sum(map(is_common, run.text)) >= max(_MIN_RIGHT, len(run.text) - 1):
            return _replaced(line, match.start(), run)
    return line


def _replaced(line: Line, start: int, run: _Run) -> Line:
    note = "字节错位，已按字节还原，请核对原文" + ("；无法读出的字以\ufffd标出" if LOST in run.text else "")
    remark = Remark(RemarkKind.DAMAGED, start, start + len(run.text), note, line.text[start : run.end])
    return replace(line, text=line.text[:start] + run.text + line.text[run.end :], remarks=(*line.remarks, remark))


def _read_mark(text: str) -> _Run | None:
    """（一） to （十九） by what each becomes, pairs without a character left out; then the text goes on shifted."""
    for number in range(1, 20):
        mark = f"（{write_numeral(number)}）"
        shifted = _pairs(_BLANK + mark.encode("gbk")[:-1])
        behind = text[len(shifted) : len(shifted) + 1].encode("gbk", "ignore")
        if text.startswith(shifted) and behind[:1] == b"\xa9":
            run = _read_on(text, len(shifted) + 1, behind[1:])
            return _Run(mark + run.text, run.end)
    return None


def _pairs(data: bytes) -> str:
    return "".join(data[i : i + 2].decode("gbk", "ignore") for i in range(0, len(data) - 1, 2))


def _read_on(text: str, start: int, pending: bytes) -> _Run:
    """Reads on with ``pending``, the second half of a pair, until a character of one byte completes the last one."""
    parts: list[str] = []
    position = start
    while pending and position < len(text):
        data = text[position].encode("gbk", "ignore")
        stops = text[position] in _STOPS and position > start
        if stops or not data or (len(data) == 1 and not "@" <= text[position] <= "~"):
            break
        character = (pending + data[:1]).decode("gbk", "replace")
        # A pair that is no character was dropped by the crawl: two characters are lost, their halves fit nobody.
        parts.append(character if is_common(character) or character in _STOPS else LOST * 2)
        pending = data[1:]
        position += 1
    return _Run("".join(parts) + (LOST if pending else ""), position)
