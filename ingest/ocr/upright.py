"""A scan set upright (扫描页转正): turned by 90, 180 or 270 degrees by how it reads, then straightened."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from ingest.ocr.crop import crop
from ingest.ocr.engine import Corners, Picture, read_lines

_PROBES = 3
# In line heights: a dozen characters tell which way up a line stands as well as thirty.
_PROBE_LENGTH = 12
_SURE = 0.9
_LEAST_SLANT = 0.1
_MOST_SLANT = 15.0


def upright(picture: Picture, boxes: Sequence[Corners]) -> tuple[Picture, list[Corners]]:
    """The picture and its lines of text, standing straight.

    Lines taller than wide are turned on their side; whether they then stand on their head is told by which way they
    are read with more confidence.
    """
    lying = [box for box in boxes if _length(box) > 2 * _height(box)]
    tall = [box for box in boxes if _height(box) > 2 * _length(box)]
    turns = 1 if sum(map(_height, tall)) > sum(map(_length, lying)) else 0
    picture, turned = _turn(picture, boxes, turns)
    head, flipped = _turn(picture, turned, 2)
    longest = sorted(range(len(turned)), key=lambda n: -_length(turned[n]))[:_PROBES]
    if longest:
        score = _score(picture, [turned[n] for n in longest])
        if score < _SURE and _score(head, [flipped[n] for n in longest]) > score:
            picture, turned = head, flipped
    return _straighten(picture, turned)


def _score(picture: Picture, boxes: Sequence[Corners]) -> float:
    found = read_lines([_head(crop(picture, box)) for box in boxes])
    return sum(line.confidence for line in found) / len(found)


def _head(line: Picture) -> Picture:
    return np.ascontiguousarray(line[:, : line.shape[0] * _PROBE_LENGTH])


def _length(box: Corners) -> float:
    return float(np.linalg.norm(box[1] - box[0]))


def _height(box: Corners) -> float:
    return float(np.linalg.norm(box[3] - box[0]))


def _turn(picture: Picture, boxes: Sequence[Corners], quarters: int) -> tuple[Picture, list[Corners]]:
    """Turned by quarters, counter-clockwise."""
    turned = list(boxes)
    for _ in range(quarters):
        width = picture.shape[1]
        turned = [_ordered(np.stack([box[:, 1], width - box[:, 0]], axis=1)) for box in turned]
        picture = np.ascontiguousarray(np.rot90(picture))
    return picture, turned


def _ordered(box: Corners) -> Corners:
    """The corners from the upper left one, clockwise."""
    first = int(np.argmin(box.sum(axis=1)))
    return np.roll(box, -first, axis=0).astype(np.float32)


def _straighten(picture: Picture, boxes: Sequence[Corners]) -> tuple[Picture, list[Corners]]:
    slants = sorted(
        (float(np.degrees(np.arctan2(*(box[1] - box[0])[::-1]))), _length(box))
        for box in boxes
        if _length(box) > 4 * _height(box)
    )
    slant = _middle(slants)
    if not _LEAST_SLANT < abs(slant) < _MOST_SLANT:
        return picture, list(boxes)
    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), slant, 1.0)
    straight = cv2.warpAffine(picture, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=(255, 255, 255))
    moved = [(box @ turn[:, :2].T + turn[:, 2]).astype(np.float32) for box in boxes]
    return np.asarray(straight, dtype=np.uint8), moved


def _middle(weighted: Sequence[tuple[float, float]]) -> float:
    half, reached = sum(weight for _, weight in weighted) / 2, 0.0
    for value, weight in weighted:
        reached += weight
        if reached >= half:
            return value
    return 0.0
