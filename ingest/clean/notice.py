"""The notice (印发通知、公布令) in front of a text: the text it brings is the instrument, the notice only its cover."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.characters import without_spaces
from ingest.clean.signature import style_signatures
from ingest.line import Line, LineStyle

_BROUGHT = re.compile(
    r"(?:印发|转发|发布|公布|颁布|批转)《?(?P<title>[^》]{4,80}?)》?(?:的(?:通知|决定|公告|通告|令)|$)"
)
_ORDERED = re.compile(r"《(?P<title>[^《》]{4,80})》(?:已经|已由|已于|业经)")
_INNER_LINES = 4
_ANNEX = re.compile(r"附件\s?[0-9一]?\s?[:：]?")


def style_notice(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Where a notice brings a text whose title follows, the notice's body gets NOTICE and the inner title TITLE."""
    wanted = _brought_title(lines)
    found = _find_title(lines, wanted) if wanted else None
    if found is None:
        return tuple(lines)
    first, last = found
    head = [_as_cover(line) for line in style_signatures(lines[:first])]
    if head and _ANNEX.fullmatch(head[-1].text):
        head[-1] = replace(head[-1], style=LineStyle.LETTERHEAD)
    inner = [replace(line, style=LineStyle.TITLE) for line in lines[first:last]]
    return (*head, *inner, *lines[last:])


def _brought_title(lines: Sequence[Line]) -> str:
    title = without_spaces("".join(line.text for line in lines if line.style is LineStyle.TITLE))
    match = _BROUGHT.search(title)
    if match is None:
        body = [line.text for line in lines[:12] if line.style in (LineStyle.BODY, LineStyle.TITLE)]
        match = next((m for text in body if (m := _ORDERED.search(text))), None)
    return without_spaces(match["title"]).strip("《》〈〉") if match is not None else ""


def _find_title(lines: Sequence[Line], wanted: str) -> tuple[int, int] | None:
    for first, line in enumerate(lines):
        if line.style in (LineStyle.TITLE, LineStyle.ROW) or not without_spaces(line.text)[:4]:
            continue
        joined = ""
        for last in range(first, min(first + _INNER_LINES, len(lines))):
            joined += without_spaces(lines[last].text)
            if joined == wanted or (
                joined.startswith(wanted) and re.fullmatch(r"（[^）]{1,12}）", joined[len(wanted) :])
            ):
                return first, last + 1
            if not wanted.startswith(joined):
                break
    return None


def _as_cover(line: Line) -> Line:
    if line.style is LineStyle.TITLE:
        return replace(line, style=LineStyle.LETTERHEAD)
    return replace(line, style=LineStyle.NOTICE) if line.style is LineStyle.BODY else line
