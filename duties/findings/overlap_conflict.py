"""overlap.conflict (上下冲突): a lower text gives one matter to other bodies than the higher text does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duties.findings.act import Act, acts, nearest_acts
from duties.findings.finding import Finding, FindingPlace
from duties.findings.kinds import FindingKind
from duties.findings.paragraphs import Paragraph
from duties.findings.reading import Reading
from duties.findings.related import related_pairs
from duties.findings.rival import are_rivals, united_of

_Seen = dict[tuple[str, Paragraph], tuple[Reading, Act, list[tuple[Reading, Act]]]]


def find(readings: Sequence[Reading]) -> Iterator[Finding]:
    """One finding for each paragraph of a lower text whose act the higher texts give to other bodies.

    A breach punished by 城市管理部门 in the city's text and by 市场监管部门 in the province's is one; another
    wording of the same body (市容环卫, 市容环境卫生) is none.
    """
    seen: _Seen = {}
    for lower, higher in related_pairs(readings):
        united = united_of(lower, higher)
        for act, counterpart, likeness in nearest_acts(acts(lower), acts(higher)):
            if are_rivals(act, counterpart, united, likeness):
                key = (lower.read.version.id, act.paragraph)
                seen.setdefault(key, (lower, act, []))[2].append((higher, counterpart))
    for lower, act, others in seen.values():
        yield _finding(lower, act, others)


def _finding(lower: Reading, act: Act, others: list[tuple[Reading, Act]]) -> Finding:
    higher, counterpart = others[0]
    ours, theirs = "、".join(act.everybody), "、".join(counterpart.everybody)
    why = f"同一事项，本文件交给“{ours}”，《{higher.doc}》交给“{theirs}”。"
    also: dict[FindingPlace, None] = dict.fromkeys(reading.place(other.paragraph) for reading, other in others)
    return lower.finding(FindingKind.OVERLAP_CONFLICT, act.paragraph, act.bearers, why, also)
