"""Instrument (文件): one legal text under one title, over time."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from corpus.level import Level
from corpus.norm_kind import NormKind
from corpus.territory import Territory


@dataclass(frozen=True, slots=True)
class Instrument:
    """Who issued what, for which territory. ``title`` is the full one, without 《》 and without a date."""

    id: str
    title: str
    kind: NormKind
    territory: Territory
    issuing_authority: str = ""
    document_number: str = ""

    @property
    def level(self) -> Level:
        """The level (层级) of the body that issued it, which is its territory's."""
        return self.territory.level


def instrument_id(title: str, territory: Territory) -> str:
    """Our own id, the same on every machine: two texts are one instrument if title and territory agree."""
    return "i" + sha256(f"{title}\n{territory.code}".encode()).hexdigest()[:16]


def short_title(title: str) -> str:
    """The title without the state's name, as people and the gold files write it.

    >>> short_title("中华人民共和国立法法")
    '立法法'
    """
    return title.removeprefix("中华人民共和国") or title
