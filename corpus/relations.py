"""Relations (文件之间的关系): what an instrument implements, rests on and repeals, and what does so to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from corpus.claim import Claim
from corpus.description import resolve_many
from corpus.instrument import Instrument
from corpus.store import CorpusStore

_JOINED = re.compile(r"[\s、]")
_INNER = str.maketrans("〈〉<>", "《》《》")


class RelationKind(StrEnum):
    """The value is the claim's field."""

    IMPLEMENTS = "implements"
    BASIS = "basis"
    REPEALS = "repeals"

    @property
    def chinese(self) -> str:
        """实施, 依据, 废止."""
        return {"implements": "实施", "basis": "依据", "repeals": "废止"}[self.value]


@dataclass(frozen=True, slots=True)
class Relation:
    """``source`` stands in the relation to the text titled ``title``, as ``quote`` says.

    ``targets`` are the instruments of the corpus with that title: none where it is not there, several where namesakes
    cannot be told apart.
    """

    kind: RelationKind
    source: Instrument
    title: str
    targets: tuple[Instrument, ...]
    quote: str


def relations_of(store: CorpusStore, version_id: str) -> tuple[Relation, ...]:
    """What the text of this version says of other instruments."""
    source = store.instrument(store.version(version_id).instrument_id)
    return _relations(store, source, store.claims(version_id)) if source is not None else ()


def relations_to(store: CorpusStore, instrument: Instrument) -> tuple[Relation, ...]:
    """What the texts of the corpus say of ``instrument``; of several versions of one instrument each thing once."""
    sources = {summary.id: summary.instrument for summary in store.summaries()}
    found = (
        relation
        for version, claims in store.claimed(*RelationKind).items()
        for relation in _relations(store, sources[version], claims)
        if instrument.id in {target.id for target in relation.targets}
    )
    return tuple({(r.kind, r.source.id): r for r in found}.values())


def titled(store: CorpusStore, title: str, source: Instrument) -> tuple[Instrument, ...]:
    """The instruments that ``source`` means by ``title``: exactly so titled, of its own place, of one above or below.

    《养犬管理规定》 in a text of one city is never another city's.
    """
    named = store.titled(title) or store.titled(title.translate(_INNER))
    if not named and _JOINED.search(title):  # the blank between joint issuers is lost by some readers
        bare = _JOINED.sub("", title)
        named = tuple(i for i in store.instruments() if _JOINED.sub("", i.title) == bare)
    here = source.territory
    return tuple(i for i in named if i.territory.holds(here) or here.holds(i.territory))


def _relations(store: CorpusStore, source: Instrument, claims: tuple[Claim, ...]) -> tuple[Relation, ...]:
    found = []
    for kind in RelationKind:
        quotes = {claim.value: claim.quote for claim in reversed(claims) if claim.field == kind}
        for title in resolve_many(claims, kind):
            found.append(Relation(kind, source, title, titled(store, title, source), quotes.get(title, "")))
    return tuple(found)
