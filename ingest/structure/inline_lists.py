"""Lists inside a line (行内列项): a text that lost its line ends keeps its 项: 职责如下：（一）巡查；（二）记录。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.marks import ListStyle, read_list
from ingest.structure.blocks import Entry

# Behind these an item can begin; 第二条（一）项 is a reference.
_BEGIN = {
    ListStyle.BRACKETED: re.compile(
        r"(?P<before>[：:；;。])\s?(?P<label>[（(](?P<number>[一二三四五六七八九十]{1,3})[）)])"
    ),
    ListStyle.CIRCLED: re.compile(r"(?P<before>[：:；;。])\s?(?P<label>(?P<number>[①-⑳]))"),
}
_SIGNS = {ListStyle.BRACKETED: "（(", ListStyle.CIRCLED: "②"}


def cut_lists(entries: Sequence[Entry], style: ListStyle) -> list[Entry]:
    """The entries, those with a list of ``style`` inside cut where each item begins.

    >>> from ingest.line import Line
    >>> [e.line.text for e in cut_lists([Entry(Line("职责如下：（一）巡查；（二）记录。"))], ListStyle.BRACKETED)]
    ['职责如下：', '（一）巡查；', '（二）记录。']
    """
    signs = _SIGNS[style]
    result: list[Entry] = []
    for position, entry in enumerate(entries):
        text = entry.line.text
        if entry.is_quoted or not any(sign in text for sign in signs):
            result.append(entry)
            continue
        cuts = _cuts(entry, style, entries[position + 1] if position + 1 < len(entries) else None)
        result.extend(_pieces(entry, cuts) if cuts else (entry,))
    return result


def _cuts(entry: Entry, style: ListStyle, following: Entry | None) -> list[int]:
    """Where the items begin that run on from the line's own number, or from （一） behind a colon."""
    head = entry.read_mark()
    last = head.number if head is not None and head.style is style else 0
    runs_inside = last > 0
    cuts: list[int] = []
    for match in _BEGIN[style].finditer(entry.line.text, entry.body):
        mark = read_list(match["label"])
        if mark is None or mark.number != last + 1 or (not last and match["before"] not in "：:"):
            continue
        last += 1
        cuts.append(match.start("label"))
    if len(cuts) == 1 and not runs_inside and not _goes_on(following, style):
        return []
    return cuts


def _goes_on(following: Entry | None, style: ListStyle) -> bool:
    mark = following.read_mark() if following is not None else None
    return mark is not None and mark.style is style and mark.number == 2


def _pieces(entry: Entry, cuts: Sequence[int]) -> Iterator[Entry]:
    line = entry.line
    for first, end in pairwise((0, *cuts, len(line.text))):
        text = line.text[first:end].rstrip()
        yield Entry(replace(line, text=text, start=line.start + first), entry.body if not first else 0)
