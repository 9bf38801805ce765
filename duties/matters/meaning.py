"""Meaning (语义): how near two wordings are by the vectors of a language model, the same on every machine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Packed = Mapping[str, bytes]
"""Vectors by wording, each packed by ``pack_vector``."""

_FULL = 127


def pack_vector(row: NDArray[np.float32]) -> bytes:
    """The vector in whole numbers from -127 to 127: one byte for each dimension, and the last bits of floats gone.

    >>> np.frombuffer(pack_vector(np.array([0.5, -0.25, 0.0], np.float32)), np.int8).tolist()
    [127, -64, 0]
    """
    top = float(np.abs(row).max()) or 1.0
    return bytes(np.rint(row * (_FULL / top)).astype(np.int8).tobytes())


class Meaning:
    """The vectors of some wordings; a wording without one is near nothing and far from nothing.

    >>> packed = {word: pack_vector(np.array(row, np.float32)) for word, row in {"犬": (3, 4), "狗": (4, 3)}.items()}
    >>> meaning = Meaning(packed, ["犬", "狗", "路"])
    >>> [round(float(cosine), 2) for cosine in meaning.nearness(0, [0, 1])], meaning.knows(2)
    ([1.0, 0.96], False)
    """

    def __init__(self, packed: Packed, wordings: Sequence[str]) -> None:
        """Rows by the place of the wording in ``wordings``; whole numbers in float32 multiply without rounding."""
        size = max((len(packed[one]) for one in wordings if one in packed), default=0)
        self._rows = np.zeros((len(wordings), size), np.float32)
        for place, one in enumerate(wordings):
            if len(packed.get(one, b"")) == size:
                self._rows[place] = np.frombuffer(packed[one], np.int8) if size else 0
        self._lengths = np.sqrt(np.einsum("ij,ij->i", self._rows, self._rows, dtype=np.float64))

    def knows(self, place: int) -> bool:
        """Whether that wording has a vector."""
        return bool(self._lengths[place])

    def nearness(self, place: int, others: Sequence[int]) -> NDArray[np.float64]:
        """Cosine of the wording to each of the others; 0 where one has no vector."""
        rows = np.asarray(others, np.int64)
        products = (self._rows[rows] @ self._rows[place]).astype(np.float64)
        lengths = self._lengths[rows] * self._lengths[place]
        cosines = np.zeros(len(rows))
        np.divide(products, lengths, out=cosines, where=lengths > 0)
        return cosines
