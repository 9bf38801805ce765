"""Kept matters (事项留存): the grouping that an earlier visit worked out, under the texts and vectors it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus import CorpusStore
from duties import Matter, ReadText, group_matters, read_matters, wordings_of, write_matters
from ui.kept import kept_key
from ui.wordings import Progress, Wordings

_WHAT, _BARE, _ALL = "matters", "bare", "*"


@dataclass(frozen=True, slots=True)
class Grouped:
    """The matters as the rules make them, and how many wordings had no vector."""

    matters: tuple[Matter, ...]
    bare: int


class KeptMatters:
    """Groups once for each state of texts and vectors. People's edits are no part of it."""

    def __init__(self, store: CorpusStore, wordings: Wordings) -> None:
        self._store, self.wordings = store, wordings

    def read(self, texts: Sequence[ReadText]) -> Grouped:
        """The matters of these texts: kept ones where nothing has changed since, else grouped and kept."""
        key = self._key(texts)
        kept = self._store.derived.read(_WHAT, {_ALL: key, _BARE: key})
        if len(kept) == 2:
            return Grouped(read_matters(kept[_ALL], texts), int(kept[_BARE]))
        wanted = sorted(wordings_of(texts))
        vectors = self.wordings.kept(wanted)
        grouped = Grouped(group_matters(texts, vectors), len(wanted) - len(vectors))
        written = {_ALL: (key, write_matters(grouped.matters, texts)), _BARE: (key, str(grouped.bare).encode())}
        self._store.derived.keep(_WHAT, written)
        return grouped

    def learn(self, texts: Sequence[ReadText], on_progress: Progress) -> int:
        """Embed the wordings of these texts that have no vector."""
        return self.wordings.complete(sorted(wordings_of(texts)), on_progress)

    def _key(self, texts: Sequence[ReadText]) -> str:
        """Every correction moves the revision, so what people say of a list's columns is in it."""
        named = (f"{text.version.id} {text.instrument!r}" for text in texts)
        return kept_key(str(self._store.revision()), self.wordings.state(), *named)
