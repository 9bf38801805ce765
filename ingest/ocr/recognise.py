"""From the picture of a page to its words and rules, upright, in points from the lower left corner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from ingest.ocr.engine import Corners, Picture, find_lines, read_lines
from ingest.ocr.ruled import find_rules
from ingest.ocr.spelling import tidy
from ingest.ocr.upright import crop, upright
from ingest.readers.pdf_words import Page, Word

_LEAST_CONFIDENCE = 0.3
_ONE_SIZE = 0.28
# The box of a word or two is found with more white around it than that of a line.
_LONG, _SHORT_ONE_SIZE = 6, 0.6
_BASE = 0.35


@dataclass(frozen=True, slots=True)
class Recogniser:
    """Reads pictures of pages; the engine is loaded with the first one."""

    def read(self, picture: Picture, dpi: float, number: int) -> Page:
        """The page's words, each with the confidence of its line."""
        straight, boxes = upright(picture, find_lines(picture, dpi))
        found = read_lines([crop(straight, box) for box in boxes])
        pairs = [(box, tidy(text), score) for box, (text, score) in zip(boxes, found, strict=True)]
        pairs = [pair for pair in pairs if pair[1].strip() and pair[2] >= _LEAST_CONFIDENCE]
        sizes = _sizes([(box, text) for box, text, _ in pairs])
        words = [_word(box, text, score, size) for (box, text, score), size in zip(pairs, sizes, strict=True)]
        return Page(number, tuple(_in_points(words, straight.shape[0], 72 / dpi)), tuple(find_rules(straight, dpi)))


def _breadth(text: str) -> float:
    return sum(1.0 if ord(letter) > 0xFF else 0.5 for letter in text)


def _sizes(lines: Sequence[tuple[Corners, str]]) -> list[float]:
    """The type size of each line in pixels: by width or height; those near the usual size of the page equal it."""
    heights = [float(box[:, 1].max() - box[:, 1].min()) for box, _ in lines]
    long = [(box, text, h) for (box, text), h in zip(lines, heights, strict=True) if _breadth(text) >= 8]
    if not long:
        return [height * 0.75 for height in heights]
    wide = {id(box): _by_width(box, text) for box, text, _ in long}
    ratio = median(wide[id(box)] / height for box, _, height in long)
    usual = median(wide.values())
    sizes = []
    for (box, text), height in zip(lines, heights, strict=True):
        size = wide.get(id(box), height * ratio)
        tolerance = _ONE_SIZE if _breadth(text) >= _LONG else _SHORT_ONE_SIZE
        sizes.append(usual if abs(size - usual) < usual * tolerance else size)
    return sizes


def _by_width(box: Corners, text: str) -> float:
    """The type size of a long line: its width, less the white around it, by its letters."""
    width, height = float(box[:, 0].max() - box[:, 0].min()), float(box[:, 1].max() - box[:, 1].min())
    return (width - height * 0.4) / _breadth(text)


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
