"""Grouping (归并): duties into matters by the words they share; the same texts give the same matters in any order."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from duties.duty import Duty
from duties.findings import ReadText
from duties.matters.matter import Matter, Member, Reason
from duties.matters.naming import matter_name
from duties.matters.subject import Subject, subjects
from duties.matters.terms import ASPECT_MARK

ALIKE = 0.55
"""Two duties are of one matter when the words they share carry this part of the weight of both (Dice)."""
ASPECT_WEIGHT = 3.0
"""The kind of work (规划, 宣传 …) weighs as much as a word that stands in one duty of twenty."""
OTHER_WORK = 0.5
"""Another kind of work on the same thing is another matter, unless nearly all the rest agrees."""
CONTEXT = 0.4
"""A word lent by the title or by the sentence counts for less than the duty's own."""
OTHER_TOPIC = 0.75
"""The same general words in texts about other things (具体办法, 书面申请) need more to be one matter."""
RAREST = 6.5
_GENERAL = frozenset({"主管"})
"""监督管理, 管理工作: the work in general, which tells no matter from another."""

Bag = tuple[tuple[tuple[str, float], ...], tuple[str, ...]]
"""The words with their weights, and the words of the title among them."""


@dataclass(slots=True)
class _Leader:
    bag: Mapping[str, float]
    total: float
    aspects: frozenset[str]
    topic: frozenset[str]
    members: list[tuple[Duty, Subject, Bag, float]] = field(default_factory=list)


def group_matters(texts: Iterable[ReadText]) -> tuple[Matter, ...]:
    """Every duty in exactly one matter, the largest matters first.

    The wording found most often leads; a rarer one joins the leader it is most like (``ALIKE``) or leads itself. Words
    that stand in many duties count for little.
    """
    listed = list(subjects(texts))
    weight = _weights([subject for _, subject in listed])
    bags = [_bag(subject, weight) for _, subject in listed]
    places = _lead(bags)
    leaders: dict[Bag, _Leader] = {}
    for (duty, subject), bag in zip(listed, bags, strict=True):
        leading, likeness = places[bag]
        if leading not in leaders:
            leaders[leading] = _leader(leading)
        leaders[leading].members.append((duty, subject, bag, likeness))
    ids = _ids(leaders)
    matters = (_matter(ids[bag], leader) for bag, leader in leaders.items())
    return tuple(sorted(matters, key=lambda matter: (-len(matter.members), matter.name, matter.id)))


def _weights(found: Sequence[Subject]) -> Mapping[str, float]:
    count = Counter(word for one in found for word in one.all_things)
    return {word: min(RAREST, math.log(1 + len(found) / number)) for word, number in count.items()}


def _bag(subject: Subject, weight: Mapping[str, float]) -> Bag:
    """The words with their weights, the same for the same wording."""
    aspects = subject.aspects - _GENERAL
    topic = subject.topic.things
    lent = CONTEXT if aspects else 1.0
    bag = {word: weight[word] * lent for word in subject.lent.things}
    bag |= {word: weight[word] for word in subject.own.things}
    context = CONTEXT if bag.keys() - topic else 1.0
    bag |= {word: weight[word] * context for word in topic}
    bag |= {ASPECT_MARK + aspect: ASPECT_WEIGHT for aspect in aspects}
    return tuple(sorted(bag.items())), tuple(sorted(topic))


def _lead(bags: Sequence[Bag]) -> dict[Bag, tuple[Bag, float]]:
    """For each wording the one that leads it, and how alike they are."""
    count = Counter(bags)
    leaders: list[tuple[Bag, _Leader]] = []
    holding: dict[str, list[int]] = defaultdict(list)
    led: dict[Bag, tuple[Bag, float]] = {}
    for bag in sorted(count, key=lambda bag: (-count[bag], len(bag[0]), bag)):
        one = _leader(bag)
        best = _nearest(bag, one, leaders, holding)
        if best is None:
            for word in one.bag:
                if not word.startswith(ASPECT_MARK):
                    holding[word].append(len(leaders))
            leaders.append((bag, one))
            led[bag] = bag, 1.0
        else:
            led[bag] = leaders[best[1]][0], best[0]
    return led


def _nearest(
    bag: Bag, one: _Leader, leaders: Sequence[tuple[Bag, _Leader]], holding: Mapping[str, list[int]]
) -> tuple[float, int] | None:
    shared: dict[int, float] = defaultdict(float)
    for word, value in bag[0]:
        for place in holding.get(word, ()):
            shared[place] += min(value, leaders[place][1].bag[word])
    best: tuple[float, int] | None = None
    for place, common in shared.items():
        likeness = _likeness(common, one, leaders[place][1])
        if likeness >= ALIKE and (best is None or (likeness, -place) > (best[0], -best[1])):
            best = likeness, place
    return best


def _likeness(shared: float, one: _Leader, other: _Leader) -> float:
    works = len(one.aspects & other.aspects)
    likeness = 2 * (shared + ASPECT_WEIGHT * works) / (one.total + other.total)
    if (one.aspects or other.aspects) and not works:
        likeness *= OTHER_WORK
    return likeness if _has_topic_of(one, other) or _has_topic_of(other, one) else likeness * OTHER_TOPIC


def _has_topic_of(one: _Leader, other: _Leader) -> bool:
    return not other.topic or not other.topic.isdisjoint(one.bag)


def _leader(bag: Bag) -> _Leader:
    words, topic = bag
    aspects = frozenset(word for word, _ in words if word.startswith(ASPECT_MARK))
    return _Leader(dict(words), math.fsum(value for _, value in words), aspects, frozenset(topic))


def _ids(leaders: Iterable[Bag]) -> dict[Bag, str]:
    """The hash of the leading words; where two matters are known by the same words, their weights tell them apart."""
    found: dict[str, list[Bag]] = defaultdict(list)
    for bag in leaders:
        found[_hash(" ".join(word for word, _ in bag[0]))].append(bag)
    return {
        bag: key if place == 0 else f"{key}-{place + 1}"
        for key, bags in found.items()
        for place, bag in enumerate(sorted(bags))
    }


def _hash(words: str) -> str:
    return "m" + sha256(words.encode()).hexdigest()[:10]


def _matter(key: str, leader: _Leader) -> Matter:
    """The matter with its duties in the order of their documents, each with the words it shares with the leader."""
    ordered = sorted(leader.members, key=lambda m: (m[0].doc, m[0].version_id, m[0].start, m[0].end, m[0].bearer))
    members = tuple(
        Member(duty, subject.all, _reason(bag, leader, likeness), subject.title, subject.label)
        for duty, subject, bag, likeness in ordered
    )
    words = tuple(sorted(leader.bag, key=lambda word: (-leader.bag[word], word)))
    return Matter(key, matter_name(members, words), words, members)


def _reason(bag: Bag, leader: _Leader, likeness: float) -> Reason:
    shared = [(value, word) for word, value in bag[0] if word in leader.bag]
    return Reason(tuple(word for _, word in sorted(shared, key=lambda pair: (-pair[0], pair[1]))), likeness)
