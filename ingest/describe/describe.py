"""Describe (著录): from lines and provisions to the instrument, its dates, and the claims both rest on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus import (
    Claim,
    ClaimSource,
    ColumnRole,
    Dates,
    Gazetteer,
    Instrument,
    NormKind,
    Provision,
    ProvisionKind,
    Territory,
    column_roles,
    resolve_claim,
    resolve_dates,
    resolve_instrument,
)
from ingest.describe.bodies import full_body
from ingest.describe.dates import (
    last_amendment,
    read_commencement,
    read_file_name,
    read_history,
    read_signature,
    restated_on,
)
from ingest.describe.events import read_events
from ingest.describe.issuer import read_issuer
from ingest.describe.kind import read_kind
from ingest.describe.number import read_number
from ingest.describe.place import read_territory, title_place
from ingest.describe.relations import read_annexed, read_policy_set, read_relations
from ingest.describe.title import read_title
from ingest.frozen import Frozen
from ingest.line import Line

_ROWS = (ProvisionKind.ROW, ProvisionKind.TABLE)
_LIST_TITLE = re.compile(r"清单|分解表|分工表|任务表|一览表|台账|目录")
# Of a number, a code, a kind or a note any table has a column.
_TELLING = frozenset(ColumnRole) - {
    ColumnRole.NUMBER,
    ColumnRole.CODE,
    ColumnRole.TYPE,
    ColumnRole.NOTE,
    ColumnRole.NONE,
}


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
    claims = tuple(_read_claims(lines, provisions, path, gazetteer))
    return Description(resolve_instrument(claims, gazetteer), resolve_dates(claims), claims)


def _read_claims(
    lines: Sequence[Line], provisions: Sequence[Provision], path: str, gazetteer: Gazetteer
) -> Iterator[Claim]:
    name = path.replace("\\", "/").rpartition("/")[2]
    title = read_title(lines, name)
    place = title_place(title.value, gazetteer)
    events = read_events(lines, place)
    numbers = tuple(read_number(lines))
    issuers = [_named_in_full(claim, place) for claim in read_issuer(title.value, lines, events)]
    yield from (title, *numbers, *issuers)
    kinds = tuple(_kinds(title.value, resolve_claim(numbers, "document_number"), lines, provisions, path))
    yield from kinds
    issuer = min(issuers, key=lambda claim: claim.source, default=None)
    yield from read_territory(title.value, issuer, events, _context(lines, provisions, path), gazetteer)
    restated = restated_on(events, name)
    dates = (*read_history(events, restated), *read_signature(lines), *read_file_name(name))
    yield from dates
    promulgated = resolve_claim(dates, "promulgated_on") or resolve_claim(dates, "approved_on")
    yield from read_commencement(provisions, promulgated, restated or last_amendment(events))
    yield from read_relations(title.value, provisions, gazetteer)
    kind = resolve_claim(kinds, "kind")
    yield from read_policy_set(title.value, kind, provisions)
    yield from read_annexed(kind, lines)


def _named_in_full(issuer: Claim, place: Territory) -> Claim:
    return replace(issuer, value=" ".join(full_body(body, place) for body in issuer.value.split(" ")))


def _kinds(
    title: str, number: str, lines: Sequence[Line], provisions: Sequence[Provision], path: str
) -> Iterator[Claim]:
    if _is_list(title, provisions):
        yield Claim("kind", NormKind.RESPONSIBILITY_LIST.value, ClaimSource.TEXT, "全文为清单", title)
        return
    found = tuple(read_kind(title, number, lines, path))
    yield from found or (Claim("kind", NormKind.OTHER.value, ClaimSource.DEFAULT, "未能判断"),)


def _is_list(title: str, provisions: Sequence[Provision]) -> bool:
    """Whether the text is nothing but rows, and its title or a column says that they are such as a 责任清单 has.

    A table of data (a directory, a statistic) has rows as well.
    """
    if not provisions or not all(provision.kind in _ROWS for provision in provisions):
        return False
    names = next((tuple(name for name, _ in provision.cells) for provision in provisions if provision.cells), ())
    return _LIST_TITLE.search(title) is not None or any(role in _TELLING for role in column_roles(names).values())


def _context(lines: Sequence[Line], provisions: Sequence[Provision], path: str) -> str:
    """Where the name of the city above a namesake (鼓楼区) may stand."""
    return "\n".join((path, *(line.text for line in lines[:60]), *(provision.text for provision in provisions[:60])))
