"""Pinyin in brackets behind characters (注音), as crawled pages have it: 建設(shè) is 建設."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from ingest.clean.edit import Span, without_spans
from ingest.line import Line

_FINALS = {
    "": "a ai an ang ao e ei en eng er o ou",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan un uo v ve",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u ua uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ao ei en eng o u",
}
SYLLABLES = frozenset(start + end for start, ends in _FINALS.items() for end in ends.split())
_SYLLABLE = "|".join(sorted(SYLLABLES, key=len, reverse=True))
_SYLLABLES = re.compile(rf"(?:(?:{_SYLLABLE})[ '’-]?)+")
_ONE = re.compile(_SYLLABLE)
_TONED = "āáǎàăēéěèĕīíǐìĭōóǒòŏūúǔùŭǖǘǚǜ"
LETTERS = f"a-zA-Zü{_TONED}{_TONED.upper()}"
_TONES = frozenset(_TONED + _TONED.upper())
_HAN = "\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff"
# In front of it a character, or the letter that a damaged one left.
_BRACKET = re.compile(
    rf"(?<=[{_HAN}A-Za-z\ue000-\uf8ff?])[(（]\s?(?P<reading>[{LETTERS}][{LETTERS} '’-]{{0,30}}?)[1-5]?\s?[)）]"
)
_HAN_RUN = re.compile(rf"[{_HAN}]+$")
# So many readings with a tone show that the page carries readings; then those without a tone (的(de)) are some too.
_MIN_READINGS = 3
_SMALL = frozenset("abcdefghijklmnopqrstuvwxyz")
_MIN_LETTERS = 6
_REACH = 16


def drop_pinyin(lines: Sequence[Line], characters: frozenset[str] = _TONES) -> tuple[tuple[Line, ...], int]:
    """The lines without readings in brackets, and how many there were; ``characters`` are those of the whole text.

    A reading is a syllable (or as many as there are characters before it) with a tone; one without a tone only in a
    text that shows by others that it carries readings. (A), (GB) and (ii) are none.

    >>> lines, count = drop_pinyin([Line("加快建設(shè)的對(duì)策（A）")])
    >>> lines[0].text, count
    ('加快建設的對策（A）', 2)
    """
    if characters.isdisjoint(_TONES) and len(characters & _SMALL) < _MIN_LETTERS:
        return tuple(lines), 0
    found = [list(_BRACKET.finditer(line.text)) if _may_have(line.text) else [] for line in lines]
    toned = sum(_is_toned(match) for matches in found for match in matches)
    plain = {match["reading"] for matches in found for match in matches if _is_plain(match)}
    takes_plain = toned >= _MIN_READINGS or len(plain) >= _MIN_READINGS * 2
    spans = [[m.span() for m in matches if _is_toned(m) or (takes_plain and _is_plain(m))] for matches in found]
    kept = tuple(_without(line, span) for line, span in zip(lines, spans, strict=True))
    return kept, sum(map(len, spans))


def _without(line: Line, spans: Sequence[Span]) -> Line:
    """The line without the readings; the cells of a row lose what has a tone."""
    if not spans:
        return line
    cells = tuple(_BRACKET.sub(lambda match: "" if _is_toned(match) else match[0], cell) for cell in line.cells)
    return replace(without_spans(line, spans), cells=cells)


def _may_have(text: str) -> bool:
    return ("(" in text or "（" in text) and not text.isascii()


def _is_toned(match: re.Match[str]) -> bool:
    reading = match["reading"]
    if _TONES.isdisjoint(reading) or _SYLLABLES.fullmatch(_bare(reading)) is None:
        return False
    syllables = _ONE.findall(_bare(reading))
    return len(syllables) == 1 or len(syllables) <= _count_before(match)


def _is_plain(match: re.Match[str]) -> bool:
    """One syllable of at least two small letters, without a tone."""
    reading = match["reading"]
    return (
        _count_before(match) > 0
        and len(reading) > 1
        and reading.islower()
        and reading.isascii()
        and reading in SYLLABLES
    )


def _count_before(match: re.Match[str]) -> int:
    """How many characters stand right before the bracket, as far as a reading could reach."""
    run = _HAN_RUN.search(match.string[max(0, match.start() - _REACH) : match.start()])
    return len(run[0]) if run is not None else 0


def _bare(reading: str) -> str:
    """shè → she, lǜ → lv."""
    parts = unicodedata.normalize("NFD", reading.lower()).replace("u\u0308", "v")
    return "".join(character for character in parts if not unicodedata.combining(character))
