"""Matrices of a PDF page (坐标变换): where a point of text or drawing space comes to lie."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def matrix_of(operands: Sequence[Any]) -> Matrix:
    """Six operands as a matrix."""
    a, b, c, d, e, f = (float(operand) for operand in operands[:6])
    return a, b, c, d, e, f


def product(m: Matrix, n: Matrix) -> Matrix:
    """First ``m``, then ``n``."""
    return (
        m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2], m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5],
    )  # fmt: skip


def apply(m: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where ``m`` puts the point.

    >>> apply((2.0, 0.0, 0.0, 2.0, 5.0, 0.0), 10, 10)
    (25.0, 20.0)
    """
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def around(m: Matrix, box: Box) -> Box:
    """The upright box around where ``m`` puts ``box``."""
    corners = [apply(m, x, y) for x in box[::2] for y in box[1::2]]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def placed(m: Matrix, line: Box) -> Box:
    """Where ``m`` puts the line."""
    return (*apply(m, line[0], line[1]), *apply(m, line[2], line[3]))
