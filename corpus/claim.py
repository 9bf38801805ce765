"""Claim: one piece of description read from a text, with where it was read and how far it is to be believed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum


class ClaimSource(IntEnum):
    """Where a claim was read; the lower number wins over the higher."""

    USER = 1
    HISTORY = 2
    TITLE_PAGE = 3
    TEXT = 4
    FILE_NAME = 5
    DEFAULT = 6


@dataclass(frozen=True, slots=True)
class Claim:
    """``field`` (``effective_on``, ``issuing_authority`` …) has ``value``, read in ``quote`` by ``rule``."""

    field: str
    value: str
    source: ClaimSource
    rule: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person said of version ``version_id`` at a time; ``is_withdrawn`` where it was taken back."""

    version_id: str
    claim: Claim
    at: datetime
    is_withdrawn: bool = False
