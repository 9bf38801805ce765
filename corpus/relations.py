"""Relations (文件之间的关系): what an instrument implements, rests on and repeals, and what does so to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from corpus.claim import Claim
from corpus.description import resolve_many
from corpus.instrument import Instrument, short_title
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


class Titles:
    """The instruments of the corpus by title, whatever brackets stand in it and whatever parts joint issuers."""

    def __init__(self, instruments: Iterable[Instrument]) -> None:
        self._by_title: dict[str, list[Instrument]] = {}
        for instrument in instruments:
            self._by_title.setdefault(_plain(instrument.title), []).append(instrument)

    def meant(self, title: str, source: Instrument) -> tuple[Instrument, ...]:
        """The instruments that ``source`` means by ``title``: so titled, of its own place, of one above or below.

        《养犬管理规定》 in a text of one city is never another city's.
        """
        here = source.territory
        named = self._by_title.get(_plain(title), ())
        return tuple(i for i in named if i.territory.holds(here) or here.holds(i.territory))

    def named(self, title: str) -> tuple[Instrument, ...]:
        """Every instrument so titled, wherever it is of."""
        return tuple(self._by_title.get(_plain(title), ()))


def _plain(title: str) -> str:
    return _JOINED.sub("", short_title(title).translate(_INNER))


def relations_of(store: CorpusStore, version_id: str) -> tuple[Relation, ...]:
    """What the text of this version says of other instruments."""
    source = store.instrument(store.version(version_id).instrument_id)
    return _relations(Titles(store.instruments()), source, store.claims(version_id)) if source is not None else ()


def relations_to(store: CorpusStore, instrument: Instrument) -> tuple[Relation, ...]:
    """What the texts of the corpus say of ``instrument``; of several versions of one instrument each thing once."""
    sources = {summary.id: summary.instrument for summary in store.summaries()}
    titles = Titles({source.id: source for source in sources.values()}.values())
    found = (
        relation
        for version, claims in store.claimed(*RelationKind).items()
        for relation in _relations(titles, sources[version], claims)
        if instrument.id in {target.id for target in relation.targets}
    )
    return tuple({(r.kind, r.source.id): r for r in found}.values())


def _relations(titles: Titles, source: Instrument, claims: tuple[Claim, ...]) -> tuple[Relation, ...]:
    found = []
    for kind in RelationKind:
        quotes = {claim.value: claim.quote for claim in reversed(claims) if claim.field == kind}
        for title in resolve_many(claims, kind):
            found.append(Relation(kind, source, title, titles.meant(title, source), quotes.get(title, "")))
    return tuple(found)
