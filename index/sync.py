"""Synchronising: the index is brought up to the corpus, whatever happened to either in between."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from corpus import CorpusStore, VersionSummary
from index.documents import described_meta, embed_passages
from index.embedding import Encoder
from index.passages import Passage, cut_passages
from index.state import IndexedVersion, IndexState, write_state
from index.store import PassageStore

_AT_ONCE = 256  # passages embedded and marked done together: what a killed process has to do again

Progress = Callable[[int, int], None]
Cut = tuple[VersionSummary, tuple[Passage, ...]]


@dataclass(frozen=True, slots=True)
class SyncReport:
    """Versions added, removed and given a new interval; ``passages`` counts those embedded."""

    added: int = 0
    removed: int = 0
    changed: int = 0
    passages: int = 0


class Synchroniser:
    """One run over one store of passages. ``load_encoder`` is called only where there is something to embed."""

    def __init__(
        self, corpus: CorpusStore, store: PassageStore, path: Path, load_encoder: Callable[[], Encoder]
    ) -> None:
        self._corpus = corpus
        self._store = store
        self._path = path
        self._load_encoder = load_encoder

    def run(self, state: IndexState, on_progress: Progress) -> tuple[IndexState, SyncReport]:
        """Bring the store from ``state`` to the corpus; a run that is killed is made good by the next one."""
        summaries = {summary.id: summary for summary in self._corpus.summaries()}
        state = self._without_damage(state)
        gone = [v for v, done in state.versions.items() if v not in summaries or _is_renamed(summaries[v], done)]
        state = self._remove(state, gone)
        changed = [s for s in summaries.values() if s.id in state.versions and _has_moved(s, state.versions[s.id])]
        state = self._move(state, changed)
        missing = [summary for summary in summaries.values() if summary.id not in state.versions]
        state, passages = self._add(state, missing, on_progress)
        self._sweep(state)
        return state, SyncReport(len(missing), len(gone), len(changed), passages)

    def _without_damage(self, state: IndexState) -> IndexState:
        """Without the versions of which passages are lost; they count as missing then."""
        if self._store.count_documents() == state.passages:
            return state
        whole = {v: done for v, done in state.versions.items() if self._store.count_documents(_of(v)) == done.passages}
        return replace(state, versions=whole)

    def _remove(self, state: IndexState, gone: Sequence[str]) -> IndexState:
        for version in gone:
            self._store.delete_where(_of(version))
        kept = {version: done for version, done in state.versions.items() if version not in gone}
        return self._mark(replace(state, versions=kept)) if gone else state

    def _move(self, state: IndexState, changed: Sequence[VersionSummary]) -> IndexState:
        """A new version ends the one before, a correction gives another level: no vector is made again."""
        for summary in changed:
            self._store.update_meta(_of(summary.id), described_meta(summary))
        moved = {s.id: _indexed(s, state.versions[s.id].passages) for s in changed}
        return self._mark(replace(state, versions={**state.versions, **moved})) if changed else state

    def _add(
        self, state: IndexState, missing: Sequence[VersionSummary], on_progress: Progress
    ) -> tuple[IndexState, int]:
        if not missing:
            return state, 0
        state, cuts = self._adopt(state, [self._cut(summary) for summary in missing])
        if not cuts:
            return state, 0
        encoder = self._load_encoder()
        total, done = sum(len(passages) for _, passages in cuts), 0
        on_progress(0, total)
        for group in _groups(cuts):
            for summary, _ in group:
                self._store.delete_where(_of(summary.id))  # left by a run that was killed, or damaged
            together = [(summary, passage) for summary, passages in group for passage in passages]
            for at in range(0, len(together), _AT_ONCE):
                documents = embed_passages(encoder, together[at : at + _AT_ONCE])
                self._store.write_documents(documents)
                done += len(documents)
                on_progress(done, total)
            added = {summary.id: _indexed(summary, len(passages)) for summary, passages in group}
            state = self._mark(replace(state, versions={**state.versions, **added}))
        self._store.optimise()
        self._store.flush()
        return state, total

    def _adopt(self, state: IndexState, cuts: Sequence[Cut]) -> tuple[IndexState, list[Cut]]:
        """Take over versions that are whole in the store: a killed run's, or another machine's on one server."""
        here = [cut for cut in cuts if cut[1] and self._store.count_documents(_of(cut[0].id)) == len(cut[1])]
        for summary, _ in here:
            self._store.update_meta(_of(summary.id), described_meta(summary))
        adopted = {summary.id: _indexed(summary, len(passages)) for summary, passages in here}
        rest = [cut for cut in cuts if cut[0].id not in adopted]
        return (self._mark(replace(state, versions={**state.versions, **adopted})) if here else state), rest

    def _cut(self, summary: VersionSummary) -> Cut:
        return summary, cut_passages(summary.instrument, self._corpus.version(summary.id))

    def _mark(self, state: IndexState) -> IndexState:
        self._store.flush()  # first the passages are safe, then it is said that they are there
        write_state(self._path, state)
        return state

    def _sweep(self, state: IndexState) -> None:
        """Remove what belongs to no version of the corpus."""
        if self._store.count_documents() != state.passages:
            strangers = {"field": "meta.version_id", "operator": "not in", "value": list(state.versions)}
            self._store.delete_where(strangers)
            self._store.flush()


def _groups(cuts: Sequence[Cut]) -> Iterator[list[Cut]]:
    """Versions in groups of at least ``_AT_ONCE`` passages: texts of like length are then found together."""
    group: list[Cut] = []
    size = 0
    for cut in cuts:
        group.append(cut)
        size += len(cut[1])
        if size >= _AT_ONCE:
            yield group
            group, size = [], 0
    if group:
        yield group


def _of(version: str) -> dict[str, Any]:
    return {"field": "meta.version_id", "operator": "==", "value": version}


def _indexed(summary: VersionSummary, passages: int) -> IndexedVersion:
    return IndexedVersion(**described_meta(summary), passages=passages, title=summary.instrument.title)


def _is_renamed(summary: VersionSummary, done: IndexedVersion) -> bool:
    """Whether its title has been corrected: it is part of what was embedded."""
    return done.title not in ("", summary.instrument.title)


def _has_moved(summary: VersionSummary, done: IndexedVersion) -> bool:
    return _indexed(summary, done.passages) != done
