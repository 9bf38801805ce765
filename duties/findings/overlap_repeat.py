"""overlap.repeat (重复上位法): a provision of the lower text repeats one of the higher text and adds nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from duties.findings.act import Act, acts, is_same_body, nearest_acts, plain_words
from duties.findings.defined_term import united_terms
from duties.findings.finding import Finding, FindingPlace
from duties.findings.kinds import FindingKind
from duties.findings.paragraphs import Paragraph
from duties.findings.reading import Reading
from duties.findings.related import related_pairs

_SIDE = re.compile(
    r"^(?:应当)?(?:(?:遵循|坚持)[^，]*原则|(?:按照|根据|依据|依照|结合)[^，]*(?:规定|要求|原则|实际|需要"
    r"|情况|职责))$|^(?:确保|保证|防止)|的$"
)
"""A clause that only dresses the act: 遵循…原则, 确保…."""

_LIKE, _EACH, _ALL = 0.33, 0.55, 0.74
"""How like the two sentences, and how much of each clause and of all of them must stand in the higher text."""


def find(readings: Sequence[Reading]) -> Iterator[Finding]:
    """One finding for each paragraph of a lower text with a public duty that stands in the higher text already.

    Leaving something out does not save it; another body, number or act that is added does.
    """
    seen: dict[tuple[str, Paragraph], tuple[Reading, Act, Reading, list[FindingPlace]]] = {}
    for lower, higher in related_pairs(readings):
        united = {**united_terms(lower), **united_terms(higher)}
        for act, counterpart, likeness in nearest_acts(acts(lower), acts(higher)):
            if likeness < _LIKE or not _may_repeat(act, counterpart, united):
                continue
            if origin := _origin(act, counterpart, higher):
                key = (lower.read.version.id, act.paragraph)
                seen.setdefault(key, (lower, act, higher, []))[3].extend(map(higher.place, origin))
    for lower, act, higher, places in seen.values():
        yield _finding(lower, act, higher, places)


def _may_repeat(act: Act, counterpart: Act, united: dict[str, frozenset[str]]) -> bool:
    """Whole sentences only, and no body that the higher text does not name."""
    if not act.company or act.sentence.lead or act.sentence.text.endswith(("：", ":")):
        return False
    theirs = counterpart.company | counterpart.bodies(united)
    return bool(act.bearers) and all(any(is_same_body(one, other) for other in theirs) for one in act.company)


def _origin(act: Act, counterpart: Act, higher: Reading) -> list[Paragraph]:
    """The counterpart's paragraph, with one more where needed, if every clause stands there; else nothing."""
    clauses = [c for c in _clauses(act) if len(c) >= 4]
    home = plain_words(counterpart.paragraph.text)
    shares = [_share(clause, home) for clause in clauses]
    if clauses and _is_covered(clauses, shares):
        return [counterpart.paragraph]
    for other in higher.paragraphs:
        words = plain_words(other.text)
        both = [max(share, _share(clause, words)) for clause, share in zip(clauses, shares, strict=True)]
        if clauses and max(shares) >= _ALL and _is_covered(clauses, both):
            return [counterpart.paragraph, other]
    return []


def _is_covered(clauses: list[str], shares: list[float]) -> bool:
    total = sum(share * len(clause) for share, clause in zip(shares, clauses, strict=True))
    return min(shares) >= _EACH and total >= _ALL * sum(map(len, clauses))


def _clauses(act: Act) -> list[str]:
    """The clauses of the whole paragraph, so that what another sentence adds counts as added."""
    texts = [sentence.act_text for sentence in act.paragraph.sentences]
    parts = (part for text in texts for part in re.split("[，；。]", text))
    return [plain_words(part) for part in parts if part and not _SIDE.search(part)]


def _share(clause: str, words: str) -> float:
    """The share of the clause's characters that stand in a pair known to the other text."""
    covered = {place for i in range(len(clause) - 1) if clause[i : i + 2] in words for place in (i, i + 1)}
    return len(covered) / len(clause)


def _finding(lower: Reading, act: Act, higher: Reading, places: list[FindingPlace]) -> Finding:
    why = f"与《{higher.doc}》的规定几乎同文，没有增加主体、行为、期限或者条件。"
    return lower.finding(FindingKind.OVERLAP_REPEAT, act.paragraph, act.bearers, why, dict.fromkeys(places))
