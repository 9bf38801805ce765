"""When each version of an instrument is in force, and its status (时效) on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from corpus.status import Status
from corpus.version import Dates


@dataclass(frozen=True, slots=True)
class Repeal:
    """From ``on`` the text ``by`` (its title) holds an instrument repealed, in the words ``quote`` (…同时废止)."""

    on: date
    by: str
    quote: str = ""
    version_id: str = ""


@dataclass(frozen=True, slots=True)
class Interval:
    """In force from ``starts_on`` (included) to ``ends_on`` (excluded); ``repealed`` tells repeal from replacement.

    ``repealed_by`` is the repealing text where one is known.
    """

    starts_on: date
    ends_on: date
    repealed: bool = False
    repealed_by: Repeal | None = None

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


def intervals(versions: Iterable[tuple[str, Dates]], repeals: Iterable[Repeal] = ()) -> Mapping[str, Interval]:
    """The interval of each version id of ONE instrument: a version ends when the next starts or when it is repealed.

    A version without any date counts as the oldest. Of two that start on one day the one made public later holds, and
    where that does not tell them apart, the later one in the order given. A repealing text ends what was in force
    on its day, not what came later under the same title.
    """
    dated = sorted(versions, key=lambda pair: _order(pair[1]))
    result: dict[str, Interval] = {}
    for position, (version, dates) in enumerate(dated):
        following = dated[position + 1][1].starts_on if position + 1 < len(dated) else None
        starts, ends = dates.starts_on or date.min, following or date.max
        own = [Repeal(dates.repealed_on, "")] if dates.repealed_on is not None else []
        last = min((r for r in (*own, *repeals) if starts < r.on <= ends), key=lambda r: r.on, default=None)
        if last is None and own and own[0].on <= starts:
            last = own[0]
        named = last if last is not None and last.by else None
        result[version] = Interval(starts, last.on if last else ends, last is not None, named)
    return result
