"""Grouping (归并): duties into matters by words and meaning; the same texts give the same matters in any order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from duties.duty import Duty
from duties.findings import ReadText
from duties.matters.likeness import Bag, Weighed, bag_of, likeness, weighed, word_weights
from duties.matters.matter import Matter, Member, Reason
from duties.matters.meaning import Meaning, Packed
from duties.matters.naming import matter_name
from duties.matters.subject import Subject, subjects
from duties.matters.terms import ASPECT_MARK

ALIKE = 0.6
"""Two duties are of one matter when the words they share carry this part of the weight of both (Dice)."""
PULL = 16.0
LEVEL = 0.98
"""Meaning moves the likeness by ``PULL`` times what the cosine is above or below ``LEVEL``: wordings that a model finds
the same need few words in common, those that it finds apart nearly all."""
_LEAST = ALIKE - PULL * (1 - LEVEL)


@dataclass(frozen=True, slots=True)
class _Link:
    """How a wording hangs on its leader: likeness of the words, cosine where both have vectors."""

    bag: Bag
    words: float = 1.0
    cosine: float | None = None

    @property
    def alike(self) -> float:
        return self.words if self.cosine is None else self.words + PULL * (self.cosine - LEVEL)


@dataclass(slots=True)
class _Group:
    leader: Weighed
    wording: str
    members: list[tuple[Duty, Subject, Bag, _Link]] = field(default_factory=list)


def group_matters(texts: Iterable[ReadText], vectors: Packed | None = None) -> tuple[Matter, ...]:
    """Every duty in exactly one matter, the largest matters first.

    The wording found most often leads; a rarer one joins the leader it is most like (``ALIKE``) or leads itself.
    ``vectors`` are those of the wordings (``Subject.wording``); where one is missing, the words alone decide.
    """
    listed = list(subjects(texts))
    weight = word_weights([subject for _, subject in listed])
    bags = [bag_of(subject, weight) for _, subject in listed]
    wordings = _wordings(bags, [subject for _, subject in listed])
    links = _Leading(bags, wordings, vectors or {}).links()
    groups: dict[Bag, _Group] = {}
    for (duty, subject), bag in zip(listed, bags, strict=True):
        link = links[bag]
        if link.bag not in groups:
            groups[link.bag] = _Group(weighed(link.bag), wordings[link.bag])
        groups[link.bag].members.append((duty, subject, bag, link))
    ids = _ids(groups)
    matters = (_matter(ids[bag], group) for bag, group in groups.items())
    return tuple(sorted(matters, key=lambda matter: (-len(matter.members), matter.name, matter.id)))


def _wordings(bags: Sequence[Bag], found: Sequence[Subject]) -> dict[Bag, str]:
    """The wording found most often with these words."""
    count: dict[Bag, Counter[str]] = defaultdict(Counter)
    for bag, subject in zip(bags, found, strict=True):
        count[bag][subject.wording] += 1
    return {bag: min(there, key=lambda wording: (-there[wording], wording)) for bag, there in count.items()}


class _Leading:
    """Finds for each wording the one that leads it, the most frequent wordings first."""

    def __init__(self, bags: Sequence[Bag], wordings: Mapping[Bag, str], vectors: Packed) -> None:
        count = Counter(bags)
        self._order = sorted(count, key=lambda bag: (-count[bag], len(bag[0]), bag))
        self._meaning = Meaning(vectors, [wordings[bag] for bag in self._order])
        self._leaders: list[tuple[int, Weighed]] = []
        self._holding: dict[str, list[int]] = defaultdict(list)

    def links(self) -> dict[Bag, _Link]:
        """The link of every bag; a leader's is to itself."""
        led: dict[Bag, _Link] = {}
        for place, bag in enumerate(self._order):
            one = weighed(bag)
            led[bag] = self._nearest(place, one) or self._lead(place, one)
        return led

    def _lead(self, place: int, one: Weighed) -> _Link:
        for word in one.bag:
            if not word.startswith(ASPECT_MARK):
                self._holding[word].append(len(self._leaders))
        self._leaders.append((place, one))
        return _Link(self._order[place])

    def _nearest(self, place: int, one: Weighed) -> _Link | None:
        """The leader most like the bag by words and meaning, the earlier of two; None where none is like enough."""
        near = self._sharing(one)
        known = self._meaning.knows(place)
        cosines = self._meaning.nearness(place, [self._leaders[at][0] for at, _ in near]) if known and near else ()
        best: _Link | None = None
        for number, (at, words) in enumerate(near):
            leader = self._leaders[at][0]
            cosine = float(cosines[number]) if known and self._meaning.knows(leader) else None
            link = _Link(self._order[leader], words, cosine)
            if link.alike >= ALIKE and (best is None or link.alike > best.alike):
                best = link
        return best

    def _sharing(self, one: Weighed) -> list[tuple[int, float]]:
        """The leaders that share enough words to be asked further, with the likeness of the words."""
        shared: dict[int, float] = defaultdict(float)
        for word, value in one.bag.items():
            for at in self._holding.get(word, ()):
                shared[at] += min(value, self._leaders[at][1].bag[word])
        alike = ((at, likeness(common, one, self._leaders[at][1])) for at, common in sorted(shared.items()))
        return [(at, words) for at, words in alike if words >= _LEAST]


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


def _matter(key: str, group: _Group) -> Matter:
    """The matter with its duties in the order of their documents, each with what it shares with the leader."""
    ordered = sorted(group.members, key=lambda m: (m[0].doc, m[0].version_id, m[0].start, m[0].end, m[0].bearer))
    members = tuple(
        Member(duty, subject.all, _reason(bag, group, link), subject.title, subject.label)
        for duty, subject, bag, link in ordered
    )
    words = tuple(sorted(group.leader.bag, key=lambda word: (-group.leader.bag[word], word)))
    return Matter(key, matter_name(members, words), words, members)


def _reason(bag: Bag, group: _Group, link: _Link) -> Reason:
    shared = sorted(((value, word) for word, value in bag[0] if word in group.leader.bag), key=lambda p: (-p[0], p[1]))
    near = "" if link.cosine is None else group.wording
    return Reason(tuple(word for _, word in shared), min(1.0, link.words), cosine=link.cosine, near=near)
