"""Desk (工作目录): the one folder of a child: what it is given, what it gives back, and an empty place to work in."""

from __future__ import annotations

import fcntl
import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir, mkdtemp

_PREFIX = "quanze-read-"
# Between making a desk and locking it another process may look.
_SETTLED = 60.0


@dataclass(frozen=True, slots=True)
class Desk:
    """``work`` is the child's current folder, its home and its temporary folder; empty before each file.

    ``lock`` is the owner's descriptor; a child has none (-1).
    """

    root: Path
    lock: int

    @classmethod
    def make(cls) -> Desk:
        """A new desk that nobody else can read, locked for as long as its owner lives."""
        _sweep()
        root = Path(mkdtemp(prefix=_PREFIX)).resolve()
        lock = os.open(root, os.O_RDONLY | os.O_CLOEXEC)
        fcntl.flock(lock, fcntl.LOCK_EX)
        desk = cls(root, lock)
        desk.work.mkdir()
        return desk

    @property
    def input(self) -> Path:
        """The bytes of the file to read."""
        return self.root / "input"

    @property
    def result(self) -> Path:
        """The texts that were read."""
        return self.root / "result"

    @property
    def gazetteer(self) -> Path:
        """The administrative divisions that the parent knows."""
        return self.root / "gazetteer"

    @property
    def work(self) -> Path:
        """Where the child stands."""
        return self.root / "work"

    def clear(self) -> None:
        """Take away what the last file left."""
        self.input.unlink(missing_ok=True)
        self.result.unlink(missing_ok=True)
        for left in self.work.iterdir():
            if left.is_dir() and not left.is_symlink():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink(missing_ok=True)

    def remove(self) -> None:
        """Take it all away."""
        shutil.rmtree(self.root, ignore_errors=True)
        os.close(self.lock)


def _sweep() -> None:
    """Take away the desks of owners that were killed: nobody holds their locks."""
    for left in Path(gettempdir()).glob(f"{_PREFIX}*"):
        try:
            lock = os.open(left, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
        except OSError:
            continue
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if left.stat().st_uid == os.getuid() and left.stat().st_mtime < time.time() - _SETTLED:
                shutil.rmtree(left, ignore_errors=True)
        except OSError:
            pass
        finally:
            os.close(lock)
