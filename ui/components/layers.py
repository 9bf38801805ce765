"""Layers (标注层): several kinds of marks laid over one text, each on its own stretch, everything escaped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from ui.components.markup import escaped


@dataclass(frozen=True, slots=True)
class Layer:
    """Characters ``start:end`` are shown between the tags ``opening`` and ``closing``, which are ours and not escaped.

    A layer of no length stands as an empty element at its place (words that were struck out there).
    """

    start: int
    end: int
    opening: str
    closing: str

    def moved(self, by: int) -> Layer:
        """The same layer ``by`` characters further on."""
        return Layer(self.start + by, self.end + by, self.opening, self.closing)


def layered(text: str, layers: Iterable[Layer]) -> str:
    """``text`` escaped, with its layers; where several meet, the later ones stand inside the earlier.

    >>> layered("甲<乙", [Layer(0, 2, "<mark>", "</mark>"), Layer(1, 3, "<u>", "</u>")])
    '<mark>甲</mark><mark><u>&lt;</u></mark><u>乙</u>'
    """
    length, given = len(text), tuple(layers)
    held = [layer for layer in given if layer.start < layer.end and layer.end > 0 and layer.start < length]
    empty = [layer for layer in given if layer.start == layer.end and 0 <= layer.start <= length]
    if not held and not empty:
        return escaped(text)
    places = {0, length, *(at for layer in (*held, *empty) for at in (layer.start, layer.end) if 0 < at < length)}
    cuts = sorted(places)
    pieces = [_points(empty, 0)]
    for start, end in pairwise(cuts):
        over = [layer for layer in held if layer.start <= start and end <= layer.end]
        opening = "".join(layer.opening for layer in over)
        closing = "".join(layer.closing for layer in reversed(over))
        pieces += [opening, escaped(text[start:end]), closing, _points(empty, end)]
    return "".join(pieces)


def _points(empty: Iterable[Layer], at: int) -> str:
    return "".join(layer.opening + layer.closing for layer in empty if layer.start == at)
