"""Quotations (引文): lines that stand inside quotation marks opened on an earlier line, or are quoted without any.

A 修改决定 quotes whole articles (将第三条修改为：“第三条 …). A label inside is the quoted text's, never the decision's.
A mark that is never closed must not swallow the rest of a law: a quotation is believed only where it closes in time
and where the run of numbers outside does not need what stands inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.line import Line
from ingest.marks import ArticleMark, ListMark, ListStyle, read_article, read_group, read_list

_CLOSERS = {"“": "”", "「": "」", "『": "』", '"': '"'}
_MARKS = re.compile('[“”「」『』"]')
_MOST_LINES = 300
# 将第三条修改为：“ / 作为第五条：“; words quoted in the middle of a sentence do not run over lines.
_BEFORE_OPENER = ("：", ":", "为", "，")
# 将第三条修改为：/ 增加一条，作为第五条：/ 内容如下：, with the quoted articles on the next lines and no marks at all.
_LEADS_IN = re.compile(r"(?:[修更]?改为|修订为|增加.{0,40}|增写.{0,40}|作为.{0,40}|[内条][容文]如下|规定如下)[:：]$")
_Outer = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Quotations:
    """``quoted`` says of each line whether its head stands in a quotation; ``warnings`` tell of marks left open."""

    quoted: tuple[bool, ...]
    warnings: tuple[str, ...] = ()


def find_quotations(lines: Sequence[Line]) -> Quotations:
    """Which lines are quoted text.

    >>> find_quotations([Line("一、将第三条修改为：“第三条 甲。"), Line("第四条 乙。”"), Line("二、删去。")]).quoted
    (False, True, False)
    """
    quoted = [False] * len(lines)
    warnings: list[str] = []
    position, carried = 0, ""
    while position < len(lines):
        text = lines[position].text
        opener = _left_open(text, carried)
        carried = ""
        last: int | None = None
        if opener:
            last = _closing_line(lines, position, opener)
            if last is None:
                warnings.append(f"引号未闭合：“{text[:12]}…”所在行的引号没有找到另一半，其后各行仍按正文收录")
            elif _is_needed(lines, position, last):
                last = None
        elif text.endswith(("：", ":")) and _LEADS_IN.search(text[-60:]):
            last = _last_unmarked(lines, position)
        if last is None:
            position += 1
            continue
        quoted[position + 1 : last + 1] = [True] * (last - position)
        # The line that closes a quotation may open the next one: …。”二、将第五条修改为：“
        position, carried = (last, opener) if opener else (last + 1, "")
    return Quotations(tuple(quoted), tuple(warnings))


def _left_open(text: str, carried: str) -> str:
    """The opener that runs on into the next line, told by what stands before it; ``carried`` was open at the head."""
    stack = _open_marks(text, carried)
    if not stack or stack[0][1] < 0:
        return ""
    opener, place = stack[0]
    return opener if place == 0 or text[:place].rstrip().endswith(_BEFORE_OPENER) else ""


def _open_marks(text: str, carried: str) -> list[tuple[str, int]]:
    """The openers without their closer at the end of the line, with their places; -1 for the one carried in."""
    stack = [(carried, -1)] if carried else []
    for match in _MARKS.finditer(text):
        mark, top = match[0], stack[-1][0] if stack else ""
        if top and mark == _CLOSERS[top]:
            stack.pop()
        elif mark in _CLOSERS and not (mark == top and match.start() == 0):
            # Every paragraph of a quotation may open anew at its head.
            stack.append((mark, match.start()))
    return stack


def _closing_line(lines: Sequence[Line], first: int, opener: str) -> int | None:
    for position in range(first + 1, min(first + 1 + _MOST_LINES, len(lines))):
        stack = _open_marks(lines[position].text, opener)
        if not stack or stack[0][1] >= 0:
            return position
        if len(stack) > 1:
            return None
    return None


def _is_needed(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether the run of numbers outside goes through the lines inside: then the marks are wrong, not the numbers."""
    inside = [mark for line in lines[first + 1 : last + 1] if (mark := _outer(line.text)) is not None]
    if not inside:
        return False
    form = inside[0][0]
    before = _nearest(reversed(lines[max(0, first - _MOST_LINES) : first + 1]), form) or (form, 0, 0)
    after = _nearest(lines[last + 1 : last + 1 + _MOST_LINES], form)
    return _runs_on(before, inside[0]) and after is not None and _runs_on(inside[-1], after)


def _nearest(lines: Iterable[Line], form: str) -> _Outer | None:
    return next((mark for line in lines if (mark := _outer(line.text)) is not None and mark[0] == form), None)


def _outer(text: str) -> _Outer | None:
    """The article or 一、 at the head of a line as (form, number, inserted number)."""
    if not text or text[0] not in "第零〇一二三四五六七八九十百":
        return None
    mark: ArticleMark | ListMark | None = read_article(text) or read_list(text)
    if isinstance(mark, ArticleMark):
        base, _, insert = mark.number.partition("-")
        return ("条", int(base), int(insert or 0))
    if mark is not None and mark.style is ListStyle.IDEOGRAPH:
        return ("、", mark.number, 0)
    return None


def _runs_on(before: _Outer, after: _Outer) -> bool:
    return before[0] == after[0] and after[1:] in ((before[1] + 1, 0), (before[1], before[2] + 1))


def _last_unmarked(lines: Sequence[Line], lead: int) -> int | None:
    """The last line of the articles quoted without marks behind a lead-in that names the first of them, or None.

    They run on among themselves and end where another number begins, with the run outside or anew.
    """
    first = lead + 1
    while first < len(lines) and read_group(lines[first].text) is not None:
        first += 1
    mark = read_article(lines[first].text) if first < len(lines) else None
    before = _nearest(reversed(lines[max(0, lead - _MOST_LINES) : lead + 1]), "条")
    if mark is None or mark.label not in lines[lead].text:
        return None
    here = _outer(lines[first].text)
    if here is None or (before is not None and _runs_on(before, here)):
        return None
    for position in range(first + 1, len(lines)):
        found = _outer(lines[position].text)
        if found is None:
            continue
        if not _runs_on(here, found) or (before is not None and _runs_on(before, found)):
            return position - 1
        here = found
    return len(lines) - 1
