"""Seen or not (可见与否): white letters on white paper, letters outside their clip, layers that are switched off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pypdf import PdfReader

from ingest.readers.pdf_matrix import Box

_WHITE = 0.97
# A page with more painted areas than this is a drawing; white letters there are believed.
_MOST_AREAS = 2_000


def is_white(values: Sequence[float], operator: bytes) -> bool:
    """Whether a colour operator's numbers are paper white; one number behind ``sc`` may be a tint of any ink.

    >>> is_white([1, 1, 1], b"rg"), is_white([1], b"g"), is_white([0, 0, 0, 0], b"k"), is_white([1], b"scn")
    (True, True, True, False)
    """
    if len(values) == 4:
        return max(values) < 1 - _WHITE
    return min(values, default=0) > _WHITE and (len(values) == 3 or operator == b"g")


class Grounds:
    """The areas of a page that are not paper: painted boxes, pictures."""

    def __init__(self) -> None:
        self._areas: list[Box] = []
        self._is_everywhere = False

    def paint(self, area: Box) -> None:
        """A box that is painted in some colour, or covered by a picture."""
        if len(self._areas) < _MOST_AREAS:
            self._areas.append(area)
        else:
            self._is_everywhere = True

    def shade(self) -> None:
        """A shading: it may reach anywhere."""
        self._is_everywhere = True

    def holds(self, x: float, y: float) -> bool:
        """Whether what stands at this point stands on a ground."""
        return self._is_everywhere or any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in self._areas)


def clipped(clip: Box | None, area: Box) -> Box:
    """The part of ``area`` that a clip leaves."""
    if clip is None:
        return area
    return max(clip[0], area[0]), max(clip[1], area[1]), min(clip[2], area[2]), min(clip[3], area[3])


def is_cut(clip: Box | None, x: float, y: float, size: float) -> bool:
    """Whether a letter at this point lies wholly outside of the clip; its own size is given on all sides."""
    if clip is None:
        return False
    return x + size < clip[0] or x - size > clip[2] or y + size < clip[1] or y - size > clip[3]


def hidden_layers(reader: PdfReader) -> frozenset[int]:
    """The objects of the optional layers (/OCProperties) that are switched off when the file is opened."""
    try:
        properties: Any = reader.root_object.get("/OCProperties")
        default = properties.get_object().get("/D") if properties is not None else None
        off = default.get_object().get("/OFF") if default is not None else None
        return frozenset(entry.idnum for entry in (off.get_object() if off is not None else ()))
    except (AttributeError, KeyError, TypeError, ValueError):
        return frozenset()
