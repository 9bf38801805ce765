"""Release (版本指纹): the code and tables that something was worked out with, as one short word."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path


@cache
def release_of(folder: Path) -> str:
    """A digest of every Python file and table under ``folder``: another rule, another word."""
    digest = sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".py", ".yaml"):
            digest.update(f"{path.relative_to(folder).as_posix()}\n".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:32]
