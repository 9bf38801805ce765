"""Clean (清理): a reader's lines become the cleaned text that every offset of the version points into."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus import Remark, RemarkKind
from ingest.characters import as_shown, clean_characters, turned_runs
from ingest.clean.contents import style_contents
from ingest.clean.damage import mark_damage, read_again
from ingest.clean.front import style_front
from ingest.clean.inline import split_inline
from ingest.clean.labels import undress_labels
from ingest.clean.notice import style_notice
from ingest.clean.pinyin import drop_pinyin
from ingest.clean.shifted import repair_shifted
from ingest.clean.signature import style_signatures
from ingest.clean.spam import drop_spam
from ingest.clean.traditional import is_traditional, simplify_lines
from ingest.clean.unusual import unusual_characters
from ingest.clean.wrapped import join_cut_lines
from ingest.line import CleanText, Line, LineStyle, place_lines

# Controls of this range are left over from bytes that were misread: what they stood for goes with them.
_CONTROLS = re.compile("[\x80-\x9f]")
_WIDE = frozenset("０１２３４５６７８９")
_NARROW = str.maketrans("０１２３４５６７８９", "0123456789")
_TURNED = "原文以方向控制符倒排，已按显示顺序读取"


def clean_lines(lines: Iterable[Line]) -> CleanText:
    """The cleaned text: characters put right, empty lines gone, the front page, 目录 and 落款 told from the text.

    Dirt of crawled pages goes (link spam, readings in brackets), traditional characters become simplified with the
    source's beside them, damaged stretches are marked. Every such step is told in the warnings.
    """
    plain = [cleaned for line in lines if (cleaned := _clean(line)).text]
    whole, warnings = put_right(plain)
    parts = [part for line in undress_labels(join_cut_lines(whole)) for part in split_inline(line)]
    return place_lines(style_lines(parts), warnings)


def _clean(line: Line) -> Line:
    """The line's characters put right; what was written backwards under an override is read as people see it."""
    if "\u202e" not in line.text:
        text = clean_characters(line.text)
        if text != line.text and _CONTROLS.search(line.text) and not line.remarks:
            return read_again(line, text)
        return line if text == line.text else replace(line, text=text, original="")
    text = clean_characters(as_shown(line.text))
    runs = [run for turned in turned_runs(line.text) if (run := clean_characters(turned)) and run in text]
    places = [(text.index(run), run) for run in runs]
    turned = tuple(Remark(RemarkKind.DAMAGED, at, at + len(run), _TURNED, run[::-1]) for at, run in places)
    return replace(line, text=text, original="", remarks=(*line.remarks, *turned))


def put_right(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """The lines without dirt, damage marked, in simplified characters; and what was done (Chinese)."""
    whole = "\n".join(line.text for line in lines)
    characters = unusual_characters(whole)
    traditional = is_traditional(whole, characters)
    kept, dropped = drop_spam(lines, whole, traditional=traditional)
    unread, readings = drop_pinyin(kept, characters)
    shifted, places = repair_shifted(unread, characters)
    marked, damaged = mark_damage(shifted, characters)
    warnings = [*dropped, *damaged]
    if readings:
        warnings.append(f"已去除{readings}处夹在正文中的注音")
    if places:
        warnings.append(f"有{places}处字节错位，已按字节还原并标出，请核对原文")
    if traditional:
        warnings.append("原文为繁体，检索用简体，引文保留原字")
    right = simplify_lines(marked) if traditional else marked
    return (right if characters.isdisjoint(_WIDE) else tuple(map(_narrow, right))), tuple(warnings)


def _narrow(line: Line) -> Line:
    """Full-width digits as plain ones (２０２４年 is 2024年), the source's kept beside them."""
    text = line.text.translate(_NARROW)
    if text == line.text:
        return line
    cells = tuple(cell.translate(_NARROW) for cell in line.cells)
    return replace(line, text=text, original=line.original or line.text, cells=cells)


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
