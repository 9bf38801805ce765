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
# The first label may follow a title without a blank: 栖澜市养犬管理规定第一条 ….
_FIRST = re.compile(r"第[一1][条條]\s")
# Where no blank stands behind the labels only a run from 第一条 on, each behind a full stop, shows what they are.
_TIGHT = re.compile(
    rf"(?:^|(?<=[。；\s])|(?<=办法|条例|规定|细则|规则))第(?P<number>{NUMERAL})(?P<word>[条條])(?![、，的第和至或规])"
)
_TIGHT_RUN = 3


def split_inline(line: Line) -> Iterator[Line]:
    """The line, or its parts where two or more articles in a row (第三条 …。第四条 …) stand in it.

    >>> [part.text for part in split_inline(Line("第一章 总则 第一条 甲。第二条 乙。"))]
    ['第一章 总则', '第一条 甲。', '第二条 乙。']
    """
    found = _find_labels(line.text) if line.style is LineStyle.BODY and line.text.count("条") > 1 else []
    if not found:
        yield line
        return
    cuts = [0, *(start for start in found if start), len(line.text)]
    for start, end in pairwise(cuts):
        part = line.text[start:end]
        if part.strip():
            first = start + len(part) - len(part.lstrip())
            yield slice_line(line, first, first + len(part.strip()))


def _find_labels(text: str) -> list[int]:
    """Where the labels of a run of articles, and of the chapters between them, stand; none where the numbers jump."""
    for form, least in ((_LABEL, 2), (_TIGHT, _TIGHT_RUN)):
        found = list(form.finditer(text))
        labels = [m["number"] for m in found if m["word"] != "章"]
        numbers = [parse_numeral(label) or 0 for label in labels] if len(labels) >= least else []
        is_run = len(numbers) >= least and all(b == a + 1 for a, b in pairwise(numbers))
        if is_run and (form is _LABEL or numbers[0] == 1):
            opening = _FIRST.search(text, 0, found[0].start()) if numbers[0] == 2 else None
            return [*([opening.start()] if opening is not None else []), *(m.start() for m in found)]
    return []
