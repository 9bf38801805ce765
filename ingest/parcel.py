"""Parcels (交接件): a file's bytes on their way in, and its lines once they are read."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.frozen import Frozen
from ingest.line import Line
from ingest.media_type import MediaType


@dataclass(frozen=True, slots=True)
class FileBytes(Frozen):
    """A file as it comes in; ``path`` is shown to people and hints at the kind, it is never opened from here."""

    data: bytes
    name: str
    path: str


@dataclass(frozen=True, slots=True)
class FileLines(Frozen):
    """The lines that a reader found in a file of ``media_type``, and what is odd about them (Chinese)."""

    media_type: MediaType
    lines: tuple[Line, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader gives: lines, and what people should know of how they were read (Chinese)."""

    lines: tuple[Line, ...]
    warnings: tuple[str, ...] = ()
