"""The recognition engine: rapidocr with the models that travel in its wheel; nothing is ever downloaded."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ingest.errors import IngestError

Picture = NDArray[np.uint8]
Corners = NDArray[np.float32]
# Lines are found as well in a smaller picture, in a third less time; they are read in the full one.
_FIND_DPI = 120
# Of the wrong characters of a poor scan 57 % lie in lines with a character under this, 14 % in lines of a mean under
# 0.9; of the lines of a clean scan 0.4 % have one.
_WEAK = 0.85
PAGES_AT_ONCE = min(2, os.cpu_count() or 1)
"""Two pages side by side, each on one core, take less time and less work than one page on two."""
# Finding lines takes the most memory and a third of the time of a page: one page at a time.
_FINDING = Lock()


@dataclass(frozen=True, slots=True)
class ReadLine:
    """What is read in the picture of one line, and how surely.

    ``places`` and ``confidences`` are those of its characters but for blanks: where each is seen, in steps of the
    engine (of even length in one line), and how sure it is.
    """

    text: str
    confidence: float
    places: tuple[int, ...] = ()
    confidences: tuple[float, ...] = ()

    @property
    def sureness(self) -> float:
        """The line's confidence, or that of its weakest character where this one is in doubt.

        In a long line one bad character hardly lowers the mean. Signs are left out: ( and （ halve the probability.
        """
        letters = [letter for letter in self.text if not letter.isspace()]
        weakest = min((c for c, one in zip(self.confidences, letters, strict=False) if one.isalnum()), default=1.0)
        return min(self.confidence, weakest) if weakest < _WEAK else self.confidence


@lru_cache(maxsize=1)
def load_engine() -> Any:
    """The engine, loaded once in a process; raises IngestError where its package or its models are missing."""
    try:
        import rapidocr
    except ImportError as error:
        raise _missing() from error
    models = Path(rapidocr.__file__).parent / "models"
    finder = next(models.glob("*det_small.onnx"), None)
    reader = next(models.glob("*rec_small.onnx"), None)
    if finder is None or reader is None:
        raise _missing()
    # With the paths given, rapidocr has no reason to look for a model elsewhere.
    return rapidocr.RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.max_side_len": 4000,
            "Global.return_word_box": True,
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            "Det.model_path": str(finder),
            "Rec.model_path": str(reader),
            # Lines read together are padded to the longest and cost a third more.
            "Rec.rec_batch_num": 1,
        }
    )


def find_lines(picture: Picture, dpi: float) -> list[Corners]:
    """The four corners of every line of text in the picture."""
    import cv2

    shrink = min(1.0, _FIND_DPI / dpi)
    small = cv2.resize(picture, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA) if shrink < 1 else picture
    with _FINDING:
        found = load_engine()(small, use_det=True, use_cls=False, use_rec=False)
    boxes = getattr(found, "boxes", None)
    return [] if boxes is None else [np.asarray(box, dtype=np.float32) / shrink for box in boxes]


def read_lines(pictures: Sequence[Picture]) -> list[ReadLine]:
    """What is read in each picture of one line."""
    if not pictures:
        return []
    found = load_engine().recognize_txt(list(pictures))
    return [_line(*each) for each in zip(found.txts, found.scores, found.word_results, strict=True)]


def _line(text: str, score: float, words: Any) -> ReadLine:
    places = tuple(int(place) for word in words.word_cols or () for place in word)
    sure = tuple(float(c) for c, letter in zip(words.confs or (), text, strict=False) if not letter.isspace())
    return ReadLine(str(text), float(score), places, sure)


def _missing() -> IngestError:
    return IngestError("是扫描件，但没有安装文字识别组件", remedy="请安装 rapidocr，或改用 Word、网页等有文字的版本")
