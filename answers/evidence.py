"""Evidence (依据): the provisions found, whole, each with the clauses it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from answers.analysis import Analysis
from answers.clause import Clause, clauses_of, unit_of
from answers.library import Library
from answers.scope import Scope, scopes_of
from corpus import Instrument
from index import Hit, SearchIndex, SearchQuery


@dataclass(frozen=True, slots=True)
class Evidence:
    """One provision found, and its clauses; ``scope`` keys the place or text of a comparison that it was found for."""

    hit: Hit
    scope: str
    instrument: Instrument
    clauses: tuple[Clause, ...]


def gather_evidence(analysis: Analysis, index: SearchIndex, library: Library) -> tuple[Evidence, ...]:
    """The provisions nearest to the question, best first, within the texts it names and the places it speaks of.

    A question that compares (省里和栖澜市) is searched once for each place or text, so that none crowds out another.
    """
    found: dict[tuple[str, str, str], Evidence] = {}
    for scope, query in _queries(analysis):
        for hit in index.search(query).hits:
            evidence = _read(hit, scope.key, library)
            if evidence is not None and scope.admits(evidence.instrument):
                found.setdefault((scope.key, hit.version_id, evidence.clauses[0].unit.eid), evidence)
    return tuple(found.values())


def _queries(analysis: Analysis) -> Iterator[tuple[Scope, SearchQuery]]:
    question = analysis.question
    filters = replace(question.filters, as_of=analysis.day)
    for scope in scopes_of(analysis):
        yield scope, SearchQuery(question.text, question.top_k, scope.narrow(filters))


def _read(hit: Hit, scope: str, library: Library) -> Evidence | None:
    version = library.version(hit.version_id)
    unit = unit_of(version, hit.eid)
    if unit is None:
        return None
    instrument = library.instrument(version)
    return Evidence(hit, scope, instrument, clauses_of(instrument, version, unit))
