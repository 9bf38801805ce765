"""Library (文本库): texts and their duties as answering needs them, each read once."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from answers.catalogue import Catalogue
from corpus import CorpusStore, EId, Instrument, StoreError, Version, WrittenCitation, resolve_citation
from duties import Duty, extract_duties

_KEPT = 256
"""Texts kept in memory: an office's week of questions turns on far fewer (a text is about 0.3 MB)."""


class Library:
    """Reads through to the store; what it has read is good until somebody corrects a description."""

    def __init__(self, store: CorpusStore) -> None:
        self._store = store
        self._revision = -1
        self._catalogue = Catalogue(())
        self.version = lru_cache(maxsize=_KEPT)(store.version)
        self._duties = lru_cache(maxsize=_KEPT)(self._extract)

    def catalogue(self) -> Catalogue:
        """What the corpus holds now."""
        revision = self._store.revision()
        if revision != self._revision:
            self._catalogue, self._revision = Catalogue(self._store.instruments()), revision
            # A corrected title makes its texts those of another instrument.
            self.version.cache_clear()
            self._duties.cache_clear()
        return self._catalogue

    def instrument(self, version: Version) -> Instrument:
        """The instrument of which ``version`` is a text; StoreError when the store has lost it."""
        key = version.instrument_id
        found = self._catalogue.by_id.get(key) or self.catalogue().by_id.get(key)
        if found is None:
            raise StoreError("语料库中没有这个文件", place=version.instrument_id, remedy="请运行 quanze doctor 检查")
        return found

    def in_force(self, instrument: Instrument, day: date | None) -> Version | None:
        """The text in force on ``day`` (None: today), or None."""
        return self._store.version_in_force(instrument.id, day or date.today())

    def problem_with(self, instrument: Instrument, eid: EId, day: date | None) -> str:
        """Why the text has no such provision on that day (…没有第九百条); empty where it has."""
        written = WrittenCitation(instrument.title, eid, 0, 0)
        return resolve_citation(written, self._store, day or date.today()).problem

    def duties(self, version: Version) -> tuple[Duty, ...]:
        """Every duty that the text lays on a public body."""
        return self._duties(version.id)

    def _extract(self, version_id: str) -> tuple[Duty, ...]:
        version = self.version(version_id)
        return extract_duties(self.instrument(version), version, self._store.claims(version_id))
