"""Columns of responsibility lists (清单列): what each column of a 权责清单 or task table holds, told by its name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

import yaml

from corpus.claim import Claim, ClaimSource
from corpus.errors import ClaimError
from corpus.version import Version

COLUMN_FIELD = "column"
"""The field of a claim that says what a column holds: its value is 牵头单位=lead."""


class ColumnRole(StrEnum):
    """What a column holds. ``NONE`` is for a column that a user takes out of the reading."""

    NUMBER = "number"
    CODE = "code"
    TYPE = "type"
    LEVEL = "level"
    MATTER = "matter"
    SUBMATTER = "submatter"
    DUTY = "duty"
    LEAD = "lead"
    RESPONSIBLE = "responsible"
    COOPERATE = "cooperate"
    BASIS = "basis"
    DEADLINE = "deadline"
    LIABILITY = "liability"
    NOTE = "note"
    NONE = "none"

    @property
    def chinese(self) -> str:
        """The role in the words of the lists.

        >>> ColumnRole.LEAD.chinese
        '牵头单位'
        """
        return _CHINESE[self]


_CHINESE = {
    ColumnRole.NUMBER: "序号",
    ColumnRole.CODE: "编码",
    ColumnRole.TYPE: "类型",
    ColumnRole.LEVEL: "层级",
    ColumnRole.MATTER: "事项",
    ColumnRole.SUBMATTER: "子项",
    ColumnRole.DUTY: "职责内容",
    ColumnRole.LEAD: "牵头单位",
    ColumnRole.RESPONSIBLE: "责任单位",
    ColumnRole.COOPERATE: "配合单位",
    ColumnRole.BASIS: "依据",
    ColumnRole.DEADLINE: "时限",
    ColumnRole.LIABILITY: "追责情形",
    ColumnRole.NOTE: "备注",
    ColumnRole.NONE: "不采用",
}
_STAND_INS = (ColumnRole.DUTY, ColumnRole.SUBMATTER)
_INNER = frozenset({ColumnRole.LEAD, ColumnRole.COOPERATE, ColumnRole.RESPONSIBLE})
_BRACKETS = re.compile(r"[（(]([^（）()]*)[）)]")


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """A row of the table: names that match ``pattern`` have ``role``."""

    role: ColumnRole
    pattern: re.Pattern[str]
    must: tuple[str, ...]
    must_not: tuple[str, ...]


@cache
def column_table() -> tuple[ColumnRow, ...]:
    """The rows of ``list_columns.yaml`` in their order; the first that matches decides."""
    rows = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    return tuple(
        ColumnRow(ColumnRole(r["role"]), re.compile(r["pattern"].strip()), tuple(r["must"]), tuple(r["must_not"]))
        for r in rows
    )


def column_roles(columns: Sequence[str], claims: Iterable[Claim] = ()) -> Mapping[str, ColumnRole]:
    """The roles of the columns that are known by name; what a user claims of a column wins over the table.

    Without a column that names the matter, the one that tells the duty (责任事项, 具体举措) names it.

    >>> roles = column_roles(("序号", "职责事项", "牵头单位", "甲方", "责任事项"))
    >>> [f"{name} {role.value}" for name, role in roles.items()]
    ['序号 number', '职责事项 matter', '牵头单位 lead', '责任事项 duty']
    """
    found = dict(_by_name(tuple(columns)))
    found.update({name: role for name, role in claimed_roles(claims).items() if name in columns})
    return {name: role for name, role in found.items() if role is not ColumnRole.NONE}


def claimed_roles(claims: Iterable[Claim]) -> dict[str, ColumnRole]:
    """What users say of columns, one a line; the last word counts, a word that is no role is passed over.

    >>> claimed_roles([Claim("column", "甲方=牵头单位", ClaimSource.USER, "user")])["甲方"].value
    'lead'
    """
    said = (c.value for c in claims if c.field == COLUMN_FIELD and c.source is ClaimSource.USER)
    pairs = (_read_line(line) for value in said for line in value.splitlines())
    return {name: role for name, role in pairs if role is not None}


def check_columns(value: str) -> str:
    """A correction in its one form, 列名=用途 on each line; raises ClaimError for a use that there is not."""
    kept: list[str] = []
    for line in filter(str.strip, value.splitlines()):
        name, role = _read_line(line)
        if role is None or not name:
            uses = "、".join(role.chinese for role in ColumnRole)
            raise ClaimError("没有这个列用途", place=line.strip(), remedy=f"请写成“列名=用途”，用途可选：{uses}")
        kept.append(f"{name}={role.value}")
    return "\n".join(kept)


def _read_line(line: str) -> tuple[str, ColumnRole | None]:
    name, _, written = line.rpartition("=")
    return name.strip(), next((role for role in ColumnRole if written.strip() in (role.value, role.chinese)), None)


def version_columns(version: Version) -> tuple[tuple[str, ...], ...]:
    """The names of the columns of every list and table in a version, each set once, in the order of the text."""
    return tuple(dict.fromkeys(tuple(name for name, _ in p.cells) for p in version.provisions if p.cells))


def roles_of(version: Version, claims: Iterable[Claim] = ()) -> Mapping[str, ColumnRole]:
    """The roles of all columns in a version, as a user sees and corrects them."""
    kept = tuple(claims)
    found: dict[str, ColumnRole] = {}
    for columns in version_columns(version):
        for name, role in column_roles(columns, kept).items():
            found.setdefault(name, role)
    return found


@lru_cache(maxsize=256)
def _by_name(columns: tuple[str, ...]) -> Mapping[str, ColumnRole]:
    roles = {name: role for name in columns if (role := _role(name)) is not None}
    if ColumnRole.MATTER not in roles.values():
        for wanted in _STAND_INS:
            name = next((name for name, role in roles.items() if role is wanted), None)
            if name is not None:
                roles[name] = ColumnRole.MATTER
                break
    return roles


def _role(name: str) -> ColumnRole | None:
    """The role of one name; in 责任单位（牵头） what the brackets say of the body decides."""
    plain = re.sub(r"[\s*＊]+", "", name)
    outer, inner = _BRACKETS.sub("", plain), "".join(_BRACKETS.findall(plain))
    within = _match(inner) if inner else None
    return within if within in _INNER else _match(outer) or within


def _match(name: str) -> ColumnRole | None:
    return next((row.role for row in column_table() if row.pattern.fullmatch(name)), None)
