"""Unusual characters (非常用字符): of a text those that any dirt or damage could be told by."""

from __future__ import annotations

import re
from functools import cache

from ingest.clean.traditional import simplified_forms
from ingest.common_characters import simplified_common

_MARKS = frozenset("，。、；：（）《》\n")
_AT_ONCE = 1 << 16


@cache
def _unusual() -> re.Pattern[str]:
    usual = (simplified_common() - simplified_forms().keys()) | _MARKS
    return re.compile(f"[^{''.join(sorted(usual))}]")


def unusual_characters(text: str) -> frozenset[str]:
    """Every character of ``text`` but the everyday simplified ones and the usual marks, which are nine in ten.

    >>> sorted(unusual_characters("第一條 市人民政府應當(dāng)建立\ufffd度。"))
    [' ', '(', ')', 'd', 'g', 'n', 'ā', '應', '條', '當', '\ufffd']
    """
    found: set[str] = set()
    for start in range(0, len(text), _AT_ONCE):
        found.update(_unusual().findall(text, start, start + _AT_ONCE))
    return frozenset(found)
