"""What goes into the store and what it tells: parsed texts, landings, summaries, the record of each file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from corpus.claim import Claim
from corpus.instrument import Instrument
from corpus.status import Status
from corpus.timeline import Interval
from corpus.version import Dates, SourceFile, Version

FileStatus = Literal["ok", "duplicate", "failed"]


@dataclass(frozen=True, slots=True)
class ParsedText:
    """One instrument's text as ingest hands it over; ``original`` is the file's bytes."""

    instrument: Instrument
    version: Version
    claims: tuple[Claim, ...]
    original: bytes


@dataclass(frozen=True, slots=True)
class Landing:
    """What ``CorpusStore.add`` did: ``duplicate`` when this very file is in the corpus already."""

    status: Literal["ok", "duplicate"]
    version_id: str


@dataclass(frozen=True, slots=True)
class LandedText:
    """One of the texts that a file brought."""

    title: str
    version: str
    provisions: int
    articles: int


@dataclass(frozen=True, slots=True)
class IngestRecord:
    """What became of one file; ``error`` names place and remedy in Chinese, empty where all went well.

    ``title``, ``version`` and the counts are the first text's; ``texts`` are all of them (several where one file
    brings several instruments).
    """

    path: str
    status: FileStatus
    title: str = ""
    version: str = ""
    provisions: int = 0
    articles: int = 0
    error: str = ""
    at: datetime | None = None
    texts: tuple[LandedText, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionSummary:
    """A version without its text: enough for lists, filters and for bringing the index up to date."""

    id: str
    instrument: Instrument
    source: SourceFile
    dates: Dates
    interval: Interval
    provisions: int
    articles: int
    warnings: tuple[str, ...]
    added_at: datetime
    incomplete: tuple[str, ...] = ()

    def status(self, day: date) -> Status:
        """The version's status (时效) on ``day``."""
        return self.interval.status(day)
