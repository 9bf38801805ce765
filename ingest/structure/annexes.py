"""Annexes (附件): where the main text ends and what is attached to it begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus import NUMERAL
from ingest.line import Line, LineStyle
from ingest.structure.articles import has_articles

_ANNEX = re.compile(
    rf"""
    (?P<label>附(?:[件表录錄]\s?(?P<number>[0-9]{{1,2}}|{NUMERAL})?|图)?)    # 附件, 附件1, 附表一, 附
    (?:\s*[:：]\s*|\s+|$)
    (?P<heading>[^。；;，]{{0,80}})
    """,
    re.X,
)


@dataclass(frozen=True, slots=True)
class Segment:
    """The main text (``label`` empty) or one annex: its first lines ``opening`` (附件1, title), and those behind."""

    lines: tuple[Line, ...]
    opening: tuple[Line, ...] = ()
    label: str = ""
    heading: str = ""


def split_annexes(lines: Sequence[Line]) -> tuple[Segment, ...]:
    """The main text first, then every annex. An annex that holds the only articles is the main text itself."""
    starts = [i for i, line in enumerate(lines) if i > 0 and _opens_annex(line)]
    bounds = (*starts, len(lines))
    main = Segment(tuple(lines[: bounds[0]]))
    annexes = tuple(_annex(tuple(lines[i:j])) for i, j in pairwise(bounds))
    if annexes and has_articles(annexes[0].lines) and not has_articles(main.lines):
        return (Segment(tuple(lines[: bounds[1]])), *annexes[1:])
    return (main, *annexes)


def _opens_annex(line: Line) -> bool:
    return line.style in (LineStyle.BODY, LineStyle.HEADING) and _ANNEX.fullmatch(line.text) is not None


def _annex(lines: tuple[Line, ...]) -> Segment:
    match = _ANNEX.fullmatch(lines[0].text)
    label, heading = (match["label"], match["heading"]) if match is not None else ("", "")
    if not heading and len(lines) > 1 and _is_title(lines[1]):
        return Segment(tuple(lines[2:]), lines[:2], label, lines[1].text)
    return Segment(tuple(lines[1:]), lines[:1], label, heading.strip())


def _is_title(line: Line) -> bool:
    return (
        len(line.text) <= 60
        and line.style is not LineStyle.ROW
        and not re.search(r"[。；：]|^[（(0-9一二三]|^第", line.text)
    )
