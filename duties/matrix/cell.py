"""Cell (格): the bodies of one matter at one level with their roles and provisions, or why nothing stands there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus import Level, cite
from duties.canonical import canonical
from duties.duty import Duty, Role
from duties.matrix.scope import Scope

OPEN = "层级未定"
"""The heading of duties whose text leaves the level open."""


class CellState(StrEnum):
    """Whether somebody stands in the cell, and if not, whether the corpus could tell."""

    FILLED = "filled"
    NO_RULE = "no_rule"
    NO_TEXT = "no_text"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Entry:
    """One body in one role: ``names`` as it is called today, ``written`` as the texts write it, the duties it has."""

    names: tuple[str, ...]
    written: tuple[str, ...]
    role: Role
    duties: tuple[Duty, ...]
    citations: tuple[str, ...]

    @property
    def body(self) -> str:
        """The name of today; a department that was divided is called by all its successors."""
        return "／".join(self.names)

    @property
    def words(self) -> str:
        """Body and role, with the written name where it is another: 生态环境部门〔环境保护主管部门〕（牵头负责）."""
        former = [name for name in self.written if name not in self.names]
        note = f"〔{'、'.join(former)}〕" if former else ""
        return f"{self.body}{note}（{self.role.chinese}）"

    def as_row(self) -> dict[str, object]:
        """The entry as a plain mapping, each duty with its citation."""
        return {
            "body": self.written[0],
            "written": list(self.written),
            "canonical": list(self.names),
            "role": self.role.value,
            "citations": [
                {
                    "doc": duty.doc,
                    "version": duty.version_id,
                    "eid": str(duty.eid),
                    "citation": citation,
                    "bearer": duty.bearer,
                    "quote": duty.quote,
                }
                for duty, citation in zip(self.duties, self.citations, strict=True)
            ],
        }


@dataclass(frozen=True, slots=True)
class Cell:
    """``level`` None: left open by the text. ``note`` says why an empty cell is empty."""

    level: Level | None
    state: CellState
    entries: tuple[Entry, ...] = ()
    note: str = ""

    @property
    def words(self) -> str:
        """The cell as one text: bodies with their roles, or the note."""
        return "；".join(entry.words for entry in self.entries) or self.note

    def as_row(self) -> dict[str, object]:
        """The cell as a plain mapping."""
        return {"state": self.state.value, "note": self.note, "entries": [entry.as_row() for entry in self.entries]}


def make_cell(level: Level | None, duties: Sequence[Duty], scope: Scope) -> Cell:
    """The cell of ``level``: leaders first, then by role and by how often a body is named."""
    if duties:
        return Cell(level, CellState.FILLED, _entries(duties, scope))
    if level is None:
        return Cell(level, CellState.NONE)
    count = scope.counts.get(level, 0)
    if not count:
        return Cell(level, CellState.NO_TEXT, note="本级无文本在库")
    return Cell(level, CellState.NO_RULE, note=f"在库 {count} 件，未见规定")


def _entries(duties: Iterable[Duty], scope: Scope) -> tuple[Entry, ...]:
    found: dict[tuple[tuple[str, ...], Role], list[tuple[str, Duty]]] = {}
    for duty in duties:
        for body in dict.fromkeys(duty.bodies or (duty.bearer,)):
            found.setdefault((canonical(body), duty.role), []).append((body, duty))
    entries = [_entry(names, role, there, scope) for (names, role), there in found.items()]
    roles = tuple(Role)
    return tuple(sorted(entries, key=lambda one: (roles.index(one.role), -len(one.duties), one.names)))


def _entry(names: tuple[str, ...], role: Role, there: Sequence[tuple[str, Duty]], scope: Scope) -> Entry:
    count = Counter(body for body, _ in there)
    written = tuple(sorted(count, key=lambda body: (-count[body], body)))
    duties = tuple({id(duty): duty for _, duty in there}.values())
    return Entry(names, written, role, duties, tuple(_citation(duty, scope) for duty in duties))


def _citation(duty: Duty, scope: Scope) -> str:
    text = scope.texts.get(duty.version_id)
    return cite(duty.doc, duty.eid, text.version if text is not None else None)
