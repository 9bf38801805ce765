"""Stores of passages behind Haystack's DocumentStore protocol: Qdrant Edge in this process, or a server.

The server's store is in ``index.store.server``: its client takes seconds to import, and most installations have none.
"""

from __future__ import annotations

import corpus.offline

# isort: split
from index.store.edge import EdgeDocumentStore
from index.store.hybrid import Scored, fuse, score_hybrid
from index.store.passage_store import DENSE, LEXICAL, PassageStore

__all__ = [
    "DENSE",
    "LEXICAL",
    "EdgeDocumentStore",
    "PassageStore",
    "Scored",
    "fuse",
    "score_hybrid",
]
