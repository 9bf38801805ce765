"""Starts (条首): of every line, whether it opens an article or a 编, 章, 节; the label is read once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus import ProvisionKind, Remark
from ingest.characters import without_spaces
from ingest.line import Line, LineStyle
from ingest.marks import ArticleMark, GroupMark, ListStyle, read_article, read_group, read_list
from ingest.structure.numbering import Candidate, choose_articles

_UNNUMBERED = frozenset({"附则", "附則", "总则", "總則", "罚则", "罰則"})
_UNREAD = (LineStyle.ROW, LineStyle.NOTICE)


@dataclass(frozen=True, slots=True)
class Starts:
    """``marks`` holds for each line what it opens, None for a line that goes on."""

    marks: tuple[GroupMark | ArticleMark | None, ...]
    warnings: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


def has_articles(lines: Sequence[Line], quoted: Sequence[bool] = ()) -> bool:
    """Whether the text is written in articles: a certain 第N条 at the head of a line, or 第一条 and 第二条 without gap.

    >>> has_articles([Line("第一条为了规范巡护。"), Line("第二条本市适用。")])
    True
    """
    expected = 1
    for position, line in enumerate(lines):
        if line.text[:1] != "第" or line.style in _UNREAD or (quoted and quoted[position]):
            continue
        mark = read_article(line.text)
        if mark is None:
            continue
        if mark.is_certain:
            return True
        if mark.number == str(expected):
            expected += 1
            if expected > 2:
                return True
    return False


def find_starts(lines: Sequence[Line], quoted: Sequence[bool]) -> Starts:
    """What every line of a text in articles opens."""
    marks: list[GroupMark | ArticleMark | None] = [None] * len(lines)
    candidates = []
    for position, line in enumerate(lines):
        if line.style in _UNREAD or quoted[position]:
            continue
        article = read_article(line.text)
        if article is not None:
            candidates.append(Candidate(position, line, article))
        else:
            marks[position] = _read_group(line)
    run = choose_articles(candidates)
    for candidate in run.articles:
        marks[candidate.position] = candidate.mark
    return Starts(tuple(marks), run.warnings, run.remarks)


def _read_group(line: Line) -> GroupMark | None:
    """第三章 …; 附则 alone on its line; 一、一般规定 as a heading between articles."""
    group = read_group(line.text)
    if group is not None:
        return group if line.style is LineStyle.HEADING or len(line.text) <= 40 else None
    if len(line.text) <= 8 and without_spaces(line.text) in _UNNUMBERED:
        return GroupMark(ProvisionKind.CHAPTER, "", "", without_spaces(line.text))
    mark = read_list(line.text) if line.style is LineStyle.HEADING else None
    if mark is not None and mark.style is ListStyle.IDEOGRAPH:
        return GroupMark(ProvisionKind.CHAPTER, mark.label, str(mark.number), line.text[mark.body :])
    return None
