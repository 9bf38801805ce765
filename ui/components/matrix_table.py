"""The matrix matter × level (事项×层级) as HTML: leaders in bold, empty levels with their reason, bodies as links."""

from __future__ import annotations

from collections.abc import Mapping

from corpus import Level
from duties import Cell, CellState, Duty, Entry, Matrix, MatrixRow, Reason, Role
from ui.components.citation_link import provision_address
from ui.components.markup import escaped

OPEN = "层级未定"
SHOWN = 4
"""Provisions of one body that are links of their own; the rest are counted."""
_EMPTY = {CellState.NO_RULE: "gap", CellState.NO_TEXT: "away", CellState.NONE: ""}


def matrix_html(matrix: Matrix) -> str:
    """The matrix as HTML, escaped."""
    heads = "".join(f"<th>{level.chinese if level else OPEN}</th>" for level in matrix.levels)
    lines = []
    for row in matrix.rows:
        reasons = {id(member.duty): member.reason for member in row.matter.members}
        cells = "".join(_cell_html(row.cells[level], level, reasons) for level in matrix.levels)
        why = escaped(row.matter.why)
        lines.append(f'<tr><th title="{why}">{escaped(row.matter.name)}{_marks(row)}</th>{cells}</tr>')
    head = f"<thead><tr><th>事项</th>{heads}</tr></thead>"
    return f'<div class="qz-scroll"><table class="qz-matrix">{head}<tbody>{"".join(lines)}</tbody></table></div>'


def _marks(row: MatrixRow) -> str:
    edits = escaped("；".join(row.matter.edits))
    changed = f' <span class="role" title="{edits}">已调整</span>' if edits else ""
    return changed + (' <span class="role">按语义检索</span>' if row.by_search else "")


def _cell_html(cell: Cell, level: Level | None, reasons: Mapping[int, Reason]) -> str:
    if cell.state is not CellState.FILLED:
        return f'<td class="{_EMPTY[cell.state]}">{escaped(cell.note)}</td>'
    return f"<td>{''.join(_entry_html(entry, reasons) for entry in cell.entries)}</td>"


def _entry_html(entry: Entry, reasons: Mapping[int, Reason]) -> str:
    name = f"<b>{escaped(entry.body)}</b>" if entry.role is Role.LEAD else escaped(entry.body)
    first = _link(entry.duties[0], entry.citations[0], reasons, name)
    former = [word for word in entry.written if word not in entry.names]
    written = f' <span class="former">〔{escaped("、".join(former))}〕</span>' if former else ""
    others = zip(entry.duties[1:SHOWN], entry.citations[1:SHOWN], strict=True)
    more = "".join(
        f" {_link(duty, citation, reasons, str(number))}" for number, (duty, citation) in enumerate(others, 2)
    )
    rest = len(entry.duties) - SHOWN
    more += f' <span class="role">等 {len(entry.duties)} 处</span>' if rest > 0 else ""
    return f'<div>{first}{written} <span class="role">{entry.role.chinese}</span>{more}</div>'


def _link(duty: Duty, citation: str, reasons: Mapping[int, Reason], label: str) -> str:
    address = escaped(provision_address(duty.version_id, duty.eid))
    title = escaped(f"{citation}\n{duty.quote}\n{reasons[id(duty)].chinese}").replace("\n", "&#10;")
    return f'<a href="{address}" target="_blank" title="{title}">{label}</a>'
