"""Lists inside a line (行内列项): a text that lost its line ends keeps its 项: 职责如下：（一）巡查；（二）记录。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus import parse_numeral
from ingest.marks import ListStyle, read_list
from ingest.structure.blocks import Entry

# Behind these an item can begin; 第二条（一）项 is a reference.
_BEGIN = re.compile(r"(?P<before>[：:；;。])\s?(?P<label>[（(](?P<number>[一二三四五六七八九十]{1,3})[）)])")


def cut_lists(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, those with a list inside cut where each item begins.

    >>> from ingest.line import Line
    >>> [entry.line.text for entry in cut_lists([Entry(Line("职责如下：（一）巡查；（二）记录。"))])]
    ['职责如下：', '（一）巡查；', '（二）记录。']
    """
    result: list[Entry] = []
    for position, entry in enumerate(entries):
        text = entry.line.text
        if entry.is_quoted or ("（" not in text and "(" not in text):
            result.append(entry)
            continue
        cuts = _cuts(entry, entries[position + 1] if position + 1 < len(entries) else None)
        result.extend(_pieces(entry, cuts) if cuts else (entry,))
    return result


def _cuts(entry: Entry, following: Entry | None) -> list[int]:
    """Where the items begin that run on from the line's own number, or from （一） behind a colon."""
    found = list(_BEGIN.finditer(entry.line.text, entry.body))
    if not found:
        return []
    head = entry.read_mark()
    last = head.number if head is not None and head.style is ListStyle.BRACKETED else 0
    runs_inside = last > 0
    cuts: list[int] = []
    for match in found:
        if parse_numeral(match["number"]) != last + 1 or (not last and match["before"] not in "：:"):
            continue
        last += 1
        cuts.append(match.start("label"))
    if len(cuts) == 1 and not runs_inside and not _goes_on(following):
        return []
    return cuts


def _goes_on(following: Entry | None) -> bool:
    mark = read_list(following.line.text) if following is not None and not following.is_quoted else None
    return mark is not None and mark.style is ListStyle.BRACKETED and mark.number == 2


def _pieces(entry: Entry, cuts: Sequence[int]) -> Iterator[Entry]:
    line = entry.line
    for first, end in pairwise((0, *cuts, len(line.text))):
        text = line.text[first:end].rstrip()
        yield Entry(replace(line, text=text, start=line.start + first), entry.body if not first else 0)
