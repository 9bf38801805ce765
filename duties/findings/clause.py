"""Clause (分句): one thing that a sentence gives its bodies to do, with who does it, for comparing two texts."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from duties.findings.act import Act, plain_words
from duties.findings.mention import Mention

_CLAUSE = re.compile(r"[^，；。：]+")
_DRESSING = re.compile(
    r"^(?:应当)?(?:(?:遵循|坚持)[^，]*原则|(?:按照|根据|依据|依照|结合)[^，]*(?:规定|要求|原则|实际|需要|情况|职责|规划|计划))$"
    r"|^(?:确保|保证|防止)|(?:的|时|后|前)$|^(?:但是?|其中|采取[^，]{0,8}措施)$"
)
_ADVERBIAL = re.compile(
    r"自[^，。；]{2,20}之日起[^，。；]{1,10}(?:日|月|年)内|(?:按照|根据|依据|依照|结合)[^，。；]{2,20}?(?:规定|要求|需要|实际情况|实际|情况|职责|职权|规划|计划)(?=.{4})"
    r"|采取[^，。；]{0,8}措施|及时|积极|定期|进一步|组织(?=制定|编制|开展|实施)|负责|同级|具体"
)
_SHORTEST = 4
_ACTING = ("subject", "by", "duty")


@dataclass(frozen=True)
class Clause:
    """``text`` without its bodies; ``bearers`` do it: 设置界桩 out of 保护机构应当…，设置界桩。"""

    act: Act
    text: str
    bearers: tuple[str, ...]

    @cached_property
    def words(self) -> str:
        """The characters that say what is done, without 按照…规定 and the like."""
        return plain_words(_ADVERBIAL.sub("", self.text))

    @cached_property
    def pairs(self) -> Counter[str]:
        """The words as overlapping pairs of characters."""
        return Counter(self.words[i : i + 2] for i in range(len(self.words) - 1))


def clauses(act: Act) -> Iterator[Clause]:
    """The clauses of a sentence that say what is done; conditions and adverbials are left out."""
    sentence = act.sentence
    acting = [m for m in sentence.mentions if m.how in _ACTING]
    for match in _CLAUSE.finditer(sentence.text):
        said = _without(sentence.mentions, match.start(), match.group())
        bearers = _bearers(act, acting, match.end())
        clause = Clause(act, said, bearers)
        if bearers and not _DRESSING.search(said) and len(clause.words) >= _SHORTEST:
            yield clause


def _without(mentions: Sequence[Mention], start: int, text: str) -> str:
    for mention in reversed(mentions):
        if start <= mention.start < start + len(text):
            text = text[: mention.start - start] + text[mention.end - start :]
    return text


def _bearers(act: Act, acting: Sequence[Mention], end: int) -> tuple[str, ...]:
    """The last body named before the clause ends; where the sentence names none, those of the context."""
    before = [m.bearer for m in acting if m.start < end]
    if acting:
        known = {duty.bearer for duty in act.sentence.duties}
        return tuple(bearer for bearer in before[-1:] if bearer in known)
    return act.bearers


@dataclass(frozen=True)
class Match:
    """The clause of the lower text, the one of the higher text that is most like it, and how like they are (0 to 1)."""

    lower: Clause
    higher: Clause
    likeness: float


class ClauseIndex:
    """The clauses of two texts; rare words of the two weigh more, since what both texts are about says little."""

    def __init__(self, lower: Sequence[Act], higher: Sequence[Act]) -> None:
        self.lower = [clause for act in lower for clause in clauses(act)]
        self._higher = [clause for act in higher for clause in clauses(act)]
        everything = [clause.pairs for clause in (*self.lower, *self._higher)]
        found = Counter(pair for pairs in everything for pair in pairs)
        self._weigh = {pair: math.log(1 + len(everything) / count) for pair, count in found.items()}
        self._vectors = [self._vector(clause) for clause in self._higher]
        self._holders: dict[str, list[int]] = {}
        for position, vector in enumerate(self._vectors):
            for pair in vector:
                self._holders.setdefault(pair, []).append(position)

    def nearest(self, clause: Clause, least: float) -> list[Match]:
        """The clauses of the higher text at least so like it, the most like first."""
        scores: dict[int, float] = {}
        for pair, weight in self._vector(clause).items():
            for position in self._holders.get(pair, ()):
                scores[position] = scores.get(position, 0.0) + weight * self._vectors[position][pair]
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        return [Match(clause, self._higher[position], score) for position, score in ranked if score >= least]

    def _vector(self, clause: Clause) -> dict[str, float]:
        raw = {pair: count * self._weigh[pair] for pair, count in clause.pairs.items()}
        length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
        return {pair: value / length for pair, value in raw.items()}
