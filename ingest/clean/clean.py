"""Clean (清理): a reader's lines become the cleaned text that every offset of the version points into."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.characters import clean_characters
from ingest.clean.contents import style_contents
from ingest.clean.damage import mark_damage
from ingest.clean.front import style_front
from ingest.clean.inline import split_inline
from ingest.clean.notice import style_notice
from ingest.clean.pinyin import drop_pinyin
from ingest.clean.shifted import repair_shifted
from ingest.clean.signature import style_signatures
from ingest.clean.spam import drop_spam
from ingest.clean.traditional import is_traditional, simplify_lines
from ingest.clean.wrapped import join_cut_lines
from ingest.line import CleanText, Line, LineStyle, place_lines


def clean_lines(lines: Iterable[Line]) -> CleanText:
    """The cleaned text: characters put right, empty lines gone, the front page, 目录 and 落款 told from the text.

    Dirt of crawled pages goes (link spam, readings in brackets), traditional characters become simplified with the
    source's beside them, damaged stretches are marked. Every such step is told in the warnings.
    """
    plain = [replace(line, text=text) for line in lines if (text := clean_characters(line.text))]
    whole, warnings = put_right(plain)
    parts = [part for line in join_cut_lines(whole) for part in split_inline(line)]
    return place_lines(style_lines(parts), warnings)


def put_right(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """The lines without dirt, damage marked, in simplified characters; and what was done (Chinese)."""
    traditional = is_traditional([line.text for line in lines])
    kept, dropped = drop_spam(lines, traditional=traditional)
    unread, readings = drop_pinyin(kept)
    shifted, places = repair_shifted(unread)
    marked, damaged = mark_damage(shifted)
    warnings = [*dropped, *damaged]
    if readings:
        warnings.append(f"已去除{readings}处夹在正文中的注音")
    if places:
        warnings.append(f"有{places}处字节错位，已按字节还原并标出，请核对原文")
    if traditional:
        warnings.append("原文为繁体，检索用简体，引文保留原字")
    return (simplify_lines(marked) if traditional else marked), tuple(warnings)


def style_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with title, 文号, 题注, 目录, 落款 and notice told from the text."""
    return style_signatures(style_contents(_style_covers(lines)))


def _style_covers(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The front page; behind a notice the front page of the text that it brings (history lines) as well."""
    styled = style_notice(style_front(lines))
    if not any(line.style is LineStyle.NOTICE for line in styled):
        return styled
    inner = max(i for i, line in enumerate(styled) if line.style in (LineStyle.TITLE, LineStyle.NOTICE)) + 1
    return (*styled[:inner], *style_front(styled[inner:], seeks_title=False))
