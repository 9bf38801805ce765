"""Brackets in scans (括号的宽窄): ( or （, told by how far apart the characters on either side of it stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import mean, median

from ingest.ocr.engine import ReadLine

# Characters beside a bracket of full width stand two of their widths apart, beside a narrow one 1.35.
_NARROW, _WIDE = 1.6, 1.75
_BRACKETS = "()（）"
_FEW_STEPS = 4


def narrow_brackets(lines: Sequence[ReadLine]) -> list[frozenset[int]]:
    """The places in each line's text of the brackets that are printed narrow; all others are of full width.

    A bracket beside other signs cannot be measured: it is as all those of the page that can.
    """
    measured = [dict(_measure(line)) for line in lines]
    widths = [width for line in measured for width in line.values()]
    usual = bool(widths) and max(widths) < _NARROW
    return [frozenset(_narrow(line.text, widths, usual)) for line, widths in zip(lines, measured, strict=True)]


def _narrow(text: str, widths: dict[int, float], usual: bool) -> Iterator[int]:
    """The narrow brackets of a line; where a pair is not of one width, both are wide."""
    chosen = {
        at: widths[at] < _NARROW if at in widths else usual for at, letter in enumerate(text) if letter in _BRACKETS
    }
    opened: list[int] = []
    for at, letter in enumerate(text):
        if letter in "(（":
            opened.append(at)
        elif letter in ")）" and opened:
            begin = opened.pop()
            known = [chosen[place] for place in (begin, at) if place in widths] or [usual]
            chosen[begin] = chosen[at] = all(known)
    return (at for at, is_narrow in chosen.items() if is_narrow)


def _measure(line: ReadLine) -> Iterator[tuple[int, float]]:
    """Where a bracket between two Chinese characters stands, and how far these are apart, in their widths."""
    spots = [at for at, letter in enumerate(line.text) if not letter.isspace()]
    width = _width(line, spots)
    if width is None:
        return
    for n in range(1, len(spots) - 1):
        before, at, after = spots[n - 1 : n + 2]
        is_plain = before + 1 == at == after - 1 and _is_han(line.text[before]) and _is_han(line.text[after])
        if is_plain and line.text[at] in _BRACKETS:
            apart = (line.places[n + 1] - line.places[n - 1]) / width
            if not _NARROW <= apart <= _WIDE:
                yield at, apart


def _width(line: ReadLine, spots: Sequence[int]) -> float | None:
    """How far apart neighbouring Chinese characters of the line stand; None for too few."""
    if len(line.places) != len(spots):
        return None
    steps = [
        line.places[n + 1] - line.places[n]
        for n, (one, other) in enumerate(pairwise(spots))
        if other == one + 1 and _is_han(line.text[one]) and _is_han(line.text[other])
    ]
    return mean(step for step in steps if step <= 1.6 * median(steps)) if len(steps) >= _FEW_STEPS else None


def _is_han(letter: str) -> bool:
    return "\u4e00" <= letter <= "\u9fff"
