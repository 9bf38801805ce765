"""The matrix matter × level (事项×层级) as a table for people."""

from __future__ import annotations

from duties import Matrix
from ui.exports.table import Table

MATTER = "事项"


def matrix_table(matrix: Matrix) -> Table:
    """Matters as rows, levels as columns, in each cell the bodies with their roles."""
    rows = matrix.as_rows()
    header = tuple(rows[0]) if rows else (MATTER,)
    return Table("事项层级矩阵", header, tuple(tuple(row.get(name, "") for name in header) for row in rows))
