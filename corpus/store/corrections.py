"""Corrections (更正): what people say of a version goes before what was read, for ever, and describes it anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from corpus.claim import Claim, Correction
from corpus.description import SHARED, describing_claims, resolve_dates, resolve_instrument
from corpus.errors import StoreError
from corpus.gazetteer import Gazetteer
from corpus.store import rows
from corpus.store.tables import CLAIMS, CORRECTIONS, INSTRUMENTS, VERSIONS


def keep_correction(
    connection: Connection, version_id: str, claim: Claim, gazetteer: Gazetteer, is_withdrawn: bool = False
) -> None:
    """Note the correction and describe anew every version that it holds for."""
    read_as = _read_as(connection, version_id)
    touched = _family(connection, read_as) if claim.field in SHARED else [version_id]
    for version in touched:
        _complete(connection, version)
    correction = Correction(version_id, claim, datetime.now(UTC).replace(tzinfo=None), is_withdrawn)
    connection.execute(insert(CORRECTIONS).values(rows.correction_values(correction, read_as)))
    describe_again(connection, touched, gazetteer)


def corrections_of(connection: Connection, version_id: str) -> tuple[Correction, ...]:
    """Every correction made on this version, the oldest first, those taken back too."""
    query = select(CORRECTIONS).where(CORRECTIONS.c.version_id == version_id).order_by(CORRECTIONS.c.sequence)
    return tuple(rows.read_correction(row) for row in connection.execute(query))


def said_claims(connection: Connection, version_id: str, read_as: str) -> tuple[Claim, ...]:
    """The corrections that hold for a version: its own, and those of the instrument made on another version of it."""
    own = CORRECTIONS.c.version_id == version_id
    shared = (CORRECTIONS.c.read_as == read_as) & CORRECTIONS.c.field.in_(sorted(SHARED))
    found = connection.execute(select(CORRECTIONS).where(or_(own, shared)).order_by(CORRECTIONS.c.sequence))
    last = {correction.claim.field: correction for correction in map(rows.read_correction, found)}
    return tuple(correction.claim for correction in last.values() if not correction.is_withdrawn)


def claims_of(connection: Connection, version_id: str) -> tuple[Claim, ...]:
    """The corrections that hold, then what was read."""
    read = _read_claims(connection, version_id)
    return (*said_claims(connection, version_id, _read_as(connection, version_id)), *read)


def claimed(
    connection: Connection, fields: Sequence[str], versions: Sequence[str] | None = None
) -> dict[str, tuple[Claim, ...]]:
    """The claims about ``fields`` of every version that has any, in the order of landing, corrections first."""
    read = select(CLAIMS).join(VERSIONS, VERSIONS.c.id == CLAIMS.c.version_id).where(CLAIMS.c.field.in_(fields))
    if versions is not None:
        read = read.where(CLAIMS.c.version_id.in_(versions))
    found: dict[str, list[Claim]] = {}
    for row in connection.execute(read.order_by(VERSIONS.c.sequence, CLAIMS.c.position)):
        found.setdefault(row._mapping["version_id"], []).append(rows.read_claim(row))
    for version in _corrected(connection):
        if versions is None or version in versions:
            found[version] = [claim for claim in claims_of(connection, version) if claim.field in fields]
    return {version: tuple(claims) for version, claims in found.items() if claims}


def _corrected(connection: Connection) -> Sequence[str]:
    """The versions that some correction may hold for: made on them, or on another read as the same instrument."""
    made = connection.execute(select(CORRECTIONS.c.version_id, CORRECTIONS.c.read_as).distinct()).all()
    if not made:
        return ()
    read_as = func.coalesce(VERSIONS.c.read_as, VERSIONS.c.instrument_id)
    named = or_(VERSIONS.c.id.in_([row[0] for row in made]), read_as.in_([row[1] for row in made]))
    return [str(row[0]) for row in connection.execute(select(VERSIONS.c.id).where(named))]


def last_correction(connection: Connection) -> int:
    """A number that grows with every correction."""
    return connection.execute(select(func.max(CORRECTIONS.c.sequence))).scalar() or 0


def describe_again(connection: Connection, versions: Iterable[str], gazetteer: Gazetteer) -> None:
    """Resolve the claims of these versions: dates, and the instrument that each belongs to."""
    touched: dict[str, None] = {}
    for version in versions:
        claims = claims_of(connection, version)
        instrument = resolve_instrument(claims, gazetteer)
        here = VERSIONS.c.id == version
        before = connection.execute(select(VERSIONS.c.instrument_id).where(here)).scalar_one()
        if not connection.execute(select(INSTRUMENTS.c.id).where(INSTRUMENTS.c.id == instrument.id)).first():
            connection.execute(insert(INSTRUMENTS).values(rows.instrument_values(instrument)))
        dates = rows.date_values(resolve_dates(claims))
        connection.execute(update(VERSIONS).where(here).values(instrument_id=instrument.id, **dates))
        touched |= {before: None, instrument.id: None}
    for instrument_id in touched:
        refresh_instrument(connection, instrument_id, gazetteer)


def refresh_instrument(connection: Connection, instrument_id: str, gazetteer: Gazetteer) -> None:
    """An instrument is described as its last version is; one that no version is left of goes."""
    query = select(VERSIONS).where(VERSIONS.c.instrument_id == instrument_id).order_by(VERSIONS.c.sequence)
    found = connection.execute(query).all()
    if not found:
        connection.execute(delete(INSTRUMENTS).where(INSTRUMENTS.c.id == instrument_id))
        return
    last = max(found, key=lambda row: str(rows.read_dates(row._mapping).starts_on or ""))._mapping["id"]
    claims = _completed(connection, last)
    values = rows.instrument_values(resolve_instrument(claims, gazetteer))
    del values["id"]
    connection.execute(update(INSTRUMENTS).where(INSTRUMENTS.c.id == instrument_id).values(values))


def _completed(connection: Connection, version_id: str) -> Sequence[Claim]:
    return (*claims_of(connection, version_id), *_unsaid(connection, version_id))


def _complete(connection: Connection, version_id: str) -> None:
    """Write down what holds without any claim (in an older database), so that it comes back after a correction."""
    missing = _unsaid(connection, version_id)
    highest = select(func.max(CLAIMS.c.position)).where(CLAIMS.c.version_id == version_id)
    first = (connection.execute(highest).scalar() or 0) + 1
    for position, values in enumerate(rows.claim_values(version_id, missing), first):
        connection.execute(insert(CLAIMS).values({**values, "position": position}))


def _unsaid(connection: Connection, version_id: str) -> tuple[Claim, ...]:
    """What a version that landed under an earlier release was taken for without a claim; now all is claimed."""
    known = {claim.field for claim in _read_claims(connection, version_id)}
    if "territory" in known:
        return ()
    query = select(VERSIONS, *(c for c in INSTRUMENTS.c if c.name != "id")).join(INSTRUMENTS)
    row = connection.execute(query.where(VERSIONS.c.id == version_id)).one()
    described = describing_claims(rows.read_instrument(row, "instrument_id"), rows.read_dates(row._mapping))
    return tuple(claim for claim in described if claim.field not in known)


def _read_claims(connection: Connection, version_id: str) -> Sequence[Claim]:
    query = select(CLAIMS).where(CLAIMS.c.version_id == version_id).order_by(CLAIMS.c.position)
    return [rows.read_claim(row) for row in connection.execute(query)]


def _read_as(connection: Connection, version_id: str) -> str:
    query = select(func.coalesce(VERSIONS.c.read_as, VERSIONS.c.instrument_id)).where(VERSIONS.c.id == version_id)
    found = connection.execute(query).scalar()
    if found is None:
        raise StoreError("语料库中没有这个文本版本", place=version_id)
    return str(found)


def _family(connection: Connection, read_as: str) -> list[str]:
    """The versions that were read as one instrument."""
    named = func.coalesce(VERSIONS.c.read_as, VERSIONS.c.instrument_id) == read_as
    return [str(row[0]) for row in connection.execute(select(VERSIONS.c.id).where(named).order_by(VERSIONS.c.sequence))]
