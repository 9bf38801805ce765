"""IndexState: which versions the index holds, with their intervals; written only after the passages are safe."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

SCHEMA = 1
"""Raise it when passages, vectors or payloads change their form: every index is then rebuilt from the corpus."""


@dataclass(frozen=True, slots=True)
class IndexedVersion:
    """In force from ``starts_on`` to before ``ends_on`` (as 20240301), cut into ``passages``, and how it is described.

    ``title`` is part of what was embedded; empty in the state of an earlier release.
    """

    starts_on: int
    ends_on: int
    passages: int
    instrument_id: str = ""
    level: str = ""
    kind: str = ""
    territory: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class IndexState:
    """What an index was made with and from."""

    model: str
    size: int
    versions: Mapping[str, IndexedVersion] = field(default_factory=dict)
    schema: int = SCHEMA

    @property
    def passages(self) -> int:
        """How many passages there must be."""
        return sum(version.passages for version in self.versions.values())


def read_state(path: Path) -> IndexState | None:
    """The state in ``path``; None where there is none or it cannot be read, and the index is then made anew."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        versions = {key: IndexedVersion(**value) for key, value in content["versions"].items()}
        return IndexState(str(content["model"]), int(content["size"]), versions, int(content["schema"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_state(path: Path, state: IndexState) -> None:
    """Write the state beside and rename, so that a killed process leaves the old or the new one."""
    beside = path.with_suffix(".tmp")
    with beside.open("w", encoding="utf-8") as file:
        json.dump(asdict(state), file, ensure_ascii=False)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
