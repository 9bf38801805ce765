"""Dressed labels (条标的装饰): 【第一条】, （第一条）, 第一条、, 1. 第一条, ● 第一条, 第一条 in a column of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus import parse_numeral
from ingest.clean.edit import without_spans
from ingest.line import Line, LineStyle
from ingest.marks import NUMERAL, read_article

_LABEL = rf"第\s?(?P<number>{NUMERAL}(?:\s{NUMERAL})*)\s?[条條](?:之{NUMERAL})?"
_DRESSED = re.compile(
    rf"""
    (?P<front>[·•●○■□◆◇▪▶►➢✓>＞*＊–—-]{{1,3}}\s* | [0-9]{{1,5}}(?:\s?[.．、)）:：]\s*|\s+))?   # ● , 1. , line numbers
    (?P<open>[【\[〔（(「『“])?\s?
    (?P<label>{_LABEL})
    (?P<close>\s?[】\]〕）)」』”])?
    (?P<mark>\s*[、．.—–-]{{1,2}})?
    \s*
    """,
    re.X,
)
_BARE = re.compile(_LABEL)
_STYLES = (LineStyle.BODY, LineStyle.HEADING)
_WITHIN = 24
_RUN_SHARE = 0.8
_SEPARATOR = " | "


@dataclass(frozen=True, slots=True)
class _Dress:
    """A dressed label: its number, and where the label and the words behind it stand in the line."""

    number: int
    start: int
    end: int
    words: int


def undress_labels(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with dressed labels as plain ones, where these and no others number the articles of the text.

    >>> [line.text for line in undress_labels([Line("【第一条】甲。"), Line("【第二条】乙。")])]
    ['第一条 甲。', '第二条 乙。']
    """
    if any(_is_plain_first(line) for line in lines):
        return tuple(lines)
    found = {position: dress for position, line in enumerate(lines) if (dress := _read(line)) is not None}
    if not _runs([dress.number for dress in found.values()]):
        return tuple(lines)
    return tuple(_undress(line, found[i]) if i in found else line for i, line in enumerate(lines))


def _is_plain_first(line: Line) -> bool:
    if not line.text.startswith("第") or line.style not in _STYLES:
        return False
    mark = read_article(line.text)
    return mark is not None and mark.number == "1" and _is_plain(line.text)


def _is_plain(text: str) -> bool:
    match = _DRESSED.match(text)
    return match is None or match["mark"] is None


def _runs(numbers: Sequence[int]) -> bool:
    """Whether they number a text: 1, 2 and, but for a few gaps and repeats, on."""
    if numbers[:2] != [1, 2]:
        return False
    steps = sum(after - before in (0, 1) for before, after in pairwise(numbers))
    return steps >= (len(numbers) - 1) * _RUN_SHARE


def _read(line: Line) -> _Dress | None:
    if "第" not in line.text[:_WITHIN]:
        return None
    if line.style is LineStyle.ROW:
        return _read_row(line)
    match = _DRESSED.match(line.text) if line.style in _STYLES else None
    if match is None or (match["open"] is None) is not (match["close"] is None):
        return None
    if match["open"] is None and match["mark"] is None and not match["front"]:
        return None
    return _dress(match, match.end())


def _read_row(line: Line) -> _Dress | None:
    """第一条 alone in the first of two cells, its words in the second."""
    label, parted, words = line.text.partition(_SEPARATOR)
    match = _BARE.fullmatch(label) if parted and words and _SEPARATOR not in words else None
    return _Dress(_number(match), 0, len(label), len(label) + len(_SEPARATOR)) if match is not None else None


def _dress(match: re.Match[str], words: int) -> _Dress:
    return _Dress(_number(match), match.start("label"), match.end("label"), words)


def _number(match: re.Match[str]) -> int:
    return parse_numeral("".join(match["number"].split())) or 0


def _undress(line: Line, dress: _Dress) -> Line:
    """Label, one blank, words; a blank takes the place of the last sign between them, so that remarks stay true."""
    if dress.words == len(line.text):
        return without_spans(
            line, [span for span in ((0, dress.start), (dress.end, len(line.text))) if span[0] < span[1]]
        )
    blank = max(dress.end, dress.words - 1)
    text, original = (_blanked(text, blank) if dress.words > dress.end else text for text in (line.text, line.original))
    plain = replace(line, text=text, original=original, style=_style(line), table=0, cells=(), columns=())
    return without_spans(plain, [span for span in ((0, dress.start), (dress.end, blank)) if span[0] < span[1]])


def _style(line: Line) -> LineStyle:
    return LineStyle.BODY if line.style is LineStyle.ROW else line.style


def _blanked(text: str, at: int) -> str:
    return f"{text[:at]} {text[at + 1 :]}" if text else ""
