"""overlap.conflict (上下冲突): a lower text gives one matter to other bodies than the higher text does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duties.findings.act import acts, nearest_acts
from duties.findings.finding import Finding, FindingPlace
from duties.findings.kinds import FindingKind
from duties.findings.paragraphs import Paragraph
from duties.findings.reading import Reading
from duties.findings.related import related_pairs
from duties.findings.rival import agree, are_rivals, united_of
from duties.findings.rival_clause import rival_clauses

_Rivals = tuple[tuple[str, ...], tuple[str, ...], Paragraph]
_Seen = dict[tuple[str, Paragraph], tuple[Reading, list[tuple[Reading, _Rivals]]]]


def find(readings: Sequence[Reading]) -> Iterator[Finding]:
    """One finding for each paragraph of a lower text whose act the higher texts give to other bodies.

    A breach punished by 城市管理部门 in the city's text and by 市场监管部门 in the province's is one; another
    wording of the same body (市容环卫, 市容环境卫生) is none.
    """
    seen: _Seen = {}
    for lower, higher in related_pairs(readings):
        for paragraph, rivals in _rivals(lower, higher):
            key = lower.read.version.id, paragraph
            seen.setdefault(key, (lower, []))[1].append((higher, rivals))
    for (_, paragraph), (lower, others) in seen.items():
        yield _finding(lower, paragraph, others)


def _rivals(lower: Reading, higher: Reading) -> Iterator[tuple[Paragraph, _Rivals]]:
    """Each paragraph with the bodies here, the bodies there, and where: by whole sentences, then by their clauses."""
    ours, theirs, united = acts(lower), acts(higher), united_of(lower, higher)
    for act, (counterpart, *others), likeness in nearest_acts(ours, theirs):
        if are_rivals(act, counterpart, united, likeness) and not agree(act, others, united):
            yield act.paragraph, (act.everybody, counterpart.everybody, counterpart.paragraph)
    for match in rival_clauses(ours, theirs, united):
        there = match.higher.act.paragraph
        yield match.lower.act.paragraph, (match.lower.bearers, match.higher.bearers, there)


def _finding(lower: Reading, paragraph: Paragraph, others: list[tuple[Reading, _Rivals]]) -> Finding:
    higher, (ours, theirs, _) = others[0]
    why = f"同一事项，本文件交给“{'、'.join(ours)}”，《{higher.doc}》交给“{'、'.join(theirs)}”。"
    also: dict[FindingPlace, None] = dict.fromkeys(reading.place(there) for reading, (_, _, there) in others)
    return lower.finding(FindingKind.OVERLAP_CONFLICT, paragraph, ours, why, also)
