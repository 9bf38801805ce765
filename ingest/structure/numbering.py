"""Numbering (序号连续性): the run of article numbers through the whole text decides which labels are articles.

A label that goes on from the last one is an article. One that does not is an article too where it plainly looks like
one (a gap, a repeat), but a quotation where its number has its place elsewhere and the run goes on behind it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from corpus import Remark, RemarkKind, write_numeral
from ingest.line import Line
from ingest.marks import ArticleMark

_Number = tuple[int, int]
# How many labels a quotation inside the run may hold; a second text behind the first is longer or begins at 1.
_QUOTED_LABELS = 12


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that could open an article, at ``position`` among the lines of the text."""

    position: int
    line: Line
    mark: ArticleMark

    @property
    def number(self) -> _Number:
        """第六条之一 as (6, 1)."""
        base, _, insert = self.mark.number.partition("-")
        return int(base), int(insert or 0)

    @property
    def is_certain(self) -> bool:
        """Whether the label is an article by itself, wherever its number stands."""
        return self.mark.is_certain and self.line.opens_block


@dataclass(frozen=True, slots=True)
class Run:
    """The candidates that are articles, and what is odd about their numbers."""

    articles: tuple[Candidate, ...]
    warnings: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


def choose_articles(candidates: Sequence[Candidate]) -> Run:
    """The articles of a text: the reading of its labels in which the numbers run on."""
    numbers = [candidate.number for candidate in candidates]
    places: dict[_Number, list[int]] = {}
    for index, number in enumerate(numbers):
        places.setdefault(number, []).append(index)
    chosen: list[Candidate] = []
    warnings: list[str] = []
    remarks: list[Remark] = []
    last, seen, skip_to = (0, 0), {(0, 0)}, 0
    for index, candidate in enumerate(candidates):
        number = numbers[index]
        runs_on = _runs_on(last, number)
        if not runs_on and (not candidate.is_certain or index < skip_to):
            continue
        if not runs_on:
            resumes = _resumption(numbers, places, index, last, number in seen)
            if resumes:
                skip_to = resumes
                warnings.append(_tell_quotation(last, candidate))
                remarks.append(_doubt(last, candidate))
                continue
            warnings.extend(_tell_break(last, number))
        chosen.append(candidate)
        last = number
        seen.add(number)
    return Run(tuple(chosen), tuple(warnings), tuple(remarks))


def _resumption(
    numbers: Sequence[_Number], places: dict[_Number, list[int]], index: int, last: _Number, is_seen: bool
) -> int:
    """Where the run goes on behind the labels from ``index`` that are out of it; 0 where they are no quotation.

    They are one only if every number in them has been seen or comes again in the run; a lost article is worse than
    one too many.
    """
    number = numbers[index]
    if number[0] == 1 or last in (number, (0, 0)):
        return 0
    following = places.get((last[0] + 1, 0), ())
    after = bisect_right(following, index)
    end = following[after] if after < len(following) else 0
    if not end or end - index > _QUOTED_LABELS:
        return 0
    if is_seen:
        return end
    again = places[number]
    comes_again = again[-1] > end and number > numbers[end]
    return end if comes_again else 0


def _runs_on(last: _Number, number: _Number) -> bool:
    return number in ((last[0] + 1, 0), (last[0], last[1] + 1))


def _tell_break(last: _Number, number: _Number) -> tuple[str, ...]:
    if number[0] <= 1:
        return ()
    if last == (0, 0):
        return (f"条文从{write_article(*number)}开始",)
    if number > last:
        return (f"条文编号不连续：{write_article(*last)}之后是{write_article(*number)}",)
    return (f"条文编号倒退：{write_article(*last)}之后是{write_article(*number)}",)


def _tell_quotation(last: _Number, candidate: Candidate) -> str:
    here = write_article(*last)
    return f"{here}之后另有一行以“{candidate.mark.label}”开头，编号不连续，按{here}的内容收录"


def _doubt(last: _Number, candidate: Candidate) -> Remark:
    note = f"读法一：“{candidate.mark.label}”是引文，属于{write_article(*last)}（已采用）；读法二：它是编号有误的条文"
    start = candidate.line.start
    return Remark(RemarkKind.DOUBT, start, start + len(candidate.mark.label), note)


def write_article(base: int, insert: int = 0) -> str:
    """The label of an article.

    >>> write_article(6, 1)
    '第六条之一'
    """
    written = write_numeral(base) if base < 10_000 else str(base)
    return f"第{written}条" + (f"之{write_numeral(insert)}" if insert else "")
