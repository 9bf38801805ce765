"""The one root of every error that Quanze raises, and those of the corpus itself."""

from __future__ import annotations


class QuanzeError(Exception):
    """An error that a person can act on: what happened, where, and what to do (all in Chinese).

    >>> print(QuanzeError("无法读取文件", place="甲.pdf 第3页", remedy="请重新导出该文件"))
    无法读取文件（甲.pdf 第3页）。请重新导出该文件
    """

    def __init__(self, what: str, *, place: str = "", remedy: str = "") -> None:
        self.what = what
        self.place = place
        self.remedy = remedy
        super().__init__(what)

    def __str__(self) -> str:
        place = f"（{self.place}）" if self.place else ""
        return f"{self.what}{place}。{self.remedy}" if self.remedy else f"{self.what}{place}"


class EIdError(QuanzeError):
    """A string that is no article identifier (条文标识)."""


class CitationError(QuanzeError):
    """A text that cannot be read as a citation (引证)."""


class StoreError(QuanzeError):
    """The corpus store cannot be opened, read or written."""


class ClaimError(QuanzeError):
    """A correction of a description that cannot be right: an unknown field or place, a date that is none."""
