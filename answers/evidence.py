"""Evidence (依据): the provisions found, whole, each with the clauses it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from answers.analysis import Analysis
from answers.clause import Clause, clauses_of, unit_of
from answers.library import Library
from corpus import NATION, Instrument, Territory
from index import Hit, SearchFilters, SearchIndex, SearchQuery


@dataclass(frozen=True, slots=True)
class Evidence:
    """One provision found for the law of ``scope`` (None: whatever place), and its clauses."""

    hit: Hit
    scope: Territory | None
    instrument: Instrument
    clauses: tuple[Clause, ...]


def gather_evidence(analysis: Analysis, index: SearchIndex, library: Library) -> tuple[Evidence, ...]:
    """The provisions nearest to the question, best first, within the texts it names and the places it speaks of.

    A question that compares (省里和栖澜市) is searched once for each place, so that neither crowds out the other.
    """
    found: dict[tuple[str, str, str], Evidence] = {}
    for scope, query in _queries(analysis):
        for hit in index.search(query).hits:
            evidence = _read(hit, scope, library)
            if evidence is not None and _fits(evidence, analysis):
                found.setdefault((scope.code if scope else "", hit.version_id, evidence.clauses[0].unit.eid), evidence)
    return tuple(found.values())


def _queries(analysis: Analysis) -> Iterator[tuple[Territory | None, SearchQuery]]:
    question = analysis.question
    filters = replace(question.filters, as_of=analysis.day)
    if analysis.instruments and not analysis.compares:
        titles = filters.titles or tuple(instrument.title for instrument in analysis.instruments)
        yield None, SearchQuery(question.text, question.top_k, replace(filters, titles=titles))
        return
    places = [place.territory for place in analysis.places if place.is_known]
    if filters.territories or not places:
        yield None, SearchQuery(question.text, question.top_k, filters)
        return
    for territory in places:
        yield territory, SearchQuery(question.text, question.top_k, _within(filters, territory))


def _within(filters: SearchFilters, territory: Territory) -> SearchFilters:
    if territory == NATION:
        return replace(filters, levels=filters.levels or (NATION.level,))
    return replace(filters, territories=(territory.name,))


def _fits(evidence: Evidence, analysis: Analysis) -> bool:
    """In a comparison each place answers by its own law; the law above it has its own turn."""
    return not analysis.compares or evidence.scope is None or evidence.instrument.territory == evidence.scope


def _read(hit: Hit, scope: Territory | None, library: Library) -> Evidence | None:
    version = library.version(hit.version_id)
    unit = unit_of(version, hit.eid)
    if unit is None:
        return None
    instrument = library.instrument(version)
    return Evidence(hit, scope, instrument, clauses_of(instrument, version, unit))
