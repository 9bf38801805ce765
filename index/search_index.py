"""SearchIndex: owner of the embedded shard or client of a server; brings itself up to the corpus and searches."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from hashlib import sha256
from threading import Lock, RLock

from corpus import CorpusStore, QuanzeError, Settings, Version, gazetteer
from index.analysis import QueryAnalysis, analyse
from index.embedding import Encoder, model_name
from index.hit import SearchResult
from index.lexical import lexical_query
from index.ownership import Ownership
from index.places import PlaceBook
from index.plan import SearchPlan, SearchWeights, plan_search
from index.query import LONGEST, SearchQuery
from index.search import Candidate, build_hits, cited_first, find_candidates, tell_uncited
from index.state import SCHEMA, IndexState, read_state, write_state
from index.store import EdgeDocumentStore, PassageStore
from index.sync import Synchroniser, SyncReport
from index.titles import TitleBook

_VERSIONS_KEPT = 64  # texts that hits were taken from lately; a version never changes


class SearchIndex:
    """Open it once per process and share it; model and engine are loaded when they are first needed."""

    def __init__(self, settings: Settings, corpus: CorpusStore, ownership: Ownership | None) -> None:
        self._settings = settings
        self._corpus = corpus
        self._ownership = ownership
        self._lock = RLock()  # for what is loaded once; held shortly, so that searching goes on while it synchronises
        self._writing = Lock()
        self._revision = -1
        self._encoder: Encoder | None = None
        self._store: PassageStore | None = None
        self._versions: OrderedDict[str, Version] = OrderedDict()
        self._books: tuple[int, TitleBook, PlaceBook, dict[str, str]] | None = None
        name = f"state-{sha256(settings.qdrant_url.encode()).hexdigest()[:8]}" if settings.qdrant_url else "state"
        self._state_path = settings.index / f"{name}.json"

    @classmethod
    def open(cls, settings: Settings, store: CorpusStore) -> SearchIndex:
        """The index of a data directory; raises IndexBusyError where another process owns the embedded one."""
        return cls(settings, store, None if settings.qdrant_url else Ownership(settings.index))

    def sync(self, on_progress: Callable[[int, int], None] = lambda done, total: None) -> SyncReport:
        """Bring the index up to the corpus; ``on_progress(done, total)`` counts passages. Safe to kill, to repeat."""
        with self._writing, self._sole_writer():
            revision, state = self._corpus.revision(), self._ready_state()
            run = Synchroniser(self._corpus, self._passages(state.size), self._state_path, self._model)
            _, report = run.run(state, on_progress)
            self._revision = revision
            return report

    def is_current(self) -> bool:
        """Whether every version of the corpus is in the index; cheap enough to ask before each search."""
        if self._revision != self._corpus.revision():
            state = read_state(self._state_path)
            return state is not None and set(state.versions) == {summary.id for summary in self._corpus.summaries()}
        return True

    def versions(self) -> frozenset[str]:
        """The ids of the versions that the index holds whole."""
        state = read_state(self._state_path)
        return frozenset(state.versions) if state is not None else frozenset()

    def count(self) -> int:
        """How many passages the index holds."""
        state = read_state(self._state_path)
        return state.passages if state is not None else 0

    def search(self, query: SearchQuery) -> SearchResult:
        """The provisions in force that answer ``query`` best; none where its ``problem`` says that nothing is asked."""
        plan = self.plan(query)
        if query.problem:
            return SearchResult(query, plan, ())
        found = self._find(plan, self._ready_model().query(plan.analysis.text))
        hits = build_hits(found, plan, self._version, self._known()[2].__getitem__)
        return SearchResult(query, tell_uncited(plan, hits), hits)

    def plan(self, query: SearchQuery, *, is_read: bool = True) -> SearchPlan:
        """What searching ``query`` would do, without doing it; unless it ``is_read``, its words are mere words."""
        titles, places, _ = self._known()
        if query.problem:
            analysis = QueryAnalysis("", reasons=(query.problem,))
        else:
            analysis = analyse(query.words, titles, places) if is_read else QueryAnalysis(query.words)
        titled = [i.id for title in query.filters.titles for i in self._corpus.titled(title)]
        return plan_search(query, analysis, titled, places)

    def rank(
        self, queries: Sequence[SearchQuery], weights: SearchWeights | None = None, *, is_read: bool = True
    ) -> Iterator[tuple[Candidate, ...]]:
        """The candidates of many questions, best first, without their words; the questions are embedded together.

        For measurements: ``weights`` take the place of the profile's, and a part may be tried alone.
        """
        vectors = self._ready_model().queries([query.words[:LONGEST] for query in queries])
        for query, vector in zip(queries, vectors, strict=True):
            plan = self.plan(query, is_read=is_read)
            plan = plan if weights is None else replace(plan, weights=weights)
            yield cited_first(self._find(plan, vector.tolist()), plan, self._version)

    def _find(self, plan: SearchPlan, vector: list[float]) -> tuple[Candidate, ...]:
        names = self._known()[2]
        named = [names[one] for one in plan.analysis.instruments]
        return find_candidates(self._passages(len(vector)), plan, vector, lexical_query(plan.analysis.text, named))

    def close(self) -> None:
        """Give the shard, the connection and the lock back."""
        with self._writing, self._lock:
            if self._store is not None:
                self._store.close()
                self._store = None
            if self._ownership is not None:
                self._ownership.release()
                self._ownership = None

    def _sole_writer(self) -> AbstractContextManager[object]:
        return nullcontext() if self._ownership is not None else _Borrowed(self._settings)

    def _ready_state(self) -> IndexState:
        """The state to go on from; an embedded index of another model or form is emptied first."""
        name, state = model_name(self._settings), read_state(self._state_path)
        if state is not None and (state.model, state.schema) == (name, SCHEMA):
            return state
        fresh = IndexState(name, self._model().size)
        self._state_path.unlink(missing_ok=True)
        if not self._settings.qdrant_url:
            self._passages(fresh.size).empty()
        write_state(self._state_path, fresh)
        return fresh

    def _refuse_other_model(self) -> None:
        """Vectors of two models cannot be compared: no hits rather than wrong ones."""
        state = read_state(self._state_path)
        if state is not None and state.model != model_name(self._settings):
            remedy = "请先重新建立索引（导入任一文件或打开应用即自动重建），或把 QUANZE_MODEL 改回原来的模型"
            raise QuanzeError("检索索引由另一个向量模型建立", place=state.model, remedy=remedy)

    def _ready_model(self) -> Encoder:
        """The model to search with."""
        if self._revision < 0:
            self._refuse_other_model()
        return self._model()

    def _model(self) -> Encoder:
        with self._lock:
            if self._encoder is None:
                self._encoder = Encoder.load(self._settings)
            return self._encoder

    def _passages(self, size: int) -> PassageStore:
        with self._lock:
            if self._store is None:
                self._store = _open_store(self._settings, size)
            return self._store

    def _version(self, version_id: str) -> Version:
        with self._lock:
            version = self._versions.pop(version_id, None) or self._corpus.version(version_id)
            self._versions[version_id] = version
            while len(self._versions) > _VERSIONS_KEPT:
                self._versions.popitem(last=False)
            return version

    def _known(self) -> tuple[TitleBook, PlaceBook, dict[str, str]]:
        """Titles and places of the corpus as it is now."""
        with self._lock:
            revision = self._corpus.revision()
            if self._books is None or self._books[0] != revision:
                instruments = self._corpus.instruments()
                places = PlaceBook((i.territory for i in instruments), gazetteer(*self._settings.territories))
                self._books = (revision, TitleBook(instruments), places, {i.id: i.title for i in instruments})
            return self._books[1:]


class _Borrowed:
    """The writers' lock for as long as a synchronisation with a server takes."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def __enter__(self) -> None:
        self._ownership = Ownership(self._settings.index)

    def __exit__(self, *_: object) -> None:
        self._ownership.release()


def _open_store(settings: Settings, size: int) -> PassageStore:
    if settings.qdrant_url:
        from index.store.server import QdrantDocumentStore

        # Named by model and schema: machines that share a server share what is alike, and never empty it for others.
        collection = f"quanze-{sha256(f'{model_name(settings)} {SCHEMA}'.encode()).hexdigest()[:8]}"
        return QdrantDocumentStore(settings.qdrant_url, size, collection, settings.qdrant_api_key)
    return EdgeDocumentStore(str(settings.index / "shard"), size)
