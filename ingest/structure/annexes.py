"""Annexes (附件): where the main text ends and what is attached to it begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus import NUMERAL
from ingest.characters import without_spaces
from ingest.line import Line, LineStyle
from ingest.structure.starts import has_articles

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
    """The main text (``label`` empty) or one annex: its first lines ``opening`` (附件1, title), and those behind.

    ``quoted`` says of each of ``lines`` whether it is quoted text.
    """

    lines: tuple[Line, ...]
    quoted: tuple[bool, ...]
    opening: tuple[Line, ...] = ()
    label: str = ""
    heading: str = ""


def split_annexes(lines: Sequence[Line], quoted: Sequence[bool]) -> tuple[Segment, ...]:
    """The main text first, then every annex. An annex that holds the only articles is the main text itself."""
    starts = [i for i, line in enumerate(lines) if i > 0 and not quoted[i] and _opens_annex(line)]
    bounds = (*starts, len(lines))
    main = _segment(lines, quoted, 0, bounds[0])
    annexes = tuple(_annex(lines, quoted, i, j) for i, j in pairwise(bounds))
    if annexes and has_articles(annexes[0].lines) and not has_articles(main.lines, main.quoted):
        return (_segment(lines, quoted, 0, bounds[1]), *annexes[1:])
    return (main, *annexes)


def _segment(lines: Sequence[Line], quoted: Sequence[bool], first: int, end: int) -> Segment:
    return Segment(tuple(lines[first:end]), tuple(quoted[first:end]))


def _opens_annex(line: Line) -> bool:
    return (
        line.text.startswith("附")
        and line.style in (LineStyle.BODY, LineStyle.HEADING)
        and without_spaces(line.text) not in ("附则", "附則")
        and _ANNEX.fullmatch(line.text) is not None
    )


def _annex(lines: Sequence[Line], quoted: Sequence[bool], first: int, end: int) -> Segment:
    match = _ANNEX.fullmatch(lines[first].text)
    label, heading = (match["label"], match["heading"]) if match is not None else ("", "")
    behind = first + 1
    if not heading and behind < end and _is_title(lines[behind]):
        heading = lines[behind].text
        behind += 1
    body = _segment(lines, quoted, behind, end)
    return replace(body, opening=tuple(lines[first:behind]), label=label, heading=heading.strip())


def _is_title(line: Line) -> bool:
    return (
        len(line.text) <= 60
        and line.style is not LineStyle.ROW
        and not re.search(r"[。；：]|^[（(0-9一二三]|^第", line.text)
    )
