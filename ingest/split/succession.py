"""Succession (一文件多法规): a second regulation, or a decision that amends the first, behind a text in articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.characters import without_spaces
from ingest.line import CleanText, Line, LineStyle, place_lines
from ingest.marks import ListMark, ListStyle, read_article, read_group, read_list
from ingest.split.amendment import DECISION, clean_again

_TITLE = re.compile(r"[^。；;，！？:：“”「」]{4,80}(?:条例|规定|办法|细则|规则)(?:[（(][^）)]{2,16}[）)])?")
# A decision and a title end in one of these: most lines need no closer look.
_ENDS = ("决定", "条例", "规定", "办法", "细则", "规则", "）", ")")
_ANNEX = re.compile(r"附\s?[件表录]\s?[0-9一二三四五六七八九十]{0,3}\s?(?:[:：].*|$)")
_STYLES = (LineStyle.BODY, LineStyle.HEADING)
_BETWEEN = 24
_SHORT = 60
# Behind fewer articles a title is more likely to be a part of the text.
_MIN_ARTICLES = 3


def split_succession(clean: CleanText) -> tuple[CleanText, ...]:
    """The texts that stand one behind the other, each under its own title; the text alone where there is one.

    What stands behind 附件 belongs to its text. A title that was there before only comes again.

    >>> first, second = "栖澜市养犬办法", "栖澜市公园办法"
    >>> rows = [first, *(f"第{n}条 甲。" for n in "一二三"), second, "第一条 乙。"]
    >>> [text.lines[0].text for text in split_succession(place_lines([Line(row) for row in rows]))]
    ['栖澜市养犬办法', '栖澜市公园办法']
    """
    lines = clean.lines
    starts = [0, *_find_starts(lines)]
    if len(starts) == 1:
        return (clean,)
    bounds = [*starts, len(lines)]
    first, *others = [lines[start:end] for start, end in pairwise(bounds)]
    warning = f"文件含有{len(starts)}件文件，已分开收录"
    return (place_lines(first, (*clean.warnings, warning)), *(clean_again(part, 1) for part in others))


def _find_starts(lines: Sequence[Line]) -> Iterator[int]:
    titles = {without_spaces("".join(line.text for line in lines if line.style is LineStyle.TITLE))}
    articles = 0
    for position, line in enumerate(lines):
        text = line.text
        if text.startswith("附") and line.style in _STYLES and _ANNEX.fullmatch(text) is not None:
            return
        if articles >= _MIN_ARTICLES and _opens(lines, position) and without_spaces(text) not in titles:
            yield position
            titles.add(without_spaces(text))
            articles = 0
        elif text.startswith("第") and _is_next(text, articles):
            articles += 1


def _is_next(text: str, articles: int) -> bool:
    mark = read_article(text)
    return mark is not None and mark.number == str(articles + 1)


def _opens(lines: Sequence[Line], position: int) -> bool:
    line = lines[position]
    if line.style not in _STYLES or len(line.text) > _SHORT or not line.text.endswith(_ENDS):
        return False
    following = lines[position + 1 : position + 1 + _BETWEEN]
    if DECISION.search(line.text) is not None and line.text.endswith("决定"):
        return any(mark.style is ListStyle.IDEOGRAPH and mark.number == 1 for mark in _lists(following))
    is_label = read_article(line.text) or read_group(line.text) or read_list(line.text)
    return not is_label and _TITLE.fullmatch(line.text) is not None and _begins(following)


def _lists(lines: Sequence[Line]) -> Iterator[ListMark]:
    return (mark for line in lines if (mark := read_list(line.text)) is not None)


def _begins(lines: Sequence[Line]) -> bool:
    """Whether 第一条 comes next, with nothing between but 题注, 文号, 目录 and 第一章."""
    for line in lines:
        article = read_article(line.text)
        if article is not None:
            return article.number == "1"
        if line.text.endswith(("。", "；", "：")) and not line.text.startswith(("（", "(")):
            return False
    return False
