"""Kept (留存): duties and findings that an earlier visit worked out, under the code and the claims they came from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from hashlib import sha256
from itertools import islice
from pathlib import Path

import corpus
import duties
from corpus import CorpusStore, Instrument, Version, claimed_roles, release_of
from duties import Clause, ClauseText, Duty, Finding, clauses_of, extract_duties, pack, unpack

Pair = tuple[Instrument, str]
"""An instrument and the id of its version."""

_TOGETHER = 64
"""Texts written in one transaction: a process that is killed loses no more than these."""
_CORPUS = "*"


class Kept:
    """Reads and writes the derived rows of one corpus."""

    def __init__(self, store: CorpusStore) -> None:
        self._store = store

    def read(self, pairs: Iterable[Pair]) -> Iterator[tuple[Instrument, Version, tuple[Duty, ...]]]:
        """Each version with its duties: kept ones where they still hold, else extracted and kept."""
        claims = self._store.claimed("column")
        rest = iter(pairs)
        while batch := tuple(islice(rest, _TOGETHER)):
            keys = {
                version_id: kept_key(repr(instrument), repr(sorted(claimed_roles(claims.get(version_id, ())).items())))
                for instrument, version_id in batch
            }
            kept = self._store.derived.read("duties", keys)
            made: dict[str, tuple[str, bytes]] = {}
            for instrument, version_id in batch:
                version = self._store.version(version_id)
                if version_id in kept:
                    found = unpack(kept[version_id], Duty)
                else:
                    found = extract_duties(instrument, version, claims.get(version_id, ()))
                    made[version_id] = keys[version_id], pack(found)
                yield instrument, version, found
            if made:
                self._store.derived.keep("duties", made)

    def clauses(self, pairs: Iterable[Pair]) -> Iterator[ClauseText]:
        """Each version with its sentences by kind."""
        rest, key = iter(pairs), kept_key()
        while batch := tuple(islice(rest, _TOGETHER)):
            kept = self._store.derived.read("clauses", {version_id: key for _, version_id in batch})
            told = {version_id: unpack(packed, Clause) for version_id, packed in kept.items()}
            missing = [version_id for _, version_id in batch if version_id not in kept]
            told |= {version_id: clauses_of(self._store.version(version_id)) for version_id in missing}
            if missing:
                self._store.derived.keep("clauses", {v: (key, pack(told[v])) for v in missing})
            yield from (ClauseText.of(instrument, v, told[v]) for instrument, v in batch)

    def findings(self, pairs: Sequence[Pair], find: Callable[[], tuple[Finding, ...]]) -> tuple[Finding, ...]:
        """The findings of the whole corpus as it stands today; ``find`` works them out where none are kept."""
        state = (str(self._store.revision()), date.today().isoformat(), *(repr(pair) for pair in pairs))
        key = kept_key(*state)
        kept = self._store.derived.read("findings", {_CORPUS: key})
        if _CORPUS in kept:
            return unpack(kept[_CORPUS], Finding)
        found = find()
        self._store.derived.keep("findings", {_CORPUS: (key, pack(found))})
        return found


def kept_key(*parts: str) -> str:
    """The key of what was worked out of these parts by the code of today."""
    releases = (release_of(Path(str(room.__file__)).parent) for room in (corpus, duties))
    return sha256("\n".join((*releases, *parts)).encode()).hexdigest()
