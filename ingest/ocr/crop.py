"""The picture of one line, cut out of its page (切行)."""

from __future__ import annotations

import numpy as np

from ingest.ocr.engine import Corners, Picture

_MARGIN, _FAR_MARGIN = 0.35, 0.8
_DARK = 128
# What is dark over nearly all the height of a line is a ruled line and no sign.
_RULE_SHARE = 0.7


def crop(picture: Picture, box: Corners) -> Picture:
    """The line in ``box``, with a margin at its ends: a full stop at the end of a line is easily cut off.

    A closing quotation mark behind it (。”) stands further out; there the margin is wider.
    """
    left, top = box.min(axis=0)
    right, bottom = box.max(axis=0)
    height = bottom - top
    y0, y1 = int(max(0, top - height * 0.04)), int(min(picture.shape[0], bottom + height * 0.04))
    x0, x1 = int(max(0, left - height * _MARGIN)), int(min(picture.shape[1], right + height * _MARGIN))
    further = int(min(picture.shape[1], right + height * _FAR_MARGIN))
    if _has_sign(picture[int(top) : int(bottom), int(right) : further, 0]):
        x1 = further
    return np.ascontiguousarray(picture[y0 : max(y0 + 1, y1), x0 : max(x0 + 1, x1)])


def _has_sign(strip: Picture) -> bool:
    """Whether something small is printed in the strip behind a line: in its upper half alone, as ” is."""
    if strip.size == 0:
        return False
    dark = strip < _DARK
    middle = max(1, dark.shape[0] // 2)
    columns = dark.mean(axis=0)
    return bool(dark[:middle].any() and not dark[middle:].any() and columns.max() < _RULE_SHARE)
