"""From the picture of a page to its words and rules, upright, in points from the lower left corner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.ocr.brackets import narrow_brackets
from ingest.ocr.cells import overlooked
from ingest.ocr.crop import crop
from ingest.ocr.engine import Corners, Picture, find_lines, read_lines
from ingest.ocr.ruled import find_rules
from ingest.ocr.sizes import type_sizes
from ingest.ocr.spelling import tidy
from ingest.ocr.upright import upright
from ingest.readers.pdf_words import Page, Word

_LEAST_CONFIDENCE = 0.3
_BASE = 0.35


@dataclass(frozen=True, slots=True)
class Recogniser:
    """Reads pictures of pages; the engine is loaded with the first one."""

    def read(self, picture: Picture, dpi: float, number: int) -> Page:
        """The page's words, each with the confidence of its line."""
        straight, boxes = upright(picture, find_lines(picture, dpi))
        rules = tuple(find_rules(straight, dpi))
        boxes = [*boxes, *overlooked(straight, dpi, rules, boxes)]
        found = read_lines([crop(straight, box) for box in boxes])
        texts = [tidy(line.text, narrow) for line, narrow in zip(found, narrow_brackets(found), strict=True)]
        seen = [(box, text, line) for box, text, line in zip(boxes, texts, found, strict=True) if text.strip()]
        sure = [(box, text, line.sureness) for box, text, line in seen if line.confidence >= _LEAST_CONFIDENCE]
        sizes = type_sizes([(box, text) for box, text, _ in sure])
        words = [_word(box, text, score, size) for (box, text, score), size in zip(sure, sizes, strict=True)]
        scale = 72 / dpi
        placed = tuple(_in_points(words, straight.shape[0], scale))
        return Page(number, placed, rules, _unread(number, len(seen) - len(sure)))


def _unread(number: int, count: int) -> tuple[str, ...]:
    """What people must be told of what looks like type and could not be read."""
    return (f"第{number}页有{count}处似有文字而识别不出，请核对原件",) if count else ()


def _word(box: Corners, text: str, score: float, size: float) -> Word:
    """A line in pixels from the upper left corner; the box that was found stands a little around its letters."""
    left, right = float(box[:, 0].min()), float(box[:, 0].max())
    base = float(box[:, 1].min() + box[:, 1].max()) / 2 + size * _BASE
    pad = min((right - left) * 0.1, size * 0.25)
    return Word(text, left + pad, base, size, right - left - 2 * pad, score)


def _in_points(words: Sequence[Word], height: int, scale: float) -> Iterator[Word]:
    for word in words:
        x, y, size, width = word.x * scale, (height - word.y) * scale, word.size * scale, word.width * scale
        yield replace(word, x=x, y=y, size=size, width=width)
