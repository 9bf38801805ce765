"""Clean (清理): a reader's lines become the cleaned text that every offset of the version points into."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.characters import clean_characters
from ingest.clean.contents import style_contents
from ingest.clean.front import style_front
from ingest.clean.inline import split_inline
from ingest.clean.notice import style_notice
from ingest.clean.signature import style_signatures
from ingest.line import CleanText, Line, LineStyle, place_lines

_PRIVATE = re.compile("[\ue000-\uf8ff]")


def clean_lines(lines: Iterable[Line]) -> CleanText:
    """The cleaned text: characters put right, empty lines gone, the front page, 目录 and 落款 told from the text."""
    plain = [replace(line, text=text) for line in lines if (text := clean_characters(line.text))]
    plain = [part for line in plain for part in split_inline(line)]
    placed = place_lines(style_signatures(style_contents(_style_covers(plain))))
    return replace(placed, warnings=_warn(placed.text))


def _style_covers(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The front page; behind a notice the front page of the text that it brings (history lines) as well."""
    styled = style_notice(style_front(lines))
    if not any(line.style is LineStyle.NOTICE for line in styled):
        return styled
    inner = max(i for i, line in enumerate(styled) if line.style in (LineStyle.TITLE, LineStyle.NOTICE)) + 1
    return (*styled[:inner], *style_front(styled[inner:], seeks_title=False))


def _warn(text: str) -> tuple[str, ...]:
    private = _PRIVATE.findall(text)
    return (f"有{len(private)}处私用区字符（原字形无法确定），请核对原文",) if private else ()
