"""Common characters (常用字): how much of a text is made of the characters that every Chinese page is made of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

_SAMPLE = 20000
# Wrongly decoded bytes give half common and half rare characters; what people write has nine common ones in ten.
PLAUSIBLE = 0.8
_FEW = 8


@cache
def simplified_common() -> frozenset[str]:
    """The 3,755 everyday characters of level 1 of GB/T 2312."""
    return _decoded("gb2312", range(0xB0, 0xD8), range(0xA1, 0xFF))


@cache
def traditional_common() -> frozenset[str]:
    """The 5,401 frequently used characters of Big5."""
    trail = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    return _decoded("big5", range(0xA4, 0xC7), trail)


def _decoded(codec: str, leads: range, trails: range | tuple[int, ...]) -> frozenset[str]:
    pairs = (bytes((lead, trail)).decode(codec, "ignore") for lead in leads for trail in trails)
    return frozenset(character for character in pairs if "\u4e00" <= character <= "\u9fff")


def is_common(character: str) -> bool:
    """Whether a Chinese character is one of the everyday ones, simplified or traditional.

    >>> is_common("条"), is_common("條"), is_common("鏉")
    (True, True, False)
    """
    return character in simplified_common() or character in traditional_common()


def plausibility(text: str) -> float:
    """The share of everyday characters among the Chinese ones, 1.0 where there are too few to tell.

    The two sets are not mixed: wrongly decoded bytes fall into either by halves, a written text into one.

    >>> plausibility("栖澜市人民政府应当建立养犬登记制度"), round(plausibility("鍏绗竴鏉崄浜斿眾浜烘皯浠ｈ〃澶т細"), 2)
    (1.0, 0.29)
    """
    # Counted first: a text has some hundred different characters.
    han = {c: times for c, times in Counter(text[:_SAMPLE]).items() if "\u4e00" <= c <= "\u9fff"}
    total = sum(han.values())
    if total < _FEW:
        return 1.0
    best = max(_times_in(han, simplified_common()), _times_in(han, traditional_common()))
    return best / total


def _times_in(han: Mapping[str, int], common: frozenset[str]) -> int:
    return sum(times for character, times in han.items() if character in common)


_HAN = re.compile("[\u4e00-\u9fff]+")


@cache
def _rare_in_simplified() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(set(map(chr, range(0x4E00, 0xA000))) - simplified_common()))}]")


def is_plausible(text: str) -> bool:
    """Whether ``text`` reads like Chinese that somebody wrote, or has too little Chinese to say."""
    # Nearly every text is simplified: its rare characters are looked for first, the others are not told apart.
    sample = text[:_SAMPLE]
    rare = len(_rare_in_simplified().findall(sample))
    total = sum(map(len, _HAN.findall(sample))) if rare else 0
    return not rare or (total - rare) / total >= PLAUSIBLE or plausibility(sample) >= PLAUSIBLE
