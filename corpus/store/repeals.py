"""Repeals (废止): what later texts say is repealed, found when it is asked for; no version is changed by another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Select, select

from corpus.claim import Claim, ClaimSource
from corpus.instrument import Instrument, short_title
from corpus.store import rows
from corpus.store.corrections import claimed
from corpus.store.tables import CLAIMS, CORRECTIONS, INSTRUMENTS, VERSIONS
from corpus.territory import Territory
from corpus.timeline import Repeal
from corpus.version import Dates

_STATE = "中华人民共和国"


@dataclass(frozen=True, slots=True)
class Repeals:
    """What is said to be repealed, by short title, with the territory of the text that says so."""

    said: Mapping[str, tuple[tuple[Territory, Repeal], ...]]

    def of(self, instrument: Instrument) -> tuple[Repeal, ...]:
        """The repeals of an instrument: its exact title, by a body of its own territory or of one above.

        A city's rules never repeal a namesake of another city.
        """
        said = self.said.get(short_title(instrument.title), ())
        return tuple(repeal for territory, repeal in said if territory.holds(instrument.territory))


def read_repeals(connection: Connection, title: str | None = None) -> Repeals:
    """Every repeal that the texts of the corpus speak of; only those of ``title`` where one is given."""
    said: dict[str, list[tuple[Territory, Repeal]]] = {}
    repealing = _repealing(connection, title)
    claims = claimed(connection, ("repeals", *_DATES), repealing) if repealing else {}
    query = select(VERSIONS.c.id, *_DESCRIBED).join(INSTRUMENTS).where(VERSIONS.c.id.in_(list(claims)))
    for row in connection.execute(query.order_by(VERSIONS.c.sequence)).all() if claims else ():
        instrument, version = rows.read_instrument(row, "instrument_id"), row._mapping["id"]
        day = _day(rows.read_dates(row._mapping), claims[version])
        if day is None:
            continue
        for claim in _named(claims[version]):
            for value in claim.value.splitlines():
                repeal = Repeal(day, instrument.title, claim.quote, version)
                said.setdefault(short_title(value), []).append((instrument.territory, repeal))
    return Repeals({name: tuple(found) for name, found in said.items()})


_DATES = ("effective_on", "first_effective_on", "first_promulgated_on")
_DESCRIBED = (
    *(column for column in VERSIONS.c if column.name.endswith("_on")),
    VERSIONS.c.instrument_id,
    *(column for column in INSTRUMENTS.c if column.name != "id"),
)


def _repealing(connection: Connection, title: str | None) -> tuple[str, ...]:
    """The versions that speak of a repeal, by their own words or by a person's correction."""
    read: Select[tuple[str]] = select(CLAIMS.c.version_id).where(CLAIMS.c.field == "repeals")
    if title is not None:
        short = short_title(title)
        read = read.where(CLAIMS.c.value.in_((short, _STATE + short)))
    said: Select[tuple[str]] = select(CORRECTIONS.c.version_id).where(CORRECTIONS.c.field == "repeals")
    return tuple(dict.fromkeys(str(row[0]) for query in (read, said) for row in connection.execute(query)))


def _named(claims: Sequence[Claim]) -> Sequence[Claim]:
    named = [claim for claim in claims if claim.field == "repeals"]
    return [claim for claim in named if claim.source is ClaimSource.USER] or named


def _day(dates: Dates, claims: Sequence[Claim]) -> date | None:
    """When the words of repeal began to count: with the 施行 clause that they stand in.

    An amended text keeps the clause of its first version, and the repeal is as old as that.
    """
    clause = [c.value for c in claims if c.field in _DATES[:2] and c.source is ClaimSource.TEXT]
    first = [c.value for c in claims if c.field.startswith("first_")]
    if dates.stated_on is not None or (dates.effective_on is not None and not clause):
        return dates.starts_on
    known = clause[:1] or first
    return date.fromisoformat(max(known)) if known else dates.starts_on
