"""Counterpart duties (对应职责): the duties of a lower and of a higher text that are about one act, and why."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus import EId, plain_title
from duties.duty import Duty
from duties.findings.act import plain_words
from duties.findings.reading import Reading

LIKE = 0.4
"""Below this two duties more often share a topic than an act."""

_CITED = 0.1
"""What a duty gains from standing in a provision that cites the other one's article."""
_MATTER_WEIGHT = 2
_RUN = 2


@dataclass(frozen=True, slots=True)
class CounterpartDuties:
    """``likeness`` is between 0 and 1; ``shared`` are the words common to both, ``cites`` tells that one names the
    other's article."""

    lower: Duty
    higher: Duty
    likeness: float
    shared: tuple[str, ...]
    cites: bool = False

    @property
    def why(self) -> str:
        """Why the two are laid side by side, for people."""
        words = f"共同用语：{'、'.join(self.shared)}" if self.shared else "用语相近"
        return words + ("；本条引用了上位条文" if self.cites else "")


def counterpart_duties(lower: Reading, higher: Reading, floor: float = LIKE) -> tuple[CounterpartDuties, ...]:
    """For each duty of the lower text the duty of the higher one most like it, if it is like enough."""
    ours, theirs = lower.read.duties, higher.read.duties
    ranked = _nearest(ours, theirs, _citations(lower, higher))
    return tuple(
        CounterpartDuties(one, other, round(min(likeness, 1.0), 3), shared_words(one, other), cites)
        for one, other, likeness, cites in ranked
        if likeness >= floor
    )


def likeness_of(one: Duty, other: Duty) -> float:
    """How much of the shorter act stands in the longer, by pairs of characters (0 to 1)."""
    ours, theirs = _pairs(one), _pairs(other)
    short, long = sorted((ours, theirs), key=lambda pairs: sum(pairs.values()))
    total = sum(short.values())
    return sum((short & long).values()) / total if total else 0.0


def shared_words(one: Duty, other: Duty) -> tuple[str, ...]:
    """The longest runs of characters that both acts have, the longest first, at most three.

    >>> from duties.findings.counterpart_duties import _runs
    >>> _runs("定期组织消防安全检查", "对单位开展消防安全检查")
    ('消防安全检查',)
    """
    return _runs(act_words(one), act_words(other))


def act_words(duty: Duty) -> str:
    """The act without its bearer and the words of form."""
    return plain_words((duty.act or duty.quote).replace(duty.bearer, "", 1))


def _runs(one: str, other: str) -> tuple[str, ...]:
    found: list[str] = []
    start = 0
    while start < len(one):
        end = start
        while end < len(one) and one[start : end + 1] in other:
            end += 1
        if end - start >= _RUN:
            found.append(one[start:end])
        start = max(end, start + 1)
    longest = sorted(dict.fromkeys(found), key=lambda run: (-len(run), one.find(run)))
    return tuple(longest[:3])


def _nearest(
    lower: Sequence[Duty], higher: Sequence[Duty], cited: frozenset[tuple[EId, EId]]
) -> Iterator[tuple[Duty, Duty, float, bool]]:
    everything = [_pairs(duty) for duty in (*lower, *higher)]
    spread = Counter(pair for pairs in everything for pair in pairs)
    weigh = {pair: math.log(1 + len(everything) / count) for pair, count in spread.items()}
    vectors = [_vector(duty, weigh) for duty in higher]
    holders: dict[str, list[int]] = {}
    for at, vector in enumerate(vectors):
        for pair in vector:
            holders.setdefault(pair, []).append(at)
    for duty in lower:
        scores: dict[int, float] = {}
        for pair, weight in _vector(duty, weigh).items():
            for at in holders.get(pair, ()):
                scores[at] = scores.get(at, 0.0) + weight * vectors[at][pair]
        ranked = [(_article(duty.eid), _article(higher[at].eid)) in cited for at in scores]
        best = max(
            ((score + _CITED * named, -at, named) for (at, score), named in zip(scores.items(), ranked, strict=True)),
            default=None,
        )
        if best is not None:
            yield duty, higher[-best[1]], best[0], best[2]


def _vector(duty: Duty, weigh: dict[str, float]) -> dict[str, float]:
    raw = {pair: count * weigh[pair] for pair, count in _pairs(duty).items()}
    length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
    return {pair: value / length for pair, value in raw.items()}


@lru_cache(maxsize=65536)
def _pairs(duty: Duty) -> Counter[str]:
    """The act as overlapping pairs of characters; those of the matter count twice."""
    found = Counter(_bigrams(act_words(duty)))
    for pair in _bigrams(plain_words(duty.matter)):
        found[pair] += _MATTER_WEIGHT - 1
    return found


def _bigrams(words: str) -> Iterable[str]:
    return (words[i : i + 2] for i in range(len(words) - 1))


def _article(eid: EId) -> EId:
    return eid.ancestor("art") or eid


def _citations(lower: Reading, higher: Reading) -> frozenset[tuple[EId, EId]]:
    """The pairs of articles of which the lower names the higher."""
    wanted = plain_title(higher.read.instrument.title)
    return frozenset(
        (_article(one.source), _article(one.target))
        for one in lower.read.version.references
        if one.title is not None and one.target is not None and plain_title(one.title) == wanted
    )
