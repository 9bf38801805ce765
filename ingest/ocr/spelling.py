"""What recognition leaves in another form (识别结果整理): only what is certain, never a word."""

from __future__ import annotations

import re

_HAN = "\u3400-\u9fff"
_SIDE = f"{_HAN}，。；：、！？“”‘’（）《》〈〉〔〕…—"
_NUMBER_SIGN = re.compile(rf"(?<=[{_HAN}])[\[【(〔［](?P<year>[0-9]{{4}})[\]】)〕］](?P<number>第?[0-9]{{1,5}}号)")
_PAIR = re.compile(rf"\((?P<inside>[^()（）]*[{_HAN}][^()（）]*)\)|\((?P<digits>[0-9]{{1,2}})\)(?=[{_HAN}])")
_MIXED_PAIR = re.compile(rf"(?:\((?P<one>[^()（）]*[{_HAN}][^()（）]*)）|（(?P<other>[^()（）]*[{_HAN}][^()（）]*)\))")
_LONE = re.compile(rf"(?<=[{_SIDE}])[()]|[()](?=[{_SIDE}])")
_SIGN = re.compile(rf"(?<=[{_SIDE}])[,;:?!](?![0-9])|(?<=[{_SIDE}])[,;:](?=[{_SIDE}])")
_WIDE = str.maketrans(",;:?!()", "，；：？！（）")
_BLANK = re.compile(rf"(?<=[{_SIDE}])\s+(?=[{_SIDE}])")


def tidy(text: str) -> str:
    """Signs between Chinese characters in their full width, the brackets of a 文号, no blanks between characters.

    >>> tidy("第五条市、县(区)人民政府:")
    '第五条市、县（区）人民政府：'
    >>> tidy("栖政发[2024]18号"), tidy("上午8:30, 1,000元")
    ('栖政发〔2024〕18号', '上午8:30, 1,000元')
    """
    text = _NUMBER_SIGN.sub(r"〔\g<year>〕\g<number>", text)
    text = _PAIR.sub(lambda m: f"（{m['inside'] or m['digits']}）", text)
    text = _MIXED_PAIR.sub(lambda m: f"（{m['one'] or m['other']}）", text)
    text = _LONE.sub(_wide, text)
    text = _SIGN.sub(_wide, text)
    return _BLANK.sub("", text)


def _wide(match: re.Match[str]) -> str:
    return match[0].translate(_WIDE)
