"""Shares (条款构成): how many sentences of each kind a text, a level or a city has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from duties.clauses.clause import Clause, ClauseKind


@dataclass(frozen=True, slots=True)
class Shares:
    """Sentences by kind; shares of nothing are 0."""

    counts: Mapping[ClauseKind, int]

    @property
    def total(self) -> int:
        """All sentences."""
        return sum(self.counts.values())

    def of(self, kind: ClauseKind) -> float:
        """The part of all sentences that are of this kind.

        >>> Shares({ClauseKind.DUTY: 3, ClauseKind.STATEMENT: 1}).of(ClauseKind.DUTY)
        0.75
        """
        return self.counts.get(kind, 0) / self.total if self.total else 0.0

    def __add__(self, other: Shares) -> Shares:
        """Both together: the shares of a city are those of all its texts' sentences."""
        return Shares({kind: self.counts.get(kind, 0) + other.counts.get(kind, 0) for kind in ClauseKind})


def shares_of(clauses: Iterable[Clause]) -> Shares:
    """The sentences counted by kind, every kind named."""
    counted = Counter(clause.kind for clause in clauses)
    return Shares({kind: counted[kind] for kind in ClauseKind})
