"""Remark (附注): what people must know of a stretch of a version's text, shown where the text is shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class RemarkKind(StrEnum):
    """The value is the word shown to people."""

    LOW_CONFIDENCE = "识别存疑"
    DAMAGED = "文字损坏"
    TRACKED = "修订痕迹"
    DOUBT = "结构存疑"
    HIDDEN = "隐藏内容"
    FOOTNOTE = "脚注"


@dataclass(frozen=True, slots=True)
class Remark:
    """Characters ``start:end`` carry ``note`` (Chinese); ``original`` is what stood there in the file, if another.

    ``confidence`` is the reader's own, 0 to 1, for text out of a picture (OCR). In a reader's line the offsets count
    from the line's start, in a version from the text's.
    """

    kind: RemarkKind
    start: int
    end: int
    note: str
    original: str = ""
    confidence: float | None = None

    def moved(self, by: int) -> Remark:
        """The same remark ``by`` characters further on.

        >>> Remark(RemarkKind.DAMAGED, 0, 3, "三个字无法辨认").moved(4).start
        4
        """
        return replace(self, start=self.start + by, end=self.end + by)
