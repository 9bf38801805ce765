"""Likeness (相似): how much two wordings share by the weight of their words, and by what they mean."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from duties.matters.subject import Subject
from duties.matters.terms import ASPECT_MARK

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


@dataclass(frozen=True, slots=True)
class Weighed:
    """A bag made ready for comparing."""

    bag: Mapping[str, float]
    total: float
    aspects: frozenset[str]
    topic: frozenset[str]


def word_weights(found: Sequence[Subject]) -> Mapping[str, float]:
    """Words that stand in many duties count for little."""
    count = Counter(word for one in found for word in one.all_things)
    return {word: min(RAREST, math.log(1 + len(found) / number)) for word, number in count.items()}


def bag_of(subject: Subject, weight: Mapping[str, float]) -> Bag:
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


def weighed(bag: Bag) -> Weighed:
    """The bag with its sum and its kinds of work."""
    words, topic = bag
    aspects = frozenset(word for word, _ in words if word.startswith(ASPECT_MARK))
    return Weighed(dict(words), math.fsum(value for _, value in words), aspects, frozenset(topic))


def likeness(shared: float, one: Weighed, other: Weighed) -> float:
    """The part of both that is shared (Dice), where ``shared`` is the weight of the things in both."""
    works = len(one.aspects & other.aspects)
    alike = 2 * (shared + ASPECT_WEIGHT * works) / (one.total + other.total)
    if (one.aspects or other.aspects) and not works:
        alike *= OTHER_WORK
    return alike if _has_topic_of(one, other) or _has_topic_of(other, one) else alike * OTHER_TOPIC


def _has_topic_of(one: Weighed, other: Weighed) -> bool:
    return not other.topic or not other.topic.isdisjoint(one.bag)
