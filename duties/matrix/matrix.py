"""The matrix itself: matters as rows, levels as columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus import Level
from duties.duty import Duty
from duties.matrix.cell import OPEN, Cell, make_cell
from duties.matrix.scope import Scope
from duties.matrix.topic import Places, select_matters
from duties.matters import Matter, fingerprint

ALWAYS = (Level.NATIONAL, Level.PROVINCIAL, Level.MUNICIPAL, Level.COUNTY, Level.TOWNSHIP)
"""Columns that stand even when empty; the village's and the open one only where something stands in them."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One matter with its cells, one for each column; ``by_search`` when no word of the topic led to it."""

    matter: Matter
    cells: Mapping[Level | None, Cell]
    by_search: bool = False

    def as_row(self) -> dict[str, object]:
        """The row as a plain mapping: id, name, why, its duties' reasons, and the cells by level."""
        return {
            "id": self.matter.id,
            "name": self.matter.name,
            "why": self.matter.why,
            "found_by": "search" if self.by_search else "words",
            "duties": [
                {"fingerprint": fingerprint(m.duty), "matter": m.duty.matter, "why": m.reason.as_row()}
                for m in self.matter.members
            ],
            "cells": {level_key(level): cell.as_row() for level, cell in self.cells.items()},
        }


@dataclass(frozen=True, slots=True)
class Matrix:
    """Matters as rows, ``levels`` as columns, highest first; None (level left open), where it occurs, last."""

    levels: tuple[Level | None, ...]
    rows: tuple[MatrixRow, ...]
    topics: tuple[str, ...] = ()
    territory: str = ""
    notes: tuple[str, ...] = ()

    def as_rows(self) -> list[dict[str, str]]:
        """Plain rows with Chinese headings (事项, 省级, 市级 …), for tables and exports."""
        return [
            {"事项": row.matter.name} | {heading(level): row.cells[level].words for level in self.levels}
            for row in self.rows
        ]

    def as_json(self) -> dict[str, object]:
        """The matrix as the command prints it: topic, territory, levels, matters with their cells, notes."""
        return {
            "topic": list(self.topics),
            "territory": self.territory,
            "levels": [level_key(level) for level in self.levels],
            "notes": list(self.notes),
            "matters": [row.as_row() for row in self.rows],
        }


def heading(level: Level | None) -> str:
    """The column's heading for people.

    >>> heading(Level.COUNTY), heading(None)
    ('区县级', '层级未定')
    """
    return level.chinese if level is not None else OPEN


def level_key(level: Level | None) -> str:
    """The column's name in data.

    >>> level_key(Level.COUNTY), level_key(None)
    ('county', 'open')
    """
    return level.value if level is not None else "open"


def build_matrix(
    matters: Sequence[Matter], scope: Scope, topics: Sequence[str] = (), near: Places = (), notes: Sequence[str] = ()
) -> Matrix:
    """The matrix of the matters that are on one of the topics (all without one), of the duties within ``scope``."""
    within = scope.within(matters)
    chosen = select_matters(within, topics, near)
    by_words = {matter.id for matter in (select_matters(within, topics) if near else chosen)}
    placed = [(matter, _by_level(matter)) for matter in chosen]
    filled = {level for _, there in placed for level in there}
    order: tuple[Level | None, ...] = (*Level, None)
    levels = tuple(level for level in order if level in ALWAYS or level in filled)
    rows = tuple(
        MatrixRow(matter, {level: make_cell(level, there.get(level, ()), scope) for level in levels}, searched)
        for matter, there in placed
        for searched in (matter.id not in by_words,)
    )
    name = scope.territory.name if scope.territory is not None else ""
    return Matrix(levels, rows, tuple(topics), name, tuple(notes))


def _by_level(matter: Matter) -> dict[Level | None, list[Duty]]:
    placed: dict[Level | None, list[Duty]] = {}
    for duty in matter.duties:
        for level in duty.levels or (None,):
            placed.setdefault(level, []).append(duty)
    return placed
