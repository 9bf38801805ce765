"""overlap.conflict (上下冲突): a lower text gives one matter to other bodies than the higher text does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duties.findings.act import Act, acts, is_same_body, nearest_acts
from duties.findings.defined_term import united_terms
from duties.findings.finding import Finding, FindingKind
from duties.findings.reading import Reading
from duties.findings.related import related_pairs
from duties.findings.undefined_content import is_generic

_LIKE, _MORE_LIKE = 0.28, 0.33
"""Below the first two sentences speak of different things more often than of one; the second is for shared bodies."""


def find(readings: Sequence[Reading]) -> Iterator[Finding]:
    """One finding for each paragraph of a lower text whose act the higher text gives to none of the same bodies.

    A breach punished by 城市管理部门 in the city's text and by 市场监管部门 in the province's is one; another wording of the
    same body (市容环卫, 市容环境卫生) is none.
    """
    for lower, higher in related_pairs(readings):
        united = {**united_terms(lower), **united_terms(higher)}
        found: dict[object, Finding] = {}
        for act, counterpart, likeness in nearest_acts(acts(lower), acts(higher)):
            if likeness >= _LIKE and _conflict(act, counterpart, united, likeness):
                found.setdefault(act.paragraph, _finding(lower, higher, act, counterpart))
        yield from found.values()


def _conflict(act: Act, counterpart: Act, united: dict[str, frozenset[str]], likeness: float) -> bool:
    if any(map(is_generic, act.mentions)) or any(map(is_generic, counterpart.mentions)):
        return False
    ours, theirs = act.bodies(united), counterpart.bodies(united)
    if not ours or not theirs:
        return False
    shared = sum(any(is_same_body(one, other) for other in theirs) for one in ours)
    counts = sorted((len(act.bodies({})), len(counterpart.bodies({}))))
    fewer_or_more = likeness >= _MORE_LIKE and counts[0] != counts[1] > 2
    return shared == 0 or fewer_or_more


def _finding(lower: Reading, higher: Reading, act: Act, counterpart: Act) -> Finding:
    ours, theirs = act.bearers, counterpart.bearers
    why = f"同一事项，本文件交给“{'、'.join(ours)}”，《{higher.doc}》交给“{'、'.join(theirs)}”。"
    also = [higher.place(counterpart.paragraph)]
    return lower.finding(FindingKind.OVERLAP_CONFLICT, act.paragraph, ours, why, also)

