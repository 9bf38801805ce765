"""Decimal headings (1 总则, 1.1 编制目的, 2.1.1 站点), as emergency plans and technical rules have them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.line import Line, LineStyle
from ingest.marks import ListMark, ListStyle, read_list
from ingest.structure.families import STYLES

# A single number needs its blank and a name; 1.5亿元, 2.5公里 are quantities.
_UNIT = r"亿|万[元人吨]|元|倍|米|吨|个|公[里斤顷]|平方|小时|[毫厘]米|毫升|%"
_NUMBER = re.compile(
    rf"(?P<number>[0-9]{{1,2}}(?:[.．][0-9]{{1,2}}){{0,3}})[.．]?(?:(?P<gap>\s+)|(?=[\u4e00-\u9fff《“])(?!{_UNIT}))(?![0-9])"
)
_NAME_LENGTH = 30
_SENTENCE = re.compile(r"[。；，：:;,]")
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class DecimalMark:
    """2.1.1 at the head of a line; ``depth`` counts its points."""

    mark: ListMark
    depth: int


def find_decimals(lines: Sequence[Line], quoted: Sequence[bool]) -> dict[int, DecimalMark]:
    """The decimal headings by their lines; none unless at least three run on, one of them with a point.

    A text under 一、 二、 keeps those.

    >>> lines = [Line(text) for text in ("1 总则", "1.1 目的", "1.2亿元投入。", "1.2 依据", "2 组织")]
    >>> [(position, one.mark.label) for position, one in find_decimals(lines, (False,) * 5).items()]
    [(0, '1'), (1, '1.1'), (3, '1.2'), (4, '2')]
    """
    found: dict[int, DecimalMark] = {}
    last: tuple[int, ...] = ()
    for position, line in enumerate(lines):
        if quoted[position] or not line.text[:1].isdigit() or line.style in (LineStyle.ROW, LineStyle.NOTICE):
            continue
        match = _NUMBER.match(line.text)
        path = _path(match["number"]) if match is not None else ()
        if match is None or not _runs_on(last, path) or (len(path) == 1 and not _is_name(line.text, match)):
            continue
        last, depth = path, len(path) - 1
        mark = ListMark(STYLES[depth], match["number"], path[-1], match.end())
        found[position] = DecimalMark(mark, depth)
    is_decimal = len(found) >= _FEWEST and any(one.depth for one in found.values())
    return found if is_decimal and not _has_ideographs(lines) else {}


def _path(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.split("[.．]", number))


def _runs_on(last: tuple[int, ...], path: tuple[int, ...]) -> bool:
    """Whether ``path`` is the next number behind ``last`` at its own depth, or the first one a step deeper."""
    if len(path) > len(last):
        return path == (*last, 1)
    here = len(path) - 1
    return path == (*last[:here], last[here] + 1)


def _is_name(text: str, match: re.Match[str]) -> bool:
    return match["gap"] is not None and len(text) <= _NAME_LENGTH and _SENTENCE.search(text) is None


def _has_ideographs(lines: Sequence[Line]) -> bool:
    marks = (read_list(line.text) for line in lines if line.text[:1] in ("一", "二"))
    return {1, 2} <= {mark.number for mark in marks if mark is not None and mark.style is ListStyle.IDEOGRAPH}
