"""Traditional characters (繁体): simplified for search, the source's characters kept beside them for quotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from opencc import OpenCC

from ingest.line import Line

# A traditional text has one such character in three; a simplified one with names or variants hardly any.
_TRADITIONAL_SHARE = 12


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


@cache
def simplified_forms() -> dict[str, str]:
    """Every traditional character with its simplified form.

    >>> simplified_forms()["條"]
    '条'
    """
    written = [chr(code) for first, last in ((0x3400, 0x4DBF), (0x4E00, 0x9FFF)) for code in range(first, last + 1)]
    forms = _converter().convert("\n".join(written)).split("\n")
    return {old: new for old, new in zip(written, forms, strict=True) if old != new and len(new) == 1}


def is_traditional(whole: str, characters: frozenset[str] = frozenset()) -> bool:
    """Whether the text as a whole is written in traditional characters; ``characters`` are those that occur in it.

    >>> is_traditional("第一條 為了規範養犬管理，制定本辦法。")
    True
    >>> is_traditional("第一条 於潜镇、锺公庙街道办事处负责本辖区养犬登记的组织实施工作。")
    False
    """
    forms = simplified_forms()
    old = forms.keys() & (characters or set(whole))
    if not old:
        return False
    han = sum("\u3400" <= character <= "\u9fff" for character in whole)
    return sum(whole.count(character) for character in old) * _TRADITIONAL_SHARE >= han


def simplify_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines in simplified characters, each with the source's characters, equally long, where they differ."""
    converted = _converter().convert("\n".join(line.text for line in lines)).split("\n")
    if len(converted) != len(lines):
        converted = [_one_by_one(line.text) for line in lines]
    return tuple(_simplify(line, text) for line, text in zip(lines, converted, strict=True))


def _simplify(line: Line, text: str) -> Line:
    if len(text) != len(line.text):
        text = _one_by_one(line.text)
    cells, columns = tuple(map(simplify, line.cells)), tuple(map(simplify, line.columns))
    return replace(line, text=text, original=line.original or line.text, cells=cells, columns=columns)


def simplify(text: str) -> str:
    """``text`` in simplified characters, equally long.

    >>> simplify("乾隆年間的幹部和乾燥設備")
    '乾隆年间的干部和干燥设备'
    """
    converted = _converter().convert(text)
    return converted if len(converted) == len(text) else _one_by_one(text)


def _one_by_one(text: str) -> str:
    forms = simplified_forms()
    return "".join(forms.get(character, character) for character in text)
