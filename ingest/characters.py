"""Characters (字符清理): what a page or a keyboard left in a line that is no text."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufe00-\ufe0f\U000e0000-\U000e01ef]"
)
_RADICAL = re.compile("[\u2e80-\u2fdf]")
# NFKC maps every Kangxi radical (U+2F00…) but hardly any of the CJK radicals supplement that PDFs give for these.
_SUPPLEMENT = str.maketrans(
    "⻅⻓⻔⻛⻜⻝⻢⻥⻦⻩⻬⻮⻰⻳⻚⻋⻉⻆⻄⺠⺟⻘⻤⻣⻁⻨⻫⻒",
    "见长门风飞食马鱼鸟黄齐齿龙龟页车贝角西民母青鬼骨虎麦齐阝",
)
# Anything at all to put right: most lines have nothing, and one look is cheaper than four.
_ODD = re.compile(
    _INVISIBLE.pattern[:-1] + r"\t\n\x0b\x0c\r\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u2e80-\u2fdf]|  "
)
_ANSI = re.compile("\x1b\\[[0-9;]*[A-Za-z]")


def clean_characters(text: str) -> str:
    """``text`` without invisible and control characters, Kangxi radicals as characters, white space as one blank.

    >>> clean_characters("\\u3000\\u3000第一\\u200b条\\u3000\\u3000栖澜市⼈民政府")
    '第一条 栖澜市人民政府'
    """
    if _ODD.search(text) is None:
        return text.strip()
    plain = _INVISIBLE.sub("", _ANSI.sub("", text))
    if _RADICAL.search(plain):
        plain = _RADICAL.sub(_as_character, plain)
    return " ".join(plain.split())


_OVERRIDE = re.compile("\u202e(?P<turned>[^\u202c\n]*)\u202c?")
_MIRRORED = str.maketrans("()（）《》〈〉[]［］【】〔〕<>", ")(）（》《〉〈][］［】【〕〔><")


def turned_runs(text: str) -> tuple[str, ...]:
    """What a right-to-left override makes people see in place of the characters that it holds, one for each override.

    >>> turned_runs("\u202e条四第\u202c 财政部门")
    ('第四条',)
    """
    return tuple(_as_shown(match) for match in _OVERRIDE.finditer(text)) if "\u202e" in text else ()


def as_shown(text: str) -> str:
    """``text`` in the order in which people see it, without the overrides.

    >>> as_shown("\u202e条四第\u202c 财政部门")
    '第四条 财政部门'
    """
    return _OVERRIDE.sub(_as_shown, text) if "\u202e" in text else text


def _as_shown(match: re.Match[str]) -> str:
    return match["turned"][::-1].translate(_MIRRORED)


def _as_character(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0].translate(_SUPPLEMENT))


def without_spaces(text: str) -> str:
    """``text`` with no blank at all, to compare titles that the layout spreads (总　则).

    >>> without_spaces("附 则")
    '附则'
    """
    return "".join(text.split())
