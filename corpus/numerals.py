"""Chinese numerals of legal texts (第一百零二条, （十二）) and back."""

from __future__ import annotations

from functools import lru_cache

import cn2an

NUMERAL = r"[0-9０-９零〇○一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰仟]+"
"""What stands between 第 and 条: a pattern to build others from."""

_FULL_WIDTH = str.maketrans("０１２３４５６７８９○", "0123456789〇")


@lru_cache(maxsize=8192)
def parse_numeral(text: str) -> int | None:
    """The number that ``text`` writes, or None when it writes none.

    >>> [parse_numeral(t) for t in ("一百零二", "十二", "两", "３０", "贰拾叁", "一百二十条")]
    [102, 12, 2, 30, 23, None]
    """
    plain = text.strip().translate(_FULL_WIDTH)
    if plain.isascii() and plain.isdigit():
        return int(plain)
    try:
        return int(cn2an.cn2an(plain.replace("〇", "零"), "smart"))
    except (ValueError, KeyError):
        return None


@lru_cache(maxsize=8192)
def write_numeral(number: int) -> str:
    """The numeral that drafters write for ``number`` (0 to 9999).

    >>> [write_numeral(n) for n in (6, 10, 12, 20, 102, 110)]
    ['六', '十', '十二', '二十', '一百零二', '一百一十']
    """
    written = str(cn2an.an2cn(str(number), "low"))
    return written.removeprefix("一") if 10 <= number < 20 else written
