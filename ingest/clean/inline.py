"""Labels inside a line (行内条标): a text that lost its line ends keeps its articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from corpus import parse_numeral
from ingest.clean.edit import slice_line
from ingest.line import Line, LineStyle
from ingest.marks import NUMERAL

_LABEL = re.compile(rf"(?:^|(?<=[。；\s]))第(?P<number>{NUMERAL})(?P<word>[章条條])\s")


def split_inline(line: Line) -> Iterator[Line]:
    """The line, or its parts where two or more articles in a row (第三条 …。第四条 …) stand in it.

    >>> [part.text for part in split_inline(Line("第一章 总则 第一条 甲。第二条 乙。"))]
    ['第一章 总则', '第一条 甲。', '第二条 乙。']
    """
    found = list(_LABEL.finditer(line.text)) if line.style is LineStyle.BODY and line.text.count("条") > 1 else []
    labels = [m["number"] for m in found if m["word"] != "章"]
    numbers = [parse_numeral(label) or 0 for label in labels] if len(labels) > 1 else []
    if len(numbers) < 2 or any(b != a + 1 for a, b in pairwise(numbers)):
        yield line
        return
    cuts = [0, *(m.start() for m in found if m.start()), len(line.text)]
    for start, end in pairwise(cuts):
        part = line.text[start:end]
        if part.strip():
            first = start + len(part) - len(part.lstrip())
            yield slice_line(line, first, first + len(part.strip()))
