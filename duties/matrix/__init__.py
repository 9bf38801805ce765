"""Matrix (事项×层级矩阵): for each matter and level, which bodies stand there, in which role, by which provisions."""

from __future__ import annotations

import corpus.offline

# isort: split
from duties.matrix.cell import OPEN, Cell, CellState, Entry
from duties.matrix.matrix import Matrix, MatrixRow, build_matrix
from duties.matrix.scope import Scope, scope_of
from duties.matrix.topic import select_matters

__all__ = [
    "OPEN",
    "Cell",
    "CellState",
    "Entry",
    "Matrix",
    "MatrixRow",
    "Scope",
    "build_matrix",
    "scope_of",
    "select_matters",
]
