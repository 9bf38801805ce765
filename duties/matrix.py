"""Matrix (事项×层级矩阵): for each matter and level, which bodies stand there and in which role."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus import Level
from duties.duty import Duty
from duties.matters import Matter, group_matters, matter_terms

OPEN = "层级未定"
"""The heading of duties whose text leaves the level open."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The duties of one matter at one level (None: level left open)."""

    level: Level | None
    duties: tuple[Duty, ...]

    @property
    def words(self) -> str:
        """Bodies with their roles, as a table shows them: 民政部门（牵头负责）；财政部门（领导保障）."""
        roles: dict[str, list[str]] = {}
        for duty in self.duties:
            for body in duty.bodies:
                roles.setdefault(body, []).append(duty.role.chinese)
        return "；".join(f"{body}（{'、'.join(dict.fromkeys(names))}）" for body, names in roles.items())


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One matter with its cells; levels without any duty have none."""

    matter: Matter
    cells: Mapping[Level | None, Cell]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Matters as rows, ``levels`` as columns, highest first; None, where it occurs, last."""

    levels: tuple[Level | None, ...]
    rows: tuple[MatrixRow, ...]

    def as_rows(self) -> list[dict[str, str]]:
        """Plain rows with Chinese headings (事项, 省级, 市级 …), for tables and exports."""
        return [
            {"事项": row.matter.name}
            | {_heading(level): row.cells[level].words if level in row.cells else "" for level in self.levels}
            for row in self.rows
        ]


def build_matrix(duties: Iterable[Duty], topic: str = "") -> Matrix:
    """The matrix of ``duties``; with a ``topic`` (养老服务) only of matters that share words with it, nearest first."""
    matters = group_matters(duties)
    wanted = matter_terms(topic) if topic else frozenset()
    if topic:
        near = [matter for matter in matters if wanted & matter.words]
        matters = tuple(sorted(near, key=lambda matter: -len(wanted & matter.words)))
    rows = tuple(MatrixRow(matter, _cells(matter)) for matter in matters)
    present = {level for row in rows for level in row.cells}
    order: tuple[Level | None, ...] = (*Level, None)
    return Matrix(tuple(level for level in order if level in present), rows)


def _cells(matter: Matter) -> dict[Level | None, Cell]:
    placed: dict[Level | None, list[Duty]] = {}
    for duty in matter.duties:
        for level in duty.levels or (None,):
            placed.setdefault(level, []).append(duty)
    return {level: Cell(level, tuple(there)) for level, there in placed.items()}


def _heading(level: Level | None) -> str:
    return level.chinese if level is not None else OPEN
