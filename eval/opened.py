"""The rooms of one data directory, opened together for a measurement."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from answers import Answerer
from corpus import CorpusStore, Gazetteer, Settings, gazetteer
from index import SearchIndex


@dataclass(frozen=True, slots=True)
class Opened:
    """Store, index and answerer of one data directory, with its divisions."""

    settings: Settings
    store: CorpusStore
    index: SearchIndex
    answerer: Answerer
    gazetteer: Gazetteer


@contextmanager
def opened(home: Path | None) -> Iterator[Opened]:
    """Open the rooms of ``home`` (None: QUANZE_HOME) and give everything back at the end."""
    settings = Settings.from_environment(home)
    store = CorpusStore.open(settings)
    index = SearchIndex.open(settings, store)
    try:
        yield Opened(settings, store, index, Answerer(index, store), gazetteer(*settings.territories))
    finally:
        index.close()
        store.close()
