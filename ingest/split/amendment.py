"""Amendment (修改决定): a decision and, behind it in the same file, the regulation as amended, with its own title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.characters import without_spaces
from ingest.clean import clean_lines
from ingest.line import CleanText, Line, LineStyle, place_lines
from ingest.marks import read_article, read_group

DECISION = re.compile(r"关于(?:修改|修订|修正).{2,}的(?:决定|决议)|修正案(?:（[^）]*）)?$")
_UNMARKED_NAME = re.compile(r"关于(?:修改|修订|修正)(?:部分)?(?P<name>[^《〈]{4,60}?)(?:部分条款)?的(?:决定|决议)")
_NAME = re.compile(r"[《〈](?P<name>[^《》〈〉]{4,80})[》〉]")
_EDITION = re.compile(r"(?:[（(][^）)]{2,16}[）)])?")
_STATE = "中华人民共和国"
_TITLE_LINES = 4
_LINES_TO_FIRST_LABEL = 12
_ANNEX = re.compile(r"附(?:件|录)?\s?[0-9一二三]?\s?[:：]?")
_FRONT = frozenset(
    {
        LineStyle.TITLE,
        LineStyle.LETTERHEAD,
        LineStyle.NUMBER,
        LineStyle.HISTORY,
        LineStyle.SIGNATURE,
        LineStyle.NOTICE,
    }
)


def split_amendment(clean: CleanText) -> tuple[CleanText, ...]:
    """The decision and the texts it amended, in the order of the file; the text alone where none follows.

    >>> lines = ("关于修改《养犬条例》的决定", "一、删去第二条。", "养犬条例", "（2024年3月1日通过）", "第一条 甲。")
    >>> styles = (LineStyle.TITLE, *[LineStyle.BODY] * 4)
    >>> texts = split_amendment(place_lines([Line(t, style=s) for t, s in zip(lines, styles)]))
    >>> [text.text.split()[0] for text in texts]
    ['关于修改《养犬条例》的决定', '养犬条例']
    """
    lines = clean.lines
    title = without_spaces("".join(line.text for line in lines if line.style is LineStyle.TITLE))
    if not DECISION.search(title):
        return (clean,)
    starts = list(_find_starts(lines, title))
    if not starts:
        return (clean,)
    bounds = [first for first, _ in starts]
    ends = (*bounds[1:], len(lines))
    amended = (clean_again(_without_label(lines[i:j]), last - i) for (i, last), j in zip(starts, ends, strict=True))
    return (place_lines(_without_label(lines[: bounds[0]]), clean.warnings), *amended)


def _find_starts(lines: Sequence[Line], title: str) -> Iterator[tuple[int, int]]:
    """(first line, first line behind the title) of every text whose title is a name that the decision gives."""
    names = _names(title)
    position = 0
    while position < len(lines):
        line = lines[position]
        last = None
        if line.style is not LineStyle.TITLE and position:
            last = _title_end(lines, position, names)
        if last is not None and _opens_text(lines, last):
            yield position, last
            position = last
        else:
            names |= _names(line.text)
            position += 1


def _names(text: str) -> set[str]:
    """The names that a decision gives, each with and without 中华人民共和国."""
    found = {without_spaces(match["name"]) for match in _NAME.finditer(text)} if "《" in text or "〈" in text else set()
    unmarked = _UNMARKED_NAME.search(text) if text.startswith("关于") or "关于修" in text else None
    if unmarked is not None:
        found.add(without_spaces(unmarked["name"]))
    return found | {name.removeprefix(_STATE) for name in found} | {_STATE + name for name in found}


def _title_end(lines: Sequence[Line], first: int, names: set[str]) -> int | None:
    """The line behind a title that begins at ``first`` and is one of ``names``, with its edition (修正文本) if any."""
    joined = ""
    for last in range(first, min(first + _TITLE_LINES, len(lines))):
        if lines[last].style is LineStyle.ROW:
            return None
        joined += without_spaces(lines[last].text)
        if any(joined.startswith(name) and _EDITION.fullmatch(joined, len(name)) for name in names):
            return last + 1
        if not any(name.startswith(joined) for name in names):
            return None
    return None


def _opens_text(lines: Sequence[Line], behind: int) -> bool:
    """Whether a 题注, 目录, 第一章 or 第一条 comes next, as behind the title of a regulation."""
    for line in lines[behind : behind + _LINES_TO_FIRST_LABEL]:
        article = read_article(line.text)
        if article is not None:
            return article.number == "1"
        if read_group(line.text) is not None or without_spaces(line.text) in ("目录", "目次"):
            return True
    return False


def _without_label(lines: Sequence[Line]) -> Sequence[Line]:
    """附件 alone on the last line only says that the next text is attached; it opens no annex."""
    if _ANNEX.fullmatch(lines[-1].text) is None:
        return lines
    return (*lines[:-1], replace(lines[-1], style=LineStyle.ANNEX_LIST))


def clean_again(lines: Sequence[Line], title_end: int) -> CleanText:
    """A text of its own: its title is known, its front page is read anew."""
    own = [replace(line, style=LineStyle.BODY) if line.style in _FRONT else line for line in lines]
    own[:title_end] = [replace(line, style=LineStyle.TITLE) for line in own[:title_end]]
    return clean_lines(own)
