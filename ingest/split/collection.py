"""Collections (汇编): a file of several papers, 篇一：… 篇二：…, comes apart into its papers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus import parse_numeral
from ingest.clean import style_lines
from ingest.clean.damage import COUNTED, warn_damage
from ingest.line import CleanText, Line, LineStyle, place_lines

_NUMBER = r"(?P<number>[0-9]{1,3}|[一二三四五六七八九十百]{1,5})"
_PATTERNS = tuple(
    re.compile(form)
    for form in (
        rf"[【\[]?篇{_NUMBER}[】\]]?(?:\s?[:：、]\s?.{{0,80}}|\s.{{0,80}})?",
        rf"[【\[]?第{_NUMBER}篇[】\]]?(?:\s?[:：、]\s?.{{0,80}}|\s.{{0,80}})?",
        rf"[【\[]?(?:范文|例文|材料|文章){_NUMBER}[】\]]?(?:\s?[:：、]\s?.{{0,80}}|\s.{{0,80}})?",
    )
)
# Any of the patterns begins with one of these.
_FIRST = frozenset("【[篇第范例材文")
_MIN_CHARACTERS = 60
_BYLINE = re.compile(r"(?:作者|来源|文|单位|供稿|基金项目|关键词|摘\s?要)\s?[:：/]|[（(]作者单位")
_SENTENCE = re.compile(
    r"[。；;]|[:：]$|^(?:第[一二三四五六七八九十百0-9]+[章条节]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十0-9]+[）)])"
)
_TITLE_LENGTH = 60
_TITLE_LINES = 3
_SET_BY_CLEANER = frozenset(
    (LineStyle.TITLE, LineStyle.LETTERHEAD, LineStyle.NUMBER, LineStyle.HISTORY, LineStyle.NOTICE,
     LineStyle.CONTENTS, LineStyle.SIGNATURE, LineStyle.ANNEX_LIST)
)  # fmt: skip


def split_collection(clean: CleanText) -> tuple[CleanText, ...]:
    """The papers of a collection, each with its own title, or the text alone where it is none.

    What stands in front of the first paper goes with it; the dividing line stays as an aside or, where a paper has no
    title of its own, is its title. The numbers must run from 1 and every paper have words of its own.
    """
    dividers = [i for i, line in enumerate(clean.lines) if line.text[:1] in _FIRST and len(line.text) < 100]
    starts = next((found for pattern in _PATTERNS if (found := _starts(clean.lines, dividers, pattern))), [])
    if not starts:
        return (clean,)
    bounds = [0, *starts[1:], len(clean.lines)]
    parts = [clean.lines[first:end] for first, end in pairwise(bounds)]
    heads = [starts[0], *([0] * (len(parts) - 1))]
    warning = f"文件含有{len(parts)}篇文章，已分开收录"
    return tuple(_paper(part, head, clean, warning) for part, head in zip(parts, heads, strict=True))


def _starts(lines: Sequence[Line], dividers: Sequence[int], pattern: re.Pattern[str]) -> list[int]:
    """Where the papers begin; empty unless the dividing lines are numbered 1, 2, 3 … and papers stand between them."""
    marks = [(i, m) for i in dividers if (m := pattern.fullmatch(lines[i].text))]
    numbers = [parse_numeral(match["number"]) for _, match in marks]
    if len(marks) < 2 or numbers != list(range(1, len(marks) + 1)):
        return []
    starts = [i for i, _ in marks]
    lengths = [sum(len(line.text) for line in lines[a + 1 : b]) for a, b in pairwise([*starts, len(lines)])]
    return starts if min(lengths) >= _MIN_CHARACTERS else []


def _paper(lines: Sequence[Line], head: int, clean: CleanText, warning: str) -> CleanText:
    plain = [replace(line, style=LineStyle.BODY) if line.style in _SET_BY_CLEANER else line for line in lines]
    front = [replace(line, style=LineStyle.LETTERHEAD) for line in plain[:head]]
    divider, body = plain[head], plain[head + 1 :]
    title = _title_lines(body)
    divider = replace(divider, style=LineStyle.LETTERHEAD if title else LineStyle.TITLE)
    titles = [replace(line, style=LineStyle.TITLE) for line in body[:title]]
    warnings = (text for text in clean.warnings if not text.endswith(COUNTED))
    placed = style_lines([*front, divider, *titles, *body[title:]])
    return place_lines(placed, (*warnings, *warn_damage(placed), warning))


def _title_lines(body: Sequence[Line]) -> int:
    """How many short lines make the title: all before a byline, else the first; none where the words begin at once."""
    count = 0
    while count < min(_TITLE_LINES, len(body)) and _is_title(body[count].text):
        count += 1
    if count < len(body) and _BYLINE.match(body[count].text):
        return count
    return min(count, 1)


def _is_title(text: str) -> bool:
    return len(text) <= _TITLE_LENGTH and _BYLINE.match(text) is None and _SENTENCE.search(text) is None
