"""The original files, kept by content address beside the database, so that a citation can open what it cites."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from corpus.errors import StoreError


class Originals:
    """A folder of files named by their SHA-256. A file is whole or absent: it is renamed into place."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, sha256: str, content: bytes) -> None:
        """Write ``content`` unless it is there already."""
        place = self._place(sha256)
        if place.exists():
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=place.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(place)

    def read(self, sha256: str) -> bytes:
        """The file's bytes; StoreError when it has gone."""
        try:
            return self._place(sha256).read_bytes()
        except OSError as error:
            raise StoreError("原始文件不在数据目录中", place=sha256[:12], remedy="请重新导入该文件") from error

    def _place(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256
