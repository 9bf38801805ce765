"""What recognition leaves in another form (识别结果整理): only what is certain, never a word."""

from __future__ import annotations

import re
from collections.abc import Collection

_HAN = "\u3400-\u9fff"
_SIDE = f"{_HAN}，。；：、！？“”‘’（）《》〈〉〔〕…—\ue000\ue001"
_NUMBER_SIGN = re.compile(rf"(?<=[{_HAN}])[\[【(〔［](?P<year>[0-9]{{4}})[\]】)〕］](?P<number>第?[0-9]{{1,5}}号)")
_PAIR = re.compile(rf"\((?P<inside>[^()（）]*[{_HAN}][^()（）]*)\)|\((?P<digits>[0-9]{{1,2}})\)(?=[{_HAN}])")
_MIXED_PAIR = re.compile(rf"(?:\((?P<one>[^()（）]*[{_HAN}][^()（）]*)）|（(?P<other>[^()（）]*[{_HAN}][^()（）]*)\))")
_LONE = re.compile(rf"(?<=[{_SIDE}])[()]|[()](?=[{_SIDE}])")
_SIGN = re.compile(rf"(?<=[{_SIDE}])[,;:?!](?![0-9])|(?<=[{_SIDE}])[,;:](?=[{_SIDE}])|[,;:](?=[{_HAN}])|;$")
_WIDE = str.maketrans(",;:?!()", "，；：？！（）")
_BLANK = re.compile(rf"(?<=[{_SIDE}])\s+(?=[{_SIDE}])")
# Word processors set a little white between a Chinese character and a figure, which is no blank of the text; the one
# behind the number of a heading (3.1 范围) is.
_AUTOMATIC = re.compile(rf"(?<=[{_SIDE}])\s+(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])\s+(?=[{_SIDE}])")
_HEADING_NUMBER = re.compile(r"[0-9A-Z]+(?:\.[0-9]+)*\s+(?![年月日时分秒个号元万亿天周米公千克人次倍名家户件吨亩])")
# Narrow brackets, kept out of the way of the rules that make brackets wide.
_HOLD, _RELEASE = str.maketrans("()（）", "\ue000\ue001\ue000\ue001"), str.maketrans("\ue000\ue001", "()")


def tidy(text: str, narrow: Collection[int] = ()) -> str:
    """Signs between Chinese characters in their full width, the brackets of a 文号, no blanks between characters.

    The brackets at the places ``narrow`` are known to be printed narrow and become so.

    >>> tidy("第五条市、县(区)人民政府:")
    '第五条市、县（区）人民政府：'
    >>> tidy("栖政发[2024]18号"), tidy("上午8:30, 1,000元"), tidy("自 2025 年起")
    ('栖政发〔2024〕18号', '上午8:30, 1,000元', '自2025年起')
    >>> tidy("市、县（区)人民政府", {3, 5})
    '市、县(区)人民政府'
    """
    text = _NUMBER_SIGN.sub(r"〔\g<year>〕\g<number>", text)
    text = "".join(letter.translate(_HOLD) if at in narrow else letter for at, letter in enumerate(text))
    text = _PAIR.sub(lambda m: f"（{m['inside'] or m['digits']}）", text)
    text = _MIXED_PAIR.sub(lambda m: f"（{m['one'] or m['other']}）", text)
    text = _LONE.sub(_wide, text)
    text = _SIGN.sub(_wide, text)
    text = _BLANK.sub("", text)
    number = _HEADING_NUMBER.match(text)
    start = number.end() if number is not None else 0
    return (text[:start] + _AUTOMATIC.sub("", text[start:])).translate(_RELEASE)


def _wide(match: re.Match[str]) -> str:
    return match[0].translate(_WIDE)
