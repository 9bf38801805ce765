"""The table of contents (目录): its lines name chapters but are no chapters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.characters import without_spaces
from ingest.line import Line, LineStyle
from ingest.marks import read_article, read_group, read_list

_PAGE = re.compile(r"[\s.．…·—\-–_]*(?:[0-9]+|[（(][0-9]+[）)])?$")


def style_contents(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with CONTENTS set from 目录 to the line before the first chapter comes again."""
    result = list(lines)
    for position, line in enumerate(lines):
        if line.style in (LineStyle.BODY, LineStyle.HEADING) and without_spaces(line.text) in ("目录", "目次", "目錄"):
            end = _contents_end(lines, position + 1)
            for i in range(position, end):
                result[i] = replace(lines[i], style=LineStyle.CONTENTS)
            return tuple(result)
    return tuple(result)


def _contents_end(lines: Sequence[Line], first: int) -> int:
    opening = _name(lines[first]) if first < len(lines) else ""
    for position in range(first, len(lines)):
        again = position > first and _name(lines[position]) == opening
        if again or not _is_entry(lines[position]):
            return position
    return len(lines)


def _name(line: Line) -> str:
    return without_spaces(_PAGE.sub("", line.text))


def _is_entry(line: Line) -> bool:
    text = _PAGE.sub("", line.text)
    if line.text != text and len(line.text) <= 120:
        return True
    is_short = len(text) <= 60 and not text.endswith(("。", "；", "："))
    return is_short and bool(
        read_group(text)
        or read_list(text)
        or text.startswith(("附则", "附 则", "附件", "序言"))
        or _is_bare_article(text)
    )


def _is_bare_article(text: str) -> bool:
    mark = read_article(text)
    return mark is not None and len(text) <= 30
