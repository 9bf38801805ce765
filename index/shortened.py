"""Shortened titles: 栖澜网格条例 for 栖澜市网格化服务管理条例, where just one instrument can be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from corpus import NUMERAL

_NAME = re.compile(
    rf"""
    (?:^|(?<=[，。？！、：；“”\s和与在的]))                                # where a name may begin
    (?:请问|根据|按照|依照|依据|查看|查|按)?+                              # what people say before it
    (?P<name>
        (?P<subject>[^，。？！、：；“”《》\s的和与]{{3,20}}?)
        (?:条例|规定|办法|细则)
    )
    (?=第?{NUMERAL}条|第{NUMERAL}章|里|中|对|怎么|如何|有没有|是|[，。？！、：；\s的]|$)   # where it may end
    """,
    re.X,
)
_SAYS_NOTHING = re.compile(r"(?:有关|相关|管理|工作|若干|实施|暂行|监督|保护|地方|市|省|法)+")
_LEAST_SUBJECT = 3  # 省垃圾条例 can be told apart, 养犬条例 cannot


def find_shortened(text: str, forms: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Start, end and instrument of each shortened title in ``text``.

    It must hold the title's characters in their order, end as the title ends, and fit no other instrument.

    >>> list(find_shortened("栖澜网格条例第六条", {"栖澜市网格化服务管理条例": ("i1",), "栖澜市养犬条例": ("i2",)}))
    [(0, 6, ('i1',))]
    """
    for match in _NAME.finditer(text):
        name = match["name"]
        if len(match["subject"]) < _LEAST_SUBJECT or _SAYS_NOTHING.fullmatch(match["subject"]):
            continue
        fitting = {ids for form, ids in forms.items() if form[-2:] == name[-2:] and _is_subsequence(name, form)}
        if len(fitting) == 1:
            yield *match.span("name"), fitting.pop()


def _is_subsequence(short: str, full: str) -> bool:
    rest = iter(full)
    return all(char in rest for char in short)
