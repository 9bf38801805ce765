"""Level prefix (层级词): the words before a body's name that say at which level, and in which place, it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus import Level, gazetteer
from duties.table import read_table

_LEVEL = re.compile("|".join(f"(?P<r{i}>{row.pattern})" for i, row in enumerate(read_table("levels"))))
_VALUES = tuple(row.value for row in read_table("levels"))
_JOIN = re.compile(r"、|和|或者|或|以及|与|及")
_POINTING = re.compile(r"各|该|其|有关的?|相关的?|沿海|沿江|沿线|沿岸|沿湖|边境|本行政区域内?的?")
_LYING = re.compile(
    r"[^，。；：]{0,40}?(?:所在地|流域内?|区域内|辖区内?|移民区|(?:发生|停留|起运|登记|注册|使用|经营|调出|调入|输出|输入|销售|施工|户籍)地)的?"
)
_LOCATED = re.compile(r"[^，。；：]{0,40}?所在地的?")
_GOVERNMENT = re.compile(r"(?:人民)?政府$")
_NO_PLACE = re.compile(r"[场政容民]")
"""What makes 杭州市场… no place: the sign after its name goes on with another word."""
_NAMED = re.compile(
    r"(?!设区|城市)[一-龥]{2,4}(?:市|区|县)(?=(?:人民)?政府|公安|[一-龥]{2,8}(?:主管|行政)部门)"
    r"(?<![城级个的些]市)(?<![新景园社地城]区)"
)
"""A place in no list of divisions, told by the end of its name."""


@lru_cache(maxsize=32768)
def split_level(words: str) -> tuple[tuple[str, ...], str]:
    """The values of the level words that begin ``words``, and the rest; words for a place are stepped over.

    >>> split_level("市和区、县（市）人民政府")
    (('municipal', 'county'), '人民政府')
    >>> split_level("沿海县级以上地方人民政府"), split_level("西湖区人民政府")
    ((('local',), '人民政府'), (('county',), '人民政府'))
    >>> split_level("市场监督管理部门")
    ((), '市场监督管理部门')
    """
    marks: list[str] = []
    position = 0
    while (step := _step(words, position)) is not None and step[1] <= len(words):
        marks.extend(step[0])
        moved, position = step[1] > position, step[1]
        join = _JOIN.match(words, position)
        if join is not None and _step(words, join.end()) is not None:
            position = join.end()
        elif not moved:
            break
    return _located(words, tuple(marks), position)


def _step(words: str, at: int) -> tuple[tuple[str, ...], int] | None:
    """The values of one level word at ``at`` (behind words for a place), and where it ends."""
    for start in _starts(words, at):
        match = _LEVEL.match(words, start)
        if match is not None:
            value = _VALUES[int(str(match.lastgroup)[1:])]
            return (value,) if isinstance(value, str) else value, match.end()
        named = _place(words, start)
        if named is not None:
            return named
    return None


def _starts(words: str, at: int) -> Iterator[int]:
    yield at
    pointing = _POINTING.match(words, at)
    if pointing is not None:
        yield pointing.end()
    lying = _LYING.match(words, at)
    while lying is not None:
        yield lying.end()
        further = _LYING.match(words, lying.end())
        lying = further if further is not None and further.end() > lying.end() else None


def _place(words: str, at: int) -> tuple[tuple[str, ...], int] | None:
    """A place by its name: 海南省, 义乌市 (a county), 西湖区."""
    found = gazetteer().starting(words[at : at + 24])
    if found and len(found[0].name) > 2:
        end = at + sum(map(len, _spelled(words[at:], found[0].chain)))
        levels = {territory.level for territory in found}
        if len(levels) == 1 and words.startswith(found[0].name, end - len(found[0].name)):
            return None if _NO_PLACE.match(words, end) else ((found[0].level.value,), end)
    match = _NAMED.match(words, at)
    if match is None:
        return None
    return ((Level.MUNICIPAL if match[0].endswith("市") else Level.COUNTY).value,), match.end()


def _spelled(words: str, chain: tuple[str, ...]) -> Iterator[str]:
    """The names of ``chain`` that stand in ``words``, one after the other."""
    for name in chain:
        if words.startswith(name):
            words = words[len(name) :]
            yield name


def _located(words: str, marks: tuple[str, ...], position: int) -> tuple[tuple[str, ...], str]:
    """所在地人民政府: the government of wherever it is, below the text's own level."""
    if marks:
        return marks, words[position:]
    match = _LOCATED.match(words, position)
    stop = match.end() if match is not None and match.end() < len(words) else position
    return (("located",) if stop and _GOVERNMENT.match(words, stop) else ()), words[stop:]
