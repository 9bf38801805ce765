"""Cited by (被引用) and citing (引用): who names an instrument or a provision, and what a provision names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corpus.citation import cite
from corpus.eid import EId
from corpus.instrument import Instrument
from corpus.reference import Reference
from corpus.references.places import targeted
from corpus.references.resolver import ReferenceResolver, resolver_of
from corpus.references.titles import plain_title
from corpus.status import Status
from corpus.store import CorpusStore
from corpus.version import Version


@dataclass(frozen=True, slots=True)
class CitedBy:
    """``reference`` stands in version ``version_id`` of ``instrument``; ``citation`` names the citing provision."""

    instrument: Instrument
    version_id: str
    reference: Reference
    citation: str


def references_of(version: Version, eid: EId | str = "") -> tuple[Reference, ...]:
    """The references made in provision ``eid`` or anything under it, in the whole text where none is given."""
    return tuple(r for r in version.references if not eid or _is_at_or_under(r.source, EId(eid)))


def cited_by(
    instrument: Instrument, store: CorpusStore, eid: EId | None = None, day: date | None = None
) -> tuple[CitedBy, ...]:
    """Who cites ``instrument`` (or its provision ``eid`` or a part of it), in the texts in force on ``day`` (today).

    Only names that can mean no other instrument count; a text's own 本条例第六条 counts too where ``eid`` is given.
    """
    resolver, on = resolver_of(store), day or date.today()
    texts = (text for texts in resolver.texts.values() for text in texts)
    in_force = {text.id: text.instrument for text in texts if text.status(on) is Status.IN_FORCE}
    target = store.version_in_force(instrument.id, on)
    own = [key for key, one in in_force.items() if one.id == instrument.id] if eid is not None else []
    titles = [title for title in resolver.cited_titles if _means(title, instrument, resolver)]
    found = store.citing(titles, own)
    return tuple(
        CitedBy(in_force[key], key, reference, cite(in_force[key].title, reference.source, resolver.version(key)))
        for key, reference in found
        if key in in_force
        and _is_apart(in_force[key], instrument, reference)
        and (eid is None or _concerns(reference, eid, target))
    )


def _means(title: str, instrument: Instrument, resolver: ReferenceResolver) -> bool:
    if plain_title(title) == plain_title(instrument.title):
        return True
    found = resolver.titles.exactly(title) or resolver.titles.parts(title)
    return any(one.id == instrument.id for one in found)


def _is_apart(citing: Instrument, cited: Instrument, reference: Reference) -> bool:
    """A namesake of another place cites its own, not this one."""
    return reference.title is None or citing.id == cited.id or cited.territory.holds(citing.territory)


def _concerns(reference: Reference, eid: EId, version: Version | None) -> bool:
    return any(_is_at_or_under(target, eid) for target in targeted(reference, version))


def _is_at_or_under(eid: EId, holder: EId) -> bool:
    return eid == holder or eid.startswith(f"{holder}__")
