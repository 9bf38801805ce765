"""Searching: a plan is carried out, scores are added up, and passages become whole provisions of the corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from haystack.dataclasses import SparseEmbedding

from corpus import EId, Version, cite
from index.best_paragraph import best_paragraph
from index.hit import Hit
from index.places import applicable_keys, place_key
from index.plan import SearchPlan
from index.store import PassageStore, Scored, fuse, score_hybrid
from index.units import unit_id


@dataclass(frozen=True, slots=True)
class Candidate:
    """The best passage of one unit: which it is, and its scores."""

    meta: dict[str, Any]
    score: float
    dense: float
    lexical: float

    @property
    def unit(self) -> tuple[str, EId]:
        """Version and provision that will be shown."""
        return self.meta["version_id"], EId(self.meta["unit"])


def find_candidates(
    store: PassageStore, plan: SearchPlan, dense: list[float], lexical: SparseEmbedding
) -> tuple[Candidate, ...]:
    """The units that the plan finds, best first, each once."""
    scored = score_hybrid(store, dense, lexical, plan.filters, plan.weights.candidates)
    documents = store.retrieve([one.point for one in scored])
    fused = fuse(scored, plan.weights.dense)
    found = (
        _candidate(documents[one.point].meta, fused[one.point], one, plan) for one in scored if one.point in documents
    )
    best: dict[tuple[str, EId], Candidate] = {}
    for candidate in sorted(found, key=lambda c: -c.score):
        best.setdefault(candidate.unit, candidate)
    return tuple(best.values())


def _candidate(meta: dict[str, Any], fused: float, scored: Scored, plan: SearchPlan) -> Candidate:
    title = plan.weights.title if meta["instrument_id"] in plan.analysis.instruments else 0.0
    place = plan.weights.place * _nearness(meta["territory"], plan)
    return Candidate(meta, fused + title + place, scored.dense, scored.lexical)


def _nearness(territory: str, plan: SearchPlan) -> float:
    """1 for the law of a place that the question names, 0 for law from above it, -1 for another place's."""
    places = plan.analysis.territories
    if not places:
        return 0.0
    if any(territory == place_key(place) or territory.startswith(place_key(place) + "/") for place in places):
        return 1.0
    return 0.0 if any(territory in applicable_keys(place) for place in places) else -1.0


def build_hits(
    candidates: Iterable[Candidate],
    plan: SearchPlan,
    version_of: Callable[[str], Version],
    title_of: Callable[[str], str],
) -> tuple[Hit, ...]:
    """The first ``top_k`` candidates as hits; the provision that the question cites stands first."""
    ordered = cited_first(tuple(candidates), plan, version_of)[: plan.top_k]
    return tuple(
        _hit(one, plan, version_of(one.meta["version_id"]), title_of(one.meta["instrument_id"])) for one in ordered
    )


def cited_first(
    found: tuple[Candidate, ...], plan: SearchPlan, version_of: Callable[[str], Version]
) -> tuple[Candidate, ...]:
    """The candidates with the provision that the question cites before all others."""

    def is_cited(candidate: Candidate) -> bool:
        eid, unit = plan.analysis.eid, candidate.unit[1]
        if eid is None or candidate.meta["instrument_id"] not in plan.analysis.instruments:
            return False
        return unit == unit_id(version_of(candidate.unit[0]), eid) or unit == eid.ancestor("art")

    if plan.analysis.eid is None:
        return found
    return (*(c for c in found if is_cited(c)), *(c for c in found if not is_cited(c)))


def tell_uncited(plan: SearchPlan, hits: Iterable[Hit]) -> SearchPlan:
    """The plan, which says so where the question cites a provision that none of ``hits`` is.

    第九千九百条 of a short text finds its other articles, and none of them may pass for it.
    """
    analysis = plan.analysis
    article = analysis.eid.ancestor("art") if analysis.eid is not None else None
    held = (hit.eid.ancestor("art") for hit in hits if hit.instrument_id in analysis.instruments)
    if article is None or article in held:
        return plan
    reason = f"检索范围内没有所引条文 {article}（{plan.as_of.isoformat()} 有效），列出的仅是相近条文"
    return replace(plan, analysis=replace(analysis, reasons=(*analysis.reasons, reason)), is_uncited=True)


def _hit(found: Candidate, plan: SearchPlan, version: Version, title: str) -> Hit:
    provision = version.provision(found.unit[1])
    if provision is None:
        raise LookupError(f"{found.unit} is in the index but not in the corpus")
    eid = _asked_or_best(version, provision.eid, plan)
    text = version.whole_text(provision)
    citation = cite(title, eid, version)
    ids = (found.meta["instrument_id"], found.meta["version_id"])
    return Hit(*ids, title, eid, citation, text, found.score, found.dense, found.lexical)


def _asked_or_best(version: Version, unit: EId, plan: SearchPlan) -> EId:
    cited = plan.analysis.eid
    if cited is not None and cited.ancestor("art") == unit and version.provision(cited) is not None:
        return cited
    return best_paragraph(version, unit, plan.analysis.text)
