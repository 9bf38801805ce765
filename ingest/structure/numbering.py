"""Numbering (序号连续性): the run of article numbers decides doubtful labels and tells gaps."""

from __future__ import annotations

from corpus import write_numeral
from ingest.marks import ArticleMark


class ArticleRun:
    """The articles accepted so far; a number goes on from the last one (第六条之一 too) or begins anew."""

    def __init__(self) -> None:
        self._last = (0, 0)
        self.warnings: list[str] = []

    def accepts(self, mark: ArticleMark, opens_block: bool = True) -> bool:
        """Whether ``mark`` opens an article; if so it becomes the last one."""
        number = _pair(mark.number)
        runs_on = number in ((self._last[0] + 1, 0), (self._last[0], self._last[1] + 1))
        if not runs_on and not (mark.is_certain and opens_block):
            return False
        if not runs_on and number[0] > 1:
            self._warn(number)
        self._last = number
        return True

    def _warn(self, number: tuple[int, int]) -> None:
        if self._last == (0, 0):
            self.warnings.append(f"条文从{_written(number)}开始，前面的条文缺失")
        elif number > self._last:
            self.warnings.append(f"条文编号不连续：{_written(self._last)}之后是{_written(number)}")
        else:
            self.warnings.append(f"条文编号倒退：{_written(self._last)}之后是{_written(number)}")


def _pair(number: str) -> tuple[int, int]:
    base, _, insert = number.partition("-")
    return int(base), int(insert or 0)


def _written(number: tuple[int, int]) -> str:
    base, insert = number
    return f"第{write_numeral(base)}条" + (f"之{write_numeral(insert)}" if insert else "")
