"""Paths of a PDF page (路径): the lines that are drawn, and boxes so thin that they are lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ingest.readers.pdf_matrix import Box

_THIN = 3.0


class Paths:
    """The path under construction; its methods take the operands of the operators m, l, re, h."""

    def __init__(self) -> None:
        self._lines: list[Box] = []
        self._boxes: list[Box] = []
        self._bends: list[Box] = []
        self._point = self._start = (0.0, 0.0)

    def move(self, operands: Sequence[Any]) -> None:
        """Begin a line."""
        self._point = self._start = (float(operands[0]), float(operands[1]))

    def line(self, operands: Sequence[Any]) -> None:
        """Draw to a point."""
        point = (float(operands[0]), float(operands[1]))
        self._lines.append((*self._point, *point))
        self._point = point

    def curve(self, operands: Sequence[Any]) -> None:
        """Draw a bend, whose points tell how far it reaches; no rule has one."""
        points = [*self._point, *map(float, operands)]
        xs, ys = points[::2], points[1::2]
        self._bends.append((min(xs), min(ys), max(xs), max(ys)))
        self._point = (points[-2], points[-1])

    def close(self, _: Sequence[Any]) -> None:
        """Draw back to where the line began."""
        self._lines.append((*self._point, *self._start))
        self._point = self._start

    def box(self, operands: Sequence[Any]) -> None:
        """Draw a box, given by a corner, its width and its height."""
        x, y, width, height = map(float, operands[:4])
        self._boxes.append((min(x, x + width), min(y, y + height), max(x, x + width), max(y, y + height)))

    def bounds(self) -> Box | None:
        """The box around the whole path; None where nothing is drawn yet."""
        boxes = [*self._lines, *self._boxes, *self._bends]
        if not boxes:
            return None
        xs, ys = [v for box in boxes for v in box[::2]], [v for box in boxes for v in box[1::2]]
        return min(xs), min(ys), max(xs), max(ys)

    def drop(self, _: Sequence[Any]) -> None:
        """Forget what is drawn."""
        self._lines, self._boxes, self._bends = [], [], []

    def stroke(self) -> Iterator[Box]:
        """All lines, the sides of boxes too."""
        yield from self._lines
        for x, y, right, top in self._boxes:
            if right - x <= _THIN or top - y <= _THIN:
                yield _middle((x, y, right, top))
            else:
                yield from ((x, y, right, y), (right, y, right, top), (x, top, right, top), (x, y, x, top))
        self.drop(())

    def fill(self) -> Iterator[Box]:
        """The filled boxes that are as thin as a rule, each as the line in its middle; also drawn side by side."""
        boxes = [*self._boxes]
        for at in range(0, len(self._lines) - 2):
            four = self._lines[at : at + 4]
            xs, ys = [v for line in four for v in line[::2]], [v for line in four for v in line[1::2]]
            boxes.append((min(xs), min(ys), max(xs), max(ys)))
        for x, y, right, top in boxes:
            if min(right - x, top - y) <= _THIN < max(right - x, top - y):
                yield _middle((x, y, right, top))
        self.drop(())


def _middle(box: Box) -> Box:
    x, y, right, top = box
    return (
        (x, (y + top) / 2, right, (y + top) / 2) if right - x > top - y else ((x + right) / 2, y, (x + right) / 2, top)
    )
