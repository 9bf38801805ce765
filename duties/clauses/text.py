"""One text with its sentences told by kind, and the totals of many texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from corpus import Instrument
from duties.clauses.clause import Clause
from duties.clauses.shares import Shares, shares_of

Group = TypeVar("Group")


@dataclass(frozen=True, slots=True)
class ClauseText:
    """An instrument, the version that was read, its sentences and their shares."""

    instrument: Instrument
    version_id: str
    clauses: tuple[Clause, ...]
    shares: Shares

    @classmethod
    def of(cls, instrument: Instrument, version_id: str, clauses: Iterable[Clause]) -> ClauseText:
        """The text with its shares counted."""
        told = tuple(clauses)
        return cls(instrument, version_id, told, shares_of(told))


def shares_by(texts: Iterable[ClauseText], group: Callable[[ClauseText], Group]) -> dict[Group, tuple[int, Shares]]:
    """Under each group (a level, a city) how many texts it has and the shares of all their sentences together."""
    found: dict[Group, tuple[int, Shares]] = {}
    for text in texts:
        number, shares = found.get(group(text), (0, Shares({})))
        found[group(text)] = number + 1, shares + text.shares
    return found
