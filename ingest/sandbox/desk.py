"""Desk (工作目录): the one folder of a child: what it is given, what it gives back, and an empty place to work in."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp


@dataclass(frozen=True, slots=True)
class Desk:
    """``work`` is the child's current folder, its home and its temporary folder; empty before each file."""

    root: Path

    @classmethod
    def make(cls) -> Desk:
        """A new desk that nobody else can read."""
        desk = cls(Path(mkdtemp(prefix="quanze-read-")).resolve())
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
