"""Preparing (提前提取): duties, kinds of clause, findings and matters, worked out and kept before anybody asks."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ui.analysis import Analysis

_TOGETHER = 32
"""Texts between two words of progress."""
_STEP = 0.5
"""Seconds between two looks at a lock that another process holds."""


class Stage(StrEnum):
    """What is worked out, in this order; ``WAITING`` while another process does it already."""

    WAITING = "waiting"
    DUTIES = "duties"
    CLAUSES = "clauses"
    FINDINGS = "findings"
    MATTERS = "matters"

    @property
    def chinese(self) -> str:
        """The stage in Chinese: 提取职责."""
        return _CHINESE[self]


_CHINESE = {
    Stage.WAITING: "等待另一个进程",
    Stage.DUTIES: "提取职责",
    Stage.CLAUSES: "判别条款类型",
    Stage.FINDINGS: "比对职责",
    Stage.MATTERS: "归并事项",
}


@dataclass(frozen=True, slots=True)
class Step:
    """How far a stage is: of ``total`` texts (of rules, for findings) ``done`` are done."""

    stage: Stage
    done: int
    total: int

    @property
    def is_last(self) -> bool:
        """Whether the stage is through."""
        return self.done >= self.total and self.stage is not Stage.WAITING

    @property
    def words(self) -> str:
        """The step for a person.

        >>> Step(Stage.DUTIES, 32, 410).words
        '正在提取职责：32/410 件'
        """
        if self.stage is Stage.WAITING:
            return "另一个进程正在提取，等待其完成"
        if self.stage is Stage.MATTERS:
            return f"正在{self.stage.chinese}"
        return (
            f"正在{self.stage.chinese}：{self.done}/{self.total} {'条规则' if self.stage is Stage.FINDINGS else '件'}"
        )

    def as_row(self) -> dict[str, object]:
        """The step as ``quanze prepare --json`` prints it."""
        return {"stage": self.stage.value, "done": self.done, "total": self.total}


OnStep = Callable[[Step], None]


def prepare(analysis: Analysis, home: Path, on_step: OnStep, group: Callable[[], object] = lambda: None) -> None:
    """Work out what is not kept yet and keep it, batch by batch: what was kept holds when somebody stops it.

    ``group`` makes matters of the duties, last: it takes the longest and one page alone needs it.

    One process at a time works on a data directory; the next one finds what the first has kept.
    """
    with _alone(home, on_step):
        pairs = analysis.newest()
        for stage, work in ((Stage.DUTIES, analysis.read_versions), (Stage.CLAUSES, analysis.clauses_of_versions)):
            on_step(Step(stage, 0, len(pairs)))
            for start in range(0, len(pairs), _TOGETHER):
                batch = pairs[start : start + _TOGETHER]
                work(batch)
                on_step(Step(stage, start + len(batch), len(pairs)))
        analysis.findings(on_rule=lambda done, total: on_step(Step(Stage.FINDINGS, done, total + 1)))
        # The last one after they are kept, not after the last rule.
        on_step(Step(Stage.FINDINGS, 1, 1))
        on_step(Step(Stage.MATTERS, 0, 1))
        group()
        on_step(Step(Stage.MATTERS, 1, 1))


@contextmanager
def _alone(home: Path, on_step: OnStep) -> Iterator[None]:
    """Hold the data directory's lock, which dies with the process; wait where another holds it."""
    home.mkdir(parents=True, exist_ok=True)
    file = os.open(home / "prepare.lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        while not _locked(file):
            on_step(Step(Stage.WAITING, 0, 0))
            time.sleep(_STEP)
        yield
    finally:
        os.close(file)


def _locked(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
