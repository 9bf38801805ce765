"""Means with bootstrap intervals: how far a figure would move with other questions of the same kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

_RESAMPLES = 2000
_SEED = 0
_COVERED = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean and the borders between which 95 % of the means of resampled topics lie."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}]"


def mean_of(values: Sequence[float]) -> Mean:
    """The mean of one value per topic; the same values give the same interval in every run.

    >>> str(mean_of([1.0, 1.0, 1.0]))
    '1.000 [1.000, 1.000]'
    """
    if not values:
        return Mean(0.0, 0.0, 0.0)
    given = np.asarray(values, np.float64)
    drawn = np.random.default_rng(_SEED).integers(0, len(given), (_RESAMPLES, len(given)))
    low, high = np.percentile(given[drawn].mean(axis=1), _COVERED)
    return Mean(float(given.mean()), float(low), float(high))
