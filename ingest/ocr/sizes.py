"""Type sizes in scans (字号): boxes tell them roughly; lines of nearly one size are of one size."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from ingest.ocr.engine import Corners

_ONE_SIZE = 0.28
# The box of a word or two of figures is found with more white around it than that of a line.
_SHORT_ONE_SIZE = 0.6
_MEASURABLE = 8
# Sizes this far apart, each of two lines at least, are two sizes (text and table); less may be justified lines.
_ANOTHER = 0.2
_ALIKE = 0.1
_HAN_SHARE = 0.8
# A sign that ends a line leaves the rest of its square white.
_ENDING, _WHITE = tuple("，。；：、！？）》”’"), 0.6


def type_sizes(lines: Sequence[tuple[Corners, str]]) -> list[float]:
    """The type size of each line in pixels, by its width or height; near a usual size of the page it equals that."""
    heights = [_extent(box, 1) for box, _ in lines]
    wide = {n: _by_width(box, text) for n, (box, text) in enumerate(lines) if _breadth(text) >= _MEASURABLE}
    if not wide:
        return [height * 0.75 for height in heights]
    ratio = median(size / heights[n] for n, size in wide.items())
    usual = _usual_sizes([(wide[n], lines[n][1]) for n in wide])
    own = [size for size in wide.values() if abs(_nearest(size, usual) - size) >= _nearest(size, usual) * _ONE_SIZE]
    return [_size(box, text, ratio, usual, (*usual, *own)) for box, text in lines]


def _size(box: Corners, text: str, ratio: float, usual: Sequence[float], every: Sequence[float]) -> float:
    """One of the page's sizes, or the line's own: of figures by the height, of a short line by its characters."""
    tolerance = _ONE_SIZE
    if _breadth(text) >= _MEASURABLE:
        size, near = _by_width(box, text), usual
    elif _han_share(text) >= _HAN_SHARE:
        size, near = _by_width(box, text), every
    else:
        size, near, tolerance = _extent(box, 1) * ratio, usual, _SHORT_ONE_SIZE
    nearest = _nearest(size, near)
    return nearest if abs(size - nearest) < nearest * tolerance else size


def _usual_sizes(lines: Sequence[tuple[float, str]]) -> tuple[float, ...]:
    """The median size, and every other that two lines of Chinese characters share."""
    found = [median(size for size, _ in lines)]
    plain = sorted(size for size, text in lines if _han_share(text) >= _HAN_SHARE)
    for size in plain:
        alike = [other for other in plain if abs(other - size) < size * _ALIKE]
        if len(alike) > 1 and all(abs(known - size) > max(known, size) * _ANOTHER for known in found):
            found.append(median(alike))
    return tuple(found)


def _nearest(size: float, sizes: Sequence[float]) -> float:
    return min(sizes, key=lambda other: abs(other - size))


def _han_share(text: str) -> float:
    return sum(ord(letter) > 0xFF for letter in text) / len(text)


def _breadth(text: str) -> float:
    return sum(1.0 if ord(letter) > 0xFF else 0.5 for letter in text)


def _by_width(box: Corners, text: str) -> float:
    """The type size of a line: its width, less the white around it, by its letters."""
    breadth = _breadth(text) - (_WHITE if text.endswith(_ENDING) and len(text) > 1 else 0)
    return (_extent(box, 0) - _extent(box, 1) * 0.4) / breadth


def _extent(box: Corners, axis: int) -> float:
    return float(box[:, axis].max() - box[:, axis].min())
