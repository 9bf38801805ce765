"""Canonical names (规范机构名): what a department is called now, after short names and 机构改革 are seen through.

环保局, 环境保护主管部门 and 生态环境部门 are one department; 工商、质监、食药 became 市场监督管理部门 in 2018. The
table ``renames`` holds the short names (undated) and the reforms (each with its month and its basis).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from duties.table import Row, read_table
from duties.tiers import name_bodies

_BASE = "部门|机关|局|厅|部|署"
_HEAD = re.compile(rf"(?:{_BASE})$")
_OFFICE = ("行政主管", "行政管理", "主管", "行政", "管理")
_DEPARTMENT = re.compile(r"(?P<stem>.{2,}?)(?:行政主管|主管|行政管理|行政)?(?:部门|局|厅)$")
_UNNAMED = re.compile(r"有关|相关|相应|其他|所属|下属|职能|业务|办公|的")
_GENERAL = re.compile(r"(?:行政|管理|监督|监督管理|审批|执法|主管|综合管理|许可|登记|发证|审核)(?:主管)?部门")
_PLACE = re.compile(r"^(?:[一-龥]{2,8}?(?:自治区|自治州|省|市))?(?:[一-龥]{1,8}?[区县市])?")
_STEPS = 8
"""No department was renamed more often; a table that went in circles must end all the same."""


@dataclass(frozen=True, slots=True)
class Rename:
    """One row: names with one of the stems are called ``successors``, from ``since`` on (None: a mere short name)."""

    name: str
    successors: tuple[str, ...]
    stem: re.Pattern[str]
    heads: re.Pattern[str]
    since: date | None
    reform: str

    def matches(self, body: str) -> bool:
        """Whether ``body`` (without level words) is one of this row's names."""
        return any(self.stem.fullmatch(stem) for stem in _stems(body, self.heads))


@dataclass(frozen=True, slots=True)
class Succession:
    """One step by which ``old`` became ``new``, with the month and the basis of the reform."""

    old: str
    new: tuple[str, ...]
    since: date
    reform: str


def canonical(body: str, on: date | None = None) -> tuple[str, ...]:
    """What ``body`` is called on the day ``on`` (None: now), without level words; several names where it was divided.

    A body the table does not know keeps its name; 局, 厅, 行政主管部门 all become 部门. The months are those of the
    central reform: a place may have followed up to a year later.

    >>> canonical("市环境保护局"), canonical("市环境保护局", date(2015, 1, 1))
    (('生态环境部门',), ('环境保护部门',))
    >>> canonical("文广新局")
    ('文化和旅游部门', '广播电视部门', '新闻出版部门')
    >>> canonical("街道办事处")
    ('街道办事处',)
    """
    day = on or date.max
    return _canonical(body, tuple(row.since is None or row.since <= day for row in renames()))


def succession(body: str) -> tuple[Succession, ...]:
    """The reforms through which ``body`` came to its name of today, oldest first; empty where there was none.

    >>> [(str(step.since), step.new) for step in succession("卫生行政部门")]
    [('2013-03-01', ('卫生和计划生育部门',)), ('2018-03-01', ('卫生健康部门',))]
    """
    days = sorted({row.since for row in renames() if row.since is not None})
    names = canonical(body, date.min)
    steps: list[Succession] = []
    for day in days:
        for name in names:
            row = _renamed(name, day)
            if row is not None and row.since == day:
                steps.append(Succession(name, row.successors, day, row.reform))
        names = tuple(dict.fromkeys(new for name in names for new in canonical(name, day)))
    return tuple(steps)


def is_same_department(one: str, other: str, on: date | None = None) -> bool:
    """Whether two names mean one department on that day, or one of them became (part of) the other.

    >>> is_same_department("市环保局", "生态环境主管部门"), is_same_department("公安部门", "民政部门")
    (True, False)
    """
    return bool(set(canonical(one, on)) & set(canonical(other, on)))


@lru_cache(maxsize=1)
def renames() -> tuple[Rename, ...]:
    """The rows of the table: short names first, then the reforms in the order of their months."""
    rows = [_rename(row) for row in read_table("renames")]
    return tuple(sorted(rows, key=lambda row: row.since or date.min))


def _rename(row: Row) -> Rename:
    assert isinstance(row.value, tuple)
    since = row.fields.get("since")
    heads = re.compile(rf"(?:{_BASE}|{row.fields['heads']})$") if "heads" in row.fields else _HEAD
    day = date(int(since[:4]), int(since[5:7]), 1) if since else None
    return Rename(row.name, row.value, re.compile(row.pattern), heads, day, row.fields.get("reform", ""))


def _stems(body: str, heads: re.Pattern[str]) -> Iterator[str]:
    """环境保护行政主管部门: itself, 环境保护行政主管, 环境保护."""
    yield body
    head = heads.search(body)
    if head is None or head.start() == 0:
        return
    stem = body[: head.start()]
    yield stem
    yield from (stem.removesuffix(office) for office in _OFFICE if stem.endswith(office) and stem != office)


def _renamed(name: str, day: date) -> Rename | None:
    return next((row for row in renames() if (row.since or date.min) <= day and row.matches(name)), None)


@lru_cache(maxsize=16384)
def _canonical(body: str, valid: tuple[bool, ...]) -> tuple[str, ...]:
    rows = tuple(row for row, holds in zip(renames(), valid, strict=True) if holds)
    names = [name for named in name_bodies(body) for name in _follow(_plain(named.name), rows, _STEPS)]
    return tuple(dict.fromkeys(names)) or (body,)


def _follow(name: str, rows: tuple[Rename, ...], steps: int) -> Iterator[str]:
    known = [row for row in rows if row.matches(name)]
    placeless = _PLACE.sub("", name)
    if not known and placeless != name and any(row.matches(placeless) for row in rows):
        yield from _follow(placeless, rows, steps)
        return
    row = next((row for row in known if row.successors != (name,)), None)
    if row is None or not steps:
        yield name if known else _department(name)
        return
    for successor in row.successors:
        yield from _follow(successor, rows, steps - 1)


def _plain(name: str) -> str:
    """``name`` without a note in brackets and without the party committee before it (市委宣传部)."""
    return re.sub(r"^委(?=.{2,}(?:部|办|办公室|委员会)$)", "", re.sub(r"（[^（）]*）$", "", name)) or name


def _department(name: str) -> str:
    """民政局, 民政行政主管部门: 民政部门. Words that name no department stay as they are."""
    match = _DEPARTMENT.match(name)
    if match is None or _UNNAMED.search(name) or _GENERAL.fullmatch(name):
        return name
    return f"{match['stem']}部门"
