"""Wordings (用语向量): the vectors of what duties are about, kept in the database by the hash of the words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

from corpus import CorpusStore, Settings
from duties import pack_vector

_WHAT = "vectors"
_TOGETHER = 256
"""Wordings embedded and kept together: what a killed process has to do again."""

Progress = Callable[[int, int], None]


class Wordings:
    """Reads what is kept at once; embeds only when asked to, and only what is missing."""

    def __init__(self, store: CorpusStore, settings: Settings) -> None:
        self._store, self._settings = store, settings

    def state(self) -> str:
        """Changes with the model and with every vector that is added."""
        return f"{self._key()} {self._store.derived.count(_WHAT, self._key())}"

    def kept(self, wordings: Sequence[str]) -> dict[str, bytes]:
        """The vectors that are there; no model is loaded."""
        by_hash = {_hash(one): one for one in wordings}
        key = self._key()
        found = self._store.derived.read(_WHAT, dict.fromkeys(by_hash, key))
        return {by_hash[subject]: packed for subject, packed in found.items()}

    def complete(self, wordings: Sequence[str], on_progress: Progress = lambda done, total: None) -> int:
        """Embed what is missing, the same words in the same batches; how many. QuanzeError where there is no model."""
        kept = self.kept(wordings)
        missing = sorted(set(wordings) - kept.keys())
        if not missing:
            return 0
        from index import Encoder

        encoder = Encoder.load(self._settings)
        key = self._key()  # only now: loading unpacks the default model where it is missing
        for start in range(0, len(missing), _TOGETHER):
            batch = missing[start : start + _TOGETHER]
            rows = zip(batch, encoder.passages(batch), strict=True)
            self._store.derived.keep(_WHAT, {_hash(one): (key, pack_vector(row)) for one, row in rows})
            on_progress(min(start + _TOGETHER, len(missing)), len(missing))
        return len(missing)

    def _key(self) -> str:
        """The model: its name and the size of its weights, found without loading it and without importing torch."""
        folder = Path(self._settings.model) if self._settings.model else self._settings.models
        weights = sorted(folder.rglob("*.safetensors")) if folder.is_dir() else []
        sizes = "-".join(str(path.stat().st_size) for path in weights)
        return sha256(f"{self._settings.model}@{sizes}".encode()).hexdigest()[:32]


def _hash(wording: str) -> str:
    return sha256(wording.encode()).hexdigest()[:32]
