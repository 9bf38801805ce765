"""Services: one object per data directory through which the command line and the pages reach every room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from corpus import (
    Claim,
    CorpusStore,
    EId,
    Gazetteer,
    IngestRecord,
    Instrument,
    QuanzeError,
    Settings,
    gazetteer,
)

if TYPE_CHECKING:
    from answers import Answerer
    from index import SearchIndex, SyncReport
    from ingest import PageProgress
    from ui.analysis import Analysis
    from ui.matters import MatterBoard
    from ui.reviewing import Reviewing

OnPage = Callable[[Path, "PageProgress"], None]


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of the files, and of the index after them; ``index_problem`` is Chinese, empty when all is well."""

    records: tuple[IngestRecord, ...]
    sync: SyncReport | None
    index_problem: str = ""


class Services:
    """Opens each room when it is first asked for, so that ``quanze show`` never waits for a model."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._store: CorpusStore | None = None
        # Two readers of the app may be the first at once; the embedded index has one handle.
        self._opening = Lock()
        self._index: SearchIndex | None = None

    @property
    def store(self) -> CorpusStore:
        """The corpus; made where there is none, so that what only reads a file does not ask for it."""
        with self._opening:
            if self._store is None:
                self._store = CorpusStore.open(self.settings)
            return self._store

    @property
    def gazetteer(self) -> Gazetteer:
        """The real administrative divisions and those of the data directory."""
        return gazetteer(*self.settings.territories)

    @property
    def index(self) -> SearchIndex:
        """The search index; raises IndexBusyError where another process owns it."""
        from index import SearchIndex

        store = self.store
        with self._opening:
            if self._index is None:
                self._index = SearchIndex.open(self.settings, store)
            return self._index

    @cached_property
    def answerer(self) -> Answerer:
        """Answers out of the index and the store."""
        from answers import Answerer

        return Answerer(self.index, self.store)

    def ingest(
        self,
        paths: Sequence[Path],
        on_file: Callable[[IngestRecord], None] = lambda record: None,
        on_progress: Callable[[int, int], None] = lambda done, total: None,
        on_page: OnPage = lambda path, progress: None,
    ) -> IngestReport:
        """Take files in, then bring the index up to the corpus; a busy index is left to its owner and said so.

        ``on_page`` hears of pages of scans, which take seconds each.
        """
        records = self.land(paths, on_file, on_page)
        try:
            return IngestReport(records, self.index.sync(on_progress))
        except QuanzeError as error:
            return IngestReport(records, None, str(error))

    def land(
        self,
        paths: Sequence[Path],
        on_file: Callable[[IngestRecord], None] = lambda record: None,
        on_page: OnPage = lambda path, progress: None,
    ) -> tuple[IngestRecord, ...]:
        """Take files into the corpus and leave the index as it is."""
        from ingest import ingest_paths

        return ingest_paths(paths, self.store, self.gazetteer, on_file, on_page)

    def ready_index(self) -> SearchIndex:
        """The index, brought up to the corpus where the corpus has moved on."""
        if not self.index.is_current():
            self.index.sync()
        return self.index

    def titled(self, titles: Sequence[str]) -> tuple[Instrument, ...]:
        """The instruments with these titles (all when none is given); QuanzeError names one that is not there."""
        if not titles:
            return self.store.instruments()
        return tuple(instrument for title in titles for instrument in self._titled(title))

    def _titled(self, title: str) -> tuple[Instrument, ...]:
        found = self.store.titled(title)
        if not found:
            remedy = "请用 quanze status 查看语料库中的文件名称，或先导入该文件"
            raise QuanzeError("语料库中没有这个文件", place=f"《{title}》", remedy=remedy)
        return found

    @cached_property
    def analysis(self) -> Analysis:
        """Duties, matters and findings of the corpus."""
        from ui.analysis import Analysis

        return Analysis(self.store, self.titled)

    @cached_property
    def reviewing(self) -> Reviewing:
        """The findings with what people decided about them."""
        from ui.reviewing import Reviewing

        return Reviewing(self.store, self.analysis, self._like)

    @cached_property
    def matters(self) -> MatterBoard:
        """The matters of the corpus, the matrix, and what people changed in them."""
        from ui.matters import MatterBoard
        from ui.wordings import Wordings

        wordings = Wordings(self.store, self.settings)
        return MatterBoard(self.analysis, wordings, lambda: self.gazetteer, self._near)

    def _near(self, topic: str, territories: Sequence[str]) -> tuple[frozenset[tuple[str, EId]], str]:
        from ui.nearest import nearest_provisions

        if not self.settings.qdrant_url and not self.settings.index.is_dir():
            return frozenset(), "没有检索索引，只按用语查找事项"
        try:
            return nearest_provisions(self.index, topic, territories), ""
        except QuanzeError as error:
            return frozenset(), f"未使用检索索引，只按用语查找事项（{error.what}）"

    def _like(self, words: str) -> frozenset[tuple[str, EId]]:
        """Provisions that mean about the same; none where there is no index, or another process owns it."""
        from ui.nearest import like_provisions

        if not self.settings.qdrant_url and not self.settings.index.is_dir():
            return frozenset()
        try:
            return like_provisions(self.index, words)
        except QuanzeError:
            return frozenset()

    def correct(self, version_id: str, claim: Claim) -> None:
        """Keep what a person says of a version; raises ClaimError for what cannot be right."""
        self.store.claim(version_id, claim)
        self.analysis.forget(version_id)

    def withdraw(self, version_id: str, field: str) -> None:
        """Take a person's correction back."""
        self.store.unclaim(version_id, field)
        self.analysis.forget(version_id)

    def close(self) -> None:
        """Give back the shard's lock and the database."""
        with self._opening:
            if self._index is not None:
                self._index.close()
                self._index = None
            if self._store is not None:
                self._store.close()


def open_services(home: Path | None = None) -> Services:
    """The services of a data directory (QUANZE_HOME, or ~/.quanze)."""
    return Services(Settings.from_environment(home))
