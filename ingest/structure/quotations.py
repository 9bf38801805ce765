"""Quotations (引文): lines that stand inside quotation marks opened on an earlier line, or are quoted without any.

A 修改决定 quotes whole articles (将第三条修改为：“第三条 …). A label inside is the quoted text's, never the decision's.
A mark that is never closed must not swallow the rest of a law: a quotation is believed only where it closes in time
and where the run of numbers outside does not need what stands inside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    return _Search(lines).run()


class _Search:
    """Goes through the lines once; what it has seen on the way it does not look at again."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._quoted = [False] * len(lines)
        self._warnings: list[str] = []
        self._still_open: dict[str, tuple[int, int]] = {}
        self._outer_to = 0
        self._outer: dict[str, _Outer] = {}

    def run(self) -> Quotations:
        position, carried = 0, ""
        while position < len(self._lines):
            text = self._lines[position].text
            opener = _left_open(text, carried)
            carried = ""
            last: int | None = None
            if opener:
                last = self._last_quoted(position, opener)
            elif text.endswith(("：", ":")) and _LEADS_IN.search(text[-60:]):
                last = self._last_unmarked(position)
            if last is None:
                position += 1
                continue
            self._quoted[position + 1 : last + 1] = [True] * (last - position)
            # The line that closes a quotation may open the next one: …。”二、将第五条修改为：“
            position, carried = (last, opener) if opener else (last + 1, "")
        return Quotations(tuple(self._quoted), tuple(self._warnings))

    def _last_quoted(self, first: int, opener: str) -> int | None:
        last = self._closing_line(first, opener)
        if last is None:
            shown = self._lines[first].text[:12]
            self._warnings.append(f"引号未闭合：“{shown}…”所在行的引号没有找到另一半，其后各行仍按正文收录")
        elif self._is_needed(first, last):
            return None
        return last

    def _closing_line(self, first: int, opener: str) -> int | None:
        """Where ``opener``, open at the end of line ``first``, is closed; None where another opens before or none does.

        What a line does to an open mark does not depend on where that was opened, so lines are tried but once.
        """
        begin, through = self._still_open.get(opener, (0, 0))
        position = through if begin <= first + 1 <= through else first + 1
        begin = begin if position == through else first + 1
        end = min(first + 1 + _MOST_LINES, len(self._lines))
        while position < end:
            stack = _open_marks(self._lines[position].text, opener)
            if not stack or stack[0][1] >= 0:
                return position
            if len(stack) > 1:
                break
            position += 1
        self._still_open[opener] = (begin, position)
        return None

    def _is_needed(self, first: int, last: int) -> bool:
        """Whether the run of numbers outside goes through the lines inside: then the marks are wrong, not the run."""
        inside = [mark for line in self._lines[first + 1 : last + 1] if (mark := _outer(line.text)) is not None]
        if not inside:
            return False
        form = inside[0][0]
        after = self._next_outer(last + 1, form)
        return (
            _runs_on(self._outer_before(first, form), inside[0]) and after is not None and _runs_on(inside[-1], after)
        )

    def _outer_before(self, position: int, form: str) -> _Outer:
        """The last label of ``form`` up to ``position`` that is not quoted."""
        for here in range(self._outer_to, position + 1):
            found = None if self._quoted[here] else _outer(self._lines[here].text)
            if found is not None:
                self._outer[found[0]] = found
        self._outer_to = max(self._outer_to, position + 1)
        return self._outer.get(form, (form, 0, 0))

    def _next_outer(self, first: int, form: str) -> _Outer | None:
        """The next label of ``form``, if it comes before the next quotation."""
        for line in self._lines[first : first + _MOST_LINES]:
            found = _outer(line.text)
            if found is not None and found[0] == form:
                return found
            if _left_open(line.text, ""):
                return None
        return None

    def _last_unmarked(self, lead: int) -> int | None:
        """The last line of the articles quoted without marks behind a lead-in that names the first of them, or None.

        They run on among themselves and end where another number begins, with the run outside or anew.
        """
        lines, first = self._lines, lead + 1
        while first < len(lines) and read_group(lines[first].text) is not None:
            first += 1
        mark = read_article(lines[first].text) if first < len(lines) else None
        if mark is None or mark.label not in lines[lead].text:
            return None
        here, before = _outer(lines[first].text), self._outer_before(lead, "条")
        if here is None or _runs_on(before, here):
            return None
        for position in range(first + 1, len(lines)):
            found = _outer(lines[position].text)
            if found is None:
                continue
            if not _runs_on(here, found) or _runs_on(before, found):
                return position - 1
            here = found
        return len(lines) - 1


def _left_open(text: str, carried: str) -> str:
    """The opener that runs on into the next line, told by what stands before it; ``carried`` was open at the head."""
    if not carried and _MARKS.search(text) is None:
        return ""
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
