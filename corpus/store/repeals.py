"""Repeals (废止): what later texts say is repealed, found when it is asked for; no version is changed by another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Select, select

from corpus.claim import ClaimSource
from corpus.instrument import Instrument, short_title
from corpus.store import rows
from corpus.store.corrections import claims_of
from corpus.store.tables import CLAIMS, CORRECTIONS, INSTRUMENTS, VERSIONS
from corpus.territory import Territory
from corpus.timeline import Repeal

_STATE = "中华人民共和国"
_FIRST_DATES = ("first_effective_on", "first_promulgated_on")


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
    for version in _repealing(connection, title):
        for value, territory, repeal in _read(connection, version):
            said.setdefault(short_title(value), []).append((territory, repeal))
    return Repeals({name: tuple(found) for name, found in said.items()})


def _repealing(connection: Connection, title: str | None) -> Iterable[str]:
    """The versions that speak of a repeal, by their own words or by a person's correction."""
    read: Select[tuple[str]] = select(CLAIMS.c.version_id).where(CLAIMS.c.field == "repeals")
    if title is not None:
        short = short_title(title)
        read = read.where(CLAIMS.c.value.in_((short, _STATE + short)))
    said: Select[tuple[str]] = select(CORRECTIONS.c.version_id).where(CORRECTIONS.c.field == "repeals")
    return dict.fromkeys(str(row[0]) for query in (read, said) for row in connection.execute(query))


def _read(connection: Connection, version: str) -> Iterable[tuple[str, Territory, Repeal]]:
    query = select(VERSIONS, *(c for c in INSTRUMENTS.c if c.name != "id")).join(INSTRUMENTS)
    row = connection.execute(query.where(VERSIONS.c.id == version)).first()
    if row is None:  # a correction of a version that is not here
        return
    instrument = rows.read_instrument(row, "instrument_id")
    claims = claims_of(connection, version)
    # An amended text keeps the clause of its first version: the repeal is as old as that.
    first = [date.fromisoformat(claim.value) for claim in claims if claim.field in _FIRST_DATES]
    day = max(first) if first else rows.read_dates(row._mapping).starts_on
    if day is None:
        return
    named = [claim for claim in claims if claim.field == "repeals"]
    by_person = [claim for claim in named if claim.source is ClaimSource.USER]
    for claim in by_person or named:
        for title in claim.value.splitlines():
            yield title, instrument.territory, Repeal(day, instrument.title, claim.quote, version)
