"""Ownership of the embedded index: one process at a time, by an operating system's lock that dies with the process."""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path

from corpus import QuanzeError

_PATIENCE = 3.0  # seconds; a command that is just closing gives way in that time
_STEP = 0.1


class IndexBusyError(QuanzeError):
    """Another process owns the embedded index (检索索引正被占用)."""


class Ownership:
    """The lock on an index folder, held until ``release``."""

    def __init__(self, folder: Path, patience: float = _PATIENCE) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = os.open(folder / "owner.lock", os.O_RDWR | os.O_CREAT, 0o644)
        deadline = time.monotonic() + patience
        while not self._try():
            if time.monotonic() >= deadline:
                os.close(self._file)
                remedy = "请先关闭另一个权责进程（例如正在运行的网页应用），或设置 QUANZE_QDRANT_URL 使用 Qdrant 服务器"
                raise IndexBusyError("检索索引正被另一个进程使用", place=str(folder), remedy=remedy)
            time.sleep(_STEP)

    def release(self) -> None:
        """Give the folder free."""
        os.close(self._file)

    def _try(self) -> bool:
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
