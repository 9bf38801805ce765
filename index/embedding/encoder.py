"""Encoder: texts to dense vectors by sentence-transformers, with the model's prompts (``query:``, ``passage:``)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from corpus import QuanzeError, Settings
from index.embedding.batches import plan_batches
from index.embedding.unpack import FOLDER, unpack_default_model

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = NDArray[np.float32]


class Encoder:
    """One loaded model; threads may share it."""

    def __init__(self, model: SentenceTransformer) -> None:
        self._model = model
        self._lock = Lock()  # a tokenizer of the Rust library refuses two threads at once
        self.size = int(model.get_embedding_dimension() or 0)

    @classmethod
    def load(cls, settings: Settings) -> Encoder:
        """The model of ``settings.model`` by name or path; empty: the default one, unpacked where it is missing."""
        source = Path(model_source(settings))
        return _loaded(str(source.resolve()) if source.exists() else str(source), settings.threads)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """One normalised row per text of law."""
        return self._encode(texts, "passage")

    def query(self, text: str) -> list[float]:
        """The vector of one question."""
        row: list[float] = self.queries([text])[0].tolist()
        return row

    def queries(self, texts: Sequence[str]) -> Vectors:
        """One normalised row per question; many together are faster than one by one."""
        return self._encode(texts, "query")

    def _encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        written = [f"{self._model.prompts.get(prompt) or ''}{text}" for text in texts]
        rows = np.zeros((len(texts), self.size), np.float32)
        for batch in plan_batches(self._lengths(written)):
            rows[list(batch)] = self._encode_batch([written[at] for at in batch])
        return rows

    def _encode_batch(self, texts: list[str]) -> Vectors:
        with self._lock:
            rows: Vectors = self._model.encode(
                texts, prompt="", batch_size=len(texts), normalize_embeddings=True, show_progress_bar=False
            )
        return rows

    def _lengths(self, texts: Sequence[str]) -> list[int]:
        limit = self._model.max_seq_length or 512
        with self._lock:
            ids = self._model.tokenizer(list(texts), verbose=False)["input_ids"] if texts else []
        return [min(len(row), limit) for row in ids]


@cache
def _loaded(source: str, threads: int) -> Encoder:
    """One model in memory per process, however many indexes are opened."""
    return Encoder(_load(source, threads))


def model_source(settings: Settings) -> str:
    """Name or path to load: ``settings.model``, else the folder of the default model, unpacked where it is missing."""
    return settings.model or str(unpack_default_model(settings.models))


def model_name(settings: Settings) -> str:
    """What tells two models apart, found without loading them: an index made by one is never searched by another.

    The name, and for a folder the size of its weights: another model under an old name is another model.
    """
    source = Path(model_source(settings))
    weights = sorted(source.rglob("*.safetensors")) if source.is_dir() else []
    sizes = "-".join(str(path.stat().st_size) for path in weights)
    return f"{settings.model or FOLDER}@{sizes}"


def has_fast_bfloat16() -> bool:
    """Whether the processor has AMX: with AVX512 alone bf16 is four times slower than fp32, with AVX2 nine times."""
    cpuinfo = Path("/proc/cpuinfo")
    return cpuinfo.is_file() and "amx_bf16" in cpuinfo.read_text(errors="ignore")


def _load(source: str, threads: int) -> SentenceTransformer:
    # Loaded here, not above: torch takes seconds to import, and most commands never embed anything.
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as transformers_logging

    if threads:
        torch.set_num_threads(threads)
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    precision = torch.bfloat16 if has_fast_bfloat16() else torch.float32
    try:
        return SentenceTransformer(source, device="cpu", model_kwargs={"dtype": precision})
    except (OSError, ValueError) as error:
        remedy = "请检查 QUANZE_MODEL：应为 sentence-transformers 模型的文件夹路径，或（HF_HUB_OFFLINE=0 时）模型名称"
        raise QuanzeError("无法载入向量模型", place=source, remedy=remedy) from error
