"""Topic (主题): the matters that a person asks for, by words, by what means the same, and by provisions found near."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from corpus import EId
from duties.matters import Matter, Member, Terms, read_terms
from duties.table import read_table

ENOUGH = 0.5
"""A duty is on the topic when the topic's words in it and its title carry this part of the topic's weight."""

Places = Collection[tuple[str, EId]]
"""Provisions (version, article) that a search found near the topic."""


@dataclass(frozen=True, slots=True)
class _Topic:
    """A topic as written and as words; what words weigh among these matters, and what all the topic's do (whole)."""

    words: str
    terms: Terms
    weight: Mapping[str, float]
    whole: float


def select_matters(matters: Sequence[Matter], topics: Sequence[str], near: Places = ()) -> tuple[Matter, ...]:
    """The matters most of whose duties are on one of the topics, the nearest first; all where no topic is given."""
    wanted = [(topic, read_terms(topic)) for topic in topics if topic.strip()]
    if not wanted:
        return tuple(matters)
    weight = _weights(matters)
    asked = [_Topic(topic, terms, weight, _whole(terms, weight)) for topic, terms in wanted]
    scored = [(max(_score(matter, topic) for topic in asked), matter) for matter in matters]
    chosen = [(score if score > 0 else _near(matter, near), matter) for score, matter in scored]
    kept = sorted((pair for pair in chosen if pair[0] > 0), key=lambda pair: (-pair[0], -len(pair[1].members)))
    return tuple(matter for _, matter in kept)


def _weights(matters: Sequence[Matter]) -> Mapping[str, float]:
    """Rare words tell more; words of the table of synonyms name a subject and count double."""
    count = Counter(word for matter in matters for member in matter.members for word in member.terms.things)
    total = sum(len(matter.members) for matter in matters)
    named = {str(row.value) for row in read_table("synonyms")}
    return {word: math.log(1 + total / number) * (2 if word in named else 1) for word, number in count.items()}


def _whole(terms: Terms, weight: Mapping[str, float]) -> float:
    """What all the topic's words weigh; one that no duty has is as rare as the rarest."""
    unknown = max(weight.values(), default=1.0)
    return math.fsum(weight.get(word, unknown) for word in sorted(terms.things))


def _score(matter: Matter, asked: _Topic) -> float:
    """0 where the matter is not on the topic, 2 where it is the kind of work asked for, else 1."""
    covered = [_covered(member, asked) for member in matter.members]
    on_topic = [share for share in covered if share >= ENOUGH]
    if 2 * len(on_topic) < len(covered):
        return 0.0
    terms = asked.terms
    if not terms.aspects:
        return 1.0
    works = {word.removeprefix("·") for word in matter.words}
    # 养犬登记 asks for the one kind of work; without a thing (监督检查) only that kind is on the topic.
    return 2.0 if terms.aspects & works else 1.0 if terms.things and terms.aspects <= {"主管"} else 0.0


def _covered(member: Member, asked: _Topic) -> float:
    if asked.words in member.duty.matter or asked.words in member.topic:
        return 1.0
    terms = asked.terms
    if not terms.things:
        return 1.0 if terms.aspects & member.terms.aspects else 0.0
    return math.fsum(asked.weight[word] for word in sorted(terms.things & member.terms.things)) / asked.whole


def _near(matter: Matter, near: Places) -> float:
    """Provisions that only a search by meaning found come after all others."""
    there = sum((m.duty.version_id, m.duty.eid.ancestor("art") or m.duty.eid) in near for m in matter.members)
    return 0.5 if 2 * there >= len(matter.members) and there else 0.0
