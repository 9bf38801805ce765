"""Units that divide (分工、分级的条款): a paragraph or article that gives several bodies or levels each its own act."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus import EId, Provision
from duties.findings import ReadText
from duties.suggestions.act_index import Entry, bodies_of
from duties.suggestions.comparable import LONGEST, sentence_span
from duties.suggestions.fitness import is_concrete, is_named, is_single

_SENTENCE = re.compile(r"[^。；\n]+[。；]?")
_RULE = re.compile(
    r"(?:(?:施行|实施|生效|公布|通过)之日起[^，。；]{0,8}(?:[0-9一二三四五六七八九十两]+(?:年|个月|日))内"
    r"|[0-9一二三四五六七八九十〇]{4}年[^，。；]{0,10}前)[^。；]{0,30}(?:制定|出台|作出)[^。；]{2,40}(?:办法|细则|规定|标准)"
)
_UNNAMED = re.compile(r"有关(?:国家)?机关|(?:地方性法规|法律|法规)(?:规定)?明确要求")
_MEMBERS = 3


@dataclass(frozen=True)
class Unit:
    """A paragraph, or an article, with its duties; ``bodies`` have acts of their own in it, at ``tiers`` levels."""

    text: ReadText
    eid: EId
    entries: tuple[int, ...]
    bodies: frozenset[str]
    tiers: int
    about: str


def units_of(entries: Sequence[Entry]) -> tuple[Unit, ...]:
    """The paragraphs in which at least two bodies each have an act of their own, and such articles."""
    grouped: dict[tuple[str, EId], list[int]] = {}
    for position, entry in enumerate(entries):
        for eid in dict.fromkeys((entry.place, entry.article)):
            grouped.setdefault((entry.text.version.id, eid), []).append(position)
    own = [is_own(entry) for entry in entries]
    return tuple(filter(None, (_unit(eid, at, entries, own) for (_, eid), at in grouped.items())))


def _unit(eid: EId, positions: Sequence[int], entries: Sequence[Entry], is_own: Sequence[bool]) -> Unit | None:
    own = [entries[at].duty for at in positions if is_own[at]]
    bearers = {duty.bearer for duty in own}
    if len(bearers) < 2:
        return None
    levels = {duty.levels[0] for duty in own if len(duty.levels) == 1}
    first = entries[positions[0]]
    return Unit(first.text, eid, tuple(positions), bodies_of(own), len(levels), first.about)


def divides(unit: Unit) -> bool:
    """Whether three bodies or more have acts of their own."""
    return len(unit.bodies) >= _MEMBERS


def tells_levels_apart(unit: Unit) -> bool:
    """Whether at least two levels have acts of their own."""
    return unit.tiers >= 2


def window(
    unit: Unit, entries: Sequence[Entry], wanted: frozenset[str], likeness: Mapping[int, float]
) -> tuple[int, int] | None:
    """The sentences of the unit that say most to the point, as many as may be quoted; None where they divide nothing.

    A short unit is quoted whole; a long list from the item on after which the most ``wanted`` bodies have acts.
    """
    provision = unit.text.version.provision(unit.eid)
    if provision is None:
        return None
    low, high = provision.start + len(provision.label), provision.end
    own = [(at, one) for at, one in zip(unit.entries, entries, strict=True) if is_own(one)]
    starts = [low] if high - low <= LONGEST else [low, *(_from(unit.text, one, low, high) for _, one in own)]

    def held(start: int) -> list[tuple[int, Entry]]:
        return [(at, one) for at, one in own if start <= one.duty.start and one.duty.end <= start + LONGEST]

    def worth(start: int) -> tuple[int, float, int]:
        inside = held(start)
        bodies = bodies_of(one.duty for _, one in inside)
        return len(bodies & wanted), sum(likeness.get(at, 0.0) for at, _ in inside), -start

    best = max(starts, key=worth)
    bearers = {one.duty.bearer for _, one in held(best)}
    return (best, min(high, best + LONGEST)) if len(bearers) > 1 else None


def _from(text: ReadText, entry: Entry, low: int, high: int) -> int:
    return sentence_span(text.version.text, entry.duty.start, entry.duty.end, low, high)[0]


def is_own(entry: Entry) -> bool:
    """Whether one named body has a concrete act of its own."""
    return is_named(entry) and is_single(entry) and is_concrete(entry)


def dated_rules(texts: Iterable[ReadText]) -> Iterator[tuple[ReadText, EId, tuple[int, int]]]:
    """Every sentence that leaves a rule to be made and sets a date for it, with its text and paragraph."""
    for text in texts:
        for match in _SENTENCE.finditer(text.version.text):
            if _RULE.search(match.group()) and not _UNNAMED.search(match.group()):
                provision = innermost(text, match.end() - 1)
                if provision is not None:
                    yield text, provision.eid, (max(match.start(), provision.start), match.end())


def innermost(text: ReadText, at: int) -> Provision | None:
    """The paragraph or smaller provision that covers the character ``at``."""
    covering = [p for p in text.version.provisions if p.start <= at < p.end and not _is_group(p)]
    return min(covering, key=lambda p: p.end - p.start, default=None)


def _is_group(provision: Provision) -> bool:
    return provision.eid.steps[-1][0] in ("part", "chp", "sec", "annex")
