"""Watch (看守): what a child and all that it started use, and their end."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Usage:
    """Resident bytes and number of the processes of a tree; zeros where the system does not tell (macOS)."""

    memory: int
    processes: int


def tree_usage(pid: int) -> Usage:
    """What ``pid`` and its descendants use now."""
    sizes = [_resident(each) for each in descendants(pid)]
    return Usage(sum(sizes), len(sizes))


def descendants(pid: int) -> Iterator[int]:
    """``pid`` and every process under it."""
    pending = [pid]
    while pending:
        here = pending.pop()
        yield here
        for children in Path(f"/proc/{here}/task").glob("*/children"):
            with suppress(OSError):
                pending += map(int, children.read_text().split())


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0


def kill_tree(pid: int) -> None:
    """End ``pid``, the leader of its group, with its group and whatever descendant is not in it."""
    others = tuple(descendants(pid))
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
    for other in others:
        with suppress(ProcessLookupError, PermissionError):
            os.kill(other, signal.SIGKILL)
