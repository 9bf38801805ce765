"""Ruled lines in a scan (扫描页的表格线): long dark strokes, level or upright."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from ingest.ocr.engine import Picture
from ingest.readers.pdf_words import Rule

_SHORTEST = 0.4
_THICKEST = 0.06


def find_rules(picture: Picture, dpi: float) -> Iterator[Rule]:
    """The rules of a straight picture, in points; strokes of letters are too short to be any."""
    dark = cv2.adaptiveThreshold(picture[:, :, 0], 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 15)
    height, scale = picture.shape[0], 72 / dpi
    length = max(3, int(dpi * _SHORTEST))
    for shape in ((length, 1), (1, length)):
        kernel = cv2.getStructuringElement(cv2.MORPH_RECT, shape)
        strokes = cv2.morphologyEx(dark, cv2.MORPH_OPEN, kernel)
        # A rule that the scan has broken or that rises by a pixel is one rule.
        strokes = cv2.dilate(strokes, np.ones((3, 3), np.uint8), iterations=1)
        outlines, _ = cv2.findContours(strokes, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        for outline in outlines:
            x, y, w, h = cv2.boundingRect(outline)
            if min(w, h) <= dpi * _THICKEST:
                middle_x, middle_y = (x + w / 2) * scale, (height - y - h / 2) * scale
                if shape[0] > 1:
                    yield Rule(x * scale, middle_y, (x + w) * scale, middle_y)
                else:
                    yield Rule(middle_x, (height - y - h) * scale, middle_x, (height - y) * scale)
