"""overlap.repeat (重复上位法): a provision of the lower text repeats one of the higher text and adds nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from duties.findings.act import Act, acts, is_same_body, plain_words
from duties.findings.defined_term import united_terms
from duties.findings.finding import Finding, FindingPlace
from duties.findings.kinds import FindingKind
from duties.findings.paragraphs import Paragraph
from duties.findings.reading import Reading
from duties.findings.related import related_pairs

_SIDE = re.compile(
    r"^(?:应当)?(?:(?:遵循|坚持)[^，]*原则|(?:按照|根据|依据|依照|结合)[^，]*(?:规定|要求|原则|实际|需要"
    r"|情况|职责))$|^(?:确保|保证|防止)|(?<!支持)(?<!给予)的$"
)
"""A clause that only dresses the act: 遵循…原则, 确保…."""

_EACH, _ALL = 0.5, 0.78
"""How much of each clause, and of all of them, must stand in the higher text."""
_SHORTEST, _LONG_ENOUGH = 4, 10
"""Clauses of fewer characters say nothing, and paragraphs of fewer say what every text says."""

_ON_MAKING_LAW = re.compile(
    r"立法(?:程序)?(?:条例|法|规定|办法)|制定(?:地方性法规|规章|行政法规)|(?:法规|规章)(?:的)?制定"
)
_PROCEDURE_SURE = 0.2
"""How a law is made has to be told anew at each level: most likenesses of such texts are no fault."""
_AMOUNT = re.compile(r"[一二三四五六七八九十百千万两\d]+(?:个)?(?:工作)?(?:日|年|月|小时|元|倍|米|次|岁)")

_Seen = dict[tuple[str, Paragraph], tuple[Reading, "_Provision", Reading, list[FindingPlace]]]


def find(readings: Sequence[Reading]) -> Iterator[Finding]:
    """One finding for each paragraph of a lower text with a public duty that stands in the higher text already.

    Leaving something out does not save it; another body, number or act that is added does.
    """
    seen: _Seen = {}
    for lower, higher in related_pairs(readings):
        united = {**united_terms(lower), **united_terms(higher)}
        origins = [_Provision(paragraph, tuple(found)) for paragraph, found in _by_paragraph(higher)]
        for paragraph, found in _by_paragraph(lower):
            provision = _Provision(paragraph, tuple(found))
            if origin := _origin(provision, origins, united):
                key = lower.read.version.id, paragraph
                seen.setdefault(key, (lower, provision, higher, []))[3].extend(map(higher.place, origin))
    for lower, provision, higher, places in seen.values():
        yield _finding(lower, provision, higher, places)


def _by_paragraph(reading: Reading) -> Iterable[tuple[Paragraph, list[Act]]]:
    grouped: dict[Paragraph, list[Act]] = {}
    for act in acts(reading):
        grouped.setdefault(act.paragraph, []).append(act)
    return grouped.items()


@dataclass(frozen=True)
class _Provision:
    """A paragraph with its acts, as clauses (what it says) and as pairs of characters (where others find it said)."""

    paragraph: Paragraph
    acts: tuple[Act, ...]

    @cached_property
    def clauses(self) -> tuple[str, ...]:
        """The clauses of the whole paragraph, so that what another sentence adds counts as added."""
        texts = [sentence.act_text for sentence in self.paragraph.sentences]
        parts = (part for text in texts for part in re.split("[，；。：]", text))
        plain = (plain_words(part) for part in parts if part and not _SIDE.search(part))
        return tuple(part for part in plain if len(part) >= _SHORTEST)

    @cached_property
    def sentences(self) -> tuple[frozenset[str], ...]:
        """The pairs of characters of each sentence, its bodies left out."""
        return tuple(_pairs(plain_words(sentence.act_text)) for sentence in self.paragraph.sentences)

    @cached_property
    def company(self) -> frozenset[str]:
        """Every body that the paragraph names for an act."""
        return frozenset(body for act in self.acts for body in act.company)

    def bodies(self, united: Mapping[str, frozenset[str]]) -> frozenset[str]:
        """The same, with those for which a collective name stands."""
        return self.company | {body for act in self.acts for body in act.bodies(united)}

    @property
    def bearers(self) -> tuple[str, ...]:
        """The bodies as written."""
        return tuple(dict.fromkeys(bearer for act in self.acts for bearer in act.bearers))

    @cached_property
    def amounts(self) -> frozenset[str]:
        """Deadlines and sums (三十日, 二万元)."""
        return frozenset(_AMOUNT.findall(self.paragraph.text))

    def shares(self, clauses: Sequence[str]) -> list[float]:
        """For each clause the share of its characters that stand in one sentence here."""
        return [max((_share(clause, known) for known in self.sentences), default=0.0) for clause in clauses]


def _origin(
    provision: _Provision, origins: Sequence[_Provision], united: Mapping[str, frozenset[str]]
) -> list[Paragraph]:
    """The paragraph of the higher text, or two of one article, in which every clause stands; else nothing."""
    clauses = provision.clauses
    if not provision.company or sum(map(len, clauses)) < _LONG_ENOUGH:
        return []
    near = [(origin, origin.shares(clauses)) for origin in origins]
    near = [(origin, shares) for origin, shares in near if max(shares) >= _ALL]
    whole = [[origin] for origin, shares in near if _is_covered(clauses, shares)]
    both = [
        [one, other]
        for at, (one, first) in enumerate(near)
        for other, second in near[at + 1 :]
        if one.paragraph.article == other.paragraph.article and _is_covered(clauses, list(map(max, first, second)))
    ]
    return next(
        ([o.paragraph for o in found] for found in (*whole, *both) if _adds_nobody(provision, found, united)), []
    )


def _adds_nobody(provision: _Provision, found: Sequence[_Provision], united: Mapping[str, frozenset[str]]) -> bool:
    """Whether every body and every amount of the lower provision stands in the higher ones."""
    theirs = frozenset(body for origin in found for body in origin.bodies(united))
    amounts = frozenset(amount for origin in found for amount in origin.amounts)
    named = all(any(is_same_body(one, other) for other in theirs) for one in provision.company)
    return named and provision.amounts <= amounts


def _is_covered(clauses: Sequence[str], shares: Sequence[float]) -> bool:
    total = sum(share * len(clause) for share, clause in zip(shares, clauses, strict=True))
    return min(shares) >= _EACH and total >= _ALL * sum(map(len, clauses))


def _pairs(words: str) -> frozenset[str]:
    return frozenset(words[i : i + 2] for i in range(len(words) - 1))


def _share(clause: str, known: frozenset[str]) -> float:
    """The share of the clause's characters that stand in a pair known to the other text."""
    covered = {place for i in range(len(clause) - 1) if clause[i : i + 2] in known for place in (i, i + 1)}
    return len(covered) / len(clause)


def _finding(lower: Reading, provision: _Provision, higher: Reading, places: list[FindingPlace]) -> Finding:
    why = f"与《{higher.doc}》的规定几乎同文，未见增加主体、期限或者数额，行为和条件有无增加请核对。"
    sure = _PROCEDURE_SURE if _ON_MAKING_LAW.search(lower.doc) else None
    places_once = dict.fromkeys(places)
    return lower.finding(
        FindingKind.OVERLAP_REPEAT, provision.paragraph, provision.bearers, why, places_once, confidence=sure
    )
