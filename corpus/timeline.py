"""When each version of an instrument is in force, and its status (时效) on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from corpus.status import Status
from corpus.version import Dates


@dataclass(frozen=True, slots=True)
class Interval:
    """In force from ``starts_on`` (included) to ``ends_on`` (excluded); ``repealed`` tells repeal from replacement."""

    starts_on: date
    ends_on: date
    repealed: bool = False

    def status(self, day: date) -> Status:
        """The word for ``day``.

        >>> Interval(date(2020, 1, 1), date(2024, 1, 1)).status(date(2024, 1, 1))
        <Status.AMENDED: '已修改'>
        """
        if day < self.starts_on:
            return Status.NOT_YET
        if day < self.ends_on:
            return Status.IN_FORCE
        return Status.REPEALED if self.repealed else Status.AMENDED


def _order(dates: Dates) -> tuple[date, date]:
    return dates.starts_on or date.min, dates.promulgated_on or date.min


def intervals(versions: Iterable[tuple[str, Dates]]) -> Mapping[str, Interval]:
    """The interval of each version id of ONE instrument: a version ends when the next starts or when it is repealed.

    A version without any date counts as the oldest. Of two that start on one day the one made public later holds, and
    where that does not tell them apart, the later one in the order given.
    """
    dated = sorted(versions, key=lambda pair: _order(pair[1]))
    result: dict[str, Interval] = {}
    for position, (version, dates) in enumerate(dated):
        following = dated[position + 1][1].starts_on if position + 1 < len(dated) else None
        ends = following or date.max
        repealed = dates.repealed_on is not None and dates.repealed_on <= ends
        last = dates.repealed_on if repealed and dates.repealed_on is not None else ends
        result[version] = Interval(dates.starts_on or date.min, last, repealed)
    return result
