"""Encoder: texts to dense vectors by sentence-transformers, with the prompts of the model (``query:``, ``passage:``)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
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
    """One loaded model. ``name`` tells two models apart, so that an index is never searched with another model's vectors."""

    def __init__(self, model: SentenceTransformer, name: str) -> None:
        self._model = model
        self.name = name
        self.size = int(model.get_embedding_dimension() or 0)

    @classmethod
    def load(cls, settings: Settings) -> Encoder:
        """The model of ``settings.model`` by name or path; empty: the default one, unpacked where it is missing."""
        source = settings.model or str(unpack_default_model(settings.models))
        name = Path(settings.model).name if settings.model else FOLDER
        return cls(_load(source, settings.threads), f"{name}@{_fingerprint(Path(source))}")

    def passages(self, texts: Sequence[str]) -> Vectors:
        """One normalised row per text of law."""
        return self._encode(texts, "passage")

    def query(self, text: str) -> Vectors:
        """The vector of one question."""
        row: Vectors = self._encode([text], "query")[0]
        return row

    def _encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        prefix = self._model.prompts.get(prompt, "")
        written = [prefix + text for text in texts]
        rows = np.zeros((len(texts), self.size), np.float32)
        for batch in plan_batches(self._lengths(written)):
            rows[list(batch)] = self._model.encode(
                [written[at] for at in batch],
                prompt="",
                batch_size=len(batch),
                normalize_embeddings=True,
                show_progress_bar=False,
            )
        return rows

    def _lengths(self, texts: Sequence[str]) -> list[int]:
        limit = self._model.max_seq_length or 512
        return [min(len(ids), limit) for ids in self._model.tokenizer(list(texts), verbose=False)["input_ids"]] if texts else []


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


def _fingerprint(source: Path) -> str:
    """Size of the weights where the model is a folder: a changed model under an old name is another model."""
    weights = sorted(source.glob("*.safetensors")) if source.is_dir() else []
    return "-".join(str(path.stat().st_size) for path in weights) or "hub"
