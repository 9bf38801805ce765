"""Mojibake (乱码): text whose bytes were read in a wrong charset, brought back where the way back is certain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from ingest.common_characters import is_plausible, plausibility

# In the order in which they happen: pages in UTF-8 or GBK opened by a program that expects another charset.
_READ_AS = ("gb18030", "western", "big5hkscs")
_MEANT = ("utf-8", "gb18030", "big5hkscs")
_CHARSET_NAMES = {"utf-8": "UTF-8", "gb18030": "GBK", "big5hkscs": "Big5", "western": "Latin-1"}
_CERTAIN = 0.93
_MIN_HAN = 6
_LAYERS = 3
# One character in two hundred may be lost on the way and stays visible as �; more of them is no certain way back.
_LOST_SHARE = 200
_FEW_HAN_SHARE = 20
LOST = "\ufffd"


@dataclass(frozen=True, slots=True)
class Repair:
    """The text as it was meant, and by which way it came back (Chinese)."""

    text: str
    way: str


def repair_mojibake(text: str) -> Repair | None:
    """What ``text`` was before its bytes were misread, or None where it was not or the way back is not certain.

    Certain means: the bytes go back without loss (at most one character in two hundred), and what comes out reads like
    Chinese where what went in did not.

    >>> repair_mojibake("第十条 市人民政府应当建立评估制度".encode().decode("latin-1")).text
    '第十条 市人民政府应当建立评估制度'
    >>> repair_mojibake("第十条 市人民政府应当建立评估制度") is None
    True
    """
    if not looks_misread(text):
        return None
    ways: list[str] = []
    here = text
    for _ in range(_LAYERS):
        found = _undo(here)
        if found is None:
            break
        here = found.text
        ways.append(found.way)
        if _is_certain(here):
            return Repair(here, "，再".join(reversed(ways)))
    return None


def looks_misread(text: str) -> bool:
    """Whether ``text`` is no Chinese that somebody wrote: rare characters, or accented letters in place of any.

    >>> looks_misread("µÚÊ®Ìõ ÊÐÈËÃñÕþ¸®Ó¦µ±½¨Á¢ÆÀ¹ÀÖÆ¶È")
    True
    """
    sample = text[:20000]
    western = len(_WESTERN.findall(sample))
    return (western > _MIN_HAN and western * 2 > len(sample)) or not is_plausible(text)


# What cp1252 makes of the bytes 0x80 to 0x9f.
_WESTERN_MARKS = frozenset(bytes(range(0x80, 0xA0)).decode("cp1252", "ignore"))
_WESTERN = re.compile(f"[\x80-\u02ff{''.join(map(re.escape, sorted(_WESTERN_MARKS)))}]")


def _undo(text: str) -> Repair | None:
    candidates = [repair for repair in _ways_back(text) if repair.text.count(LOST) * _LOST_SHARE <= len(repair.text)]
    return max(candidates, key=lambda repair: _score(repair.text), default=None)


def _ways_back(text: str) -> Iterator[Repair]:
    for read_as, meant in product(_READ_AS, _MEANT):
        if read_as == meant:
            continue
        data = _bytes_of(text, read_as)
        if data is not None:
            way = f"{_CHARSET_NAMES[meant]} 被当作 {_CHARSET_NAMES[read_as]} 读取"
            yield Repair(data.decode(meant, "replace"), way)


def _bytes_of(text: str, charset: str) -> bytes | None:
    """The bytes that were misread; a lost character (�) stays one lost byte."""
    try:
        if charset != "western":
            return b"\xff".join(part.encode(charset) for part in text.split(LOST))
        return b"".join(_western_byte(character) for character in text)
    except UnicodeEncodeError:
        return None


def _western_byte(character: str) -> bytes:
    """Programs read the bytes 0x80 to 0x9f as cp1252 where it has a character and as controls elsewhere."""
    if character in _WESTERN_MARKS:
        return character.encode("cp1252")
    return b"\xff" if character == LOST else character.encode("latin-1")


def _score(text: str) -> float:
    return plausibility(text) if _count_han(text) >= _MIN_HAN else 0.0


def _is_certain(text: str) -> bool:
    han = _count_han(text)
    return han >= _MIN_HAN and han * _FEW_HAN_SHARE >= len(text) and plausibility(text) >= _CERTAIN


def _count_han(text: str) -> int:
    return sum("\u4e00" <= c <= "\u9fff" for c in text)
