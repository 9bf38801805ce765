"""The matrix matter × level (事项×层级) as tables: the grid for people, and every entry with its provisions."""

from __future__ import annotations

from duties import Matrix
from ui.exports.table import Table

MATTER = "事项"
NAME = "事项层级矩阵"
ENTRIES = ("事项", "层级", "机构", "原文写法", "职责类型", "依据", "原文", "归入理由")


def matrix_table(matrix: Matrix) -> Table:
    """Matters as rows, levels as columns, in each cell the bodies with their roles, or why it is empty."""
    rows = matrix.as_rows()
    header = tuple(rows[0]) if rows else (MATTER,)
    return Table(NAME, header, tuple(tuple(row.get(name, "") for name in header) for row in rows))


def matrix_provisions(matrix: Matrix) -> Table:
    """One row for each body, role and provision in the matrix, with the citation and the words."""
    rows: list[tuple[str, ...]] = []
    for row in matrix.rows:
        reasons = {id(member.duty): member.reason.chinese for member in row.matter.members}
        for level in matrix.levels:
            name = level.chinese if level is not None else "层级未定"
            for entry in row.cells[level].entries:
                start = (row.matter.name, name, entry.body)
                rows += [
                    (*start, duty.bearer, entry.role.chinese, citation, duty.quote, reasons[id(duty)])
                    for duty, citation in zip(entry.duties, entry.citations, strict=True)
                ]
    return Table("事项依据", ENTRIES, tuple(rows))
