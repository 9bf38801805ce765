"""Describe (著录): from lines and provisions to the instrument, its dates, and the claims both rest on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date

from corpus import Claim, Dates, Gazetteer, Instrument, NormKind, Provision, ProvisionKind, instrument_id
from ingest.describe.dates import last_amendment, read_commencement, read_file_name, read_history, read_signature
from ingest.describe.kind import read_kind
from ingest.describe.place import find_territory
from ingest.describe.title import read_issuer, read_number, read_title
from ingest.frozen import Frozen
from ingest.line import Line


@dataclass(frozen=True, slots=True)
class Description(Frozen):
    """What an instrument is, when its version counts, and every claim that was weighed."""

    instrument: Instrument
    dates: Dates
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Descriptions(Frozen):
    """The descriptions of a file's texts, in their order."""

    descriptions: tuple[Description, ...]


def describe_text(
    lines: Sequence[Line], provisions: Sequence[Provision], path: str, gazetteer: Gazetteer
) -> Description:
    """The description of a text; of several claims to one field the best source wins, the first within a source."""
    name = path.replace("\\", "/").rpartition("/")[2]
    title = read_title(lines, name)
    claims = [title, *read_number(lines), *read_issuer(title.value, lines)]
    number, issuer = resolve_claim(claims, "document_number"), resolve_claim(claims, "issuing_authority")
    claims += read_kind(title.value, number, lines, path)
    claims += [*read_history(lines), *read_signature(lines), *read_file_name(name)]
    promulgated = resolve_claim(claims, "promulgated_on") or resolve_claim(claims, "approved_on")
    claims += read_commencement(provisions, promulgated, last_amendment(lines))
    territory = find_territory(title.value, issuer, lines, gazetteer)
    instrument = Instrument(
        instrument_id(title.value, territory), title.value, _kind(claims, provisions), territory, issuer, number
    )
    return Description(instrument, _dates(claims), tuple(claims))


def resolve_claim(claims: Iterable[Claim], field: str) -> str:
    """The value that holds for ``field``: of the best source the first; empty where nothing is claimed."""
    named = [claim for claim in claims if claim.field == field]
    return min(named, key=lambda claim: claim.source).value if named else ""


def _kind(claims: Sequence[Claim], provisions: Sequence[Provision]) -> NormKind:
    if provisions and all(provision.kind is ProvisionKind.ROW for provision in provisions):
        return NormKind.RESPONSIBILITY_LIST
    value = resolve_claim(claims, "kind")
    return NormKind(value) if value else NormKind.OTHER


def _dates(claims: Sequence[Claim]) -> Dates:
    found = {field.name: resolve_claim(claims, field.name) for field in fields(Dates)}
    return Dates(**{name: date.fromisoformat(value) for name, value in found.items() if value})
