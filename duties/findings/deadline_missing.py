"""deadline.missing (时限缺失): a task that a list or a policy must date has no date.

What practice demands, and what counts here:

- A task table or 责任清单 with a column for the time (完成时限, 办理时限) dates every row: 长期, 每月, 持续推进
  are times too. An empty cell, or one that puts it off (待定, 另行通知), is a finding if at least half of the rows
  of the list, and two or more, are dated; where most cells are empty the column is not in use.
- A row for a 行政许可 has its time whatever the other rows have: 行政许可法 第四十二条 sets one for every permit.
- Measures of a policy with notes （牵头单位：…；完成时限：…）: the same as the rows of a list.

A list without such a column dates nothing and gives no finding: the usual columns of a 权责清单 hold none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus import ColumnRole, EId, Provision, ProvisionKind, column_roles
from duties.findings.finding import Finding
from duties.findings.kinds import FindingKind
from duties.findings.reading import Reading

_PUT_OFF = re.compile(r"[\s—\-－/／、]*|待定|待明确|待确定|另行(?:通知|确定|明确)|未定|暂无|无")
_PERMIT = re.compile(r"行政许可|行政审批|许可")
_FIELD = re.compile(r"(?:^|[；;（(。\n])\s*(?P<name>[^：:；;。，（()\n]{2,8})[：:](?P<value>[^；;）)。\n]*)")
_BEARERS = frozenset({ColumnRole.LEAD, ColumnRole.RESPONSIBLE})
_NAMES = (ColumnRole.MATTER, ColumnRole.DUTY, ColumnRole.SUBMATTER)
_ENOUGH = 2
_LONGEST = 30


@dataclass(frozen=True, slots=True)
class _Task:
    """A row or a measure: who is to do what, and by when (empty: not said)."""

    eid: EId
    name: str
    bearers: tuple[str, ...]
    when: str
    is_permit: bool = False

    @property
    def is_dated(self) -> bool:
        return _PUT_OFF.fullmatch(self.when) is None


def find(readings: Sequence[Reading]) -> Iterator[Finding]:
    """One finding for each row or measure without a time among its likes that have one.

    A row of a 责任清单 whose 完成时限 is empty is one; 长期 is a time; a list without the column has none.
    """
    for reading in readings:
        for tasks in (*_lists(reading), tuple(_measures(reading))):
            dated = [task for task in tasks if task.is_dated]
            in_use = len(dated) >= _ENOUGH and 2 * len(dated) >= len(tasks)
            for task in tasks:
                if not task.is_dated and (in_use or task.is_permit):
                    yield _finding(reading, task, len(dated), len(tasks))


def _lists(reading: Reading) -> Iterator[tuple[_Task, ...]]:
    """The rows of each table that has a column for the time and names who is to do the task."""
    tables: dict[tuple[EId | None, tuple[str, ...]], list[Provision]] = {}
    for row in reading.read.version.provisions:
        if row.kind is ProvisionKind.ROW and row.cells:
            tables.setdefault((row.parent, tuple(name for name, _ in row.cells)), []).append(row)
    for (_, names), rows in tables.items():
        roles = column_roles(names)
        if ColumnRole.DEADLINE in roles.values() and _BEARERS & set(roles.values()):
            tasks = (_row(row, roles) for row in rows)
            yield tuple(task for task in tasks if task.name and task.bearers)


def _row(row: Provision, roles: Mapping[str, ColumnRole]) -> _Task:
    def cells(*wanted: ColumnRole) -> list[str]:
        return [words.strip() for name, words in row.cells if roles.get(name) in wanted and words.strip()]

    return _Task(
        row.eid,
        next(iter(cells(*_NAMES)), ""),
        tuple(cells(*_BEARERS)),
        "".join(cells(ColumnRole.DEADLINE)),
        is_permit=any(map(_PERMIT.search, cells(ColumnRole.TYPE))),
    )


def _measures(reading: Reading) -> Iterator[_Task]:
    """The measures of a policy text whose notes name who is to do them."""
    for paragraph in reading.paragraphs:
        fields = [
            (column_roles((name,)).get(name), match["value"].strip())
            for match in _FIELD.finditer(paragraph.text)
            if (name := match["name"].strip())
        ]
        bearers = tuple(words for role, words in fields if role in _BEARERS and words)
        if bearers:
            when = "".join(words for role, words in fields if role is ColumnRole.DEADLINE)
            yield _Task(paragraph.eid, paragraph.text.strip().partition("。")[0], bearers, when)


def _finding(reading: Reading, task: _Task, dated: int, total: int) -> Finding:
    name = task.name if len(task.name) <= _LONGEST else task.name[:_LONGEST] + "……"
    reason = "行政许可应当写明办理期限" if task.is_permit else f"{total}项任务中{dated}项写明了时限"
    said = f"只写“{task.when}”" if task.when else "没有写明时限"
    why = f"“{name}”{said}，而{reason}。"
    return Finding(FindingKind.DEADLINE_MISSING, reading.doc, reading.read.version.id, task.eid, (), task.bearers, why)
