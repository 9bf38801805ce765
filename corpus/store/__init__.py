"""The SQL store (SQLAlchemy Core) and the folder of original files."""

from corpus.store.store import CorpusStore

__all__ = ["CorpusStore"]
