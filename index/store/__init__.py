"""Stores of passages behind Haystack's DocumentStore protocol: Qdrant Edge in this process, or a server."""

from __future__ import annotations

import corpus.offline

# isort: split
from index.store.edge import EdgeDocumentStore
from index.store.hybrid import Scored, fuse, score_hybrid
from index.store.passage_store import DENSE, LEXICAL, PassageStore
from index.store.server import QdrantDocumentStore

__all__ = [
    "DENSE",
    "LEXICAL",
    "EdgeDocumentStore",
    "PassageStore",
    "QdrantDocumentStore",
    "Scored",
    "fuse",
    "score_hybrid",
]
