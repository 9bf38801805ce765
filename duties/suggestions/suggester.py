"""Suggester (改写参考): for one finding the comparable provisions of other instruments, ranked, word for word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from corpus import EId
from duties.findings import Finding, ReadText
from duties.suggestions.act_index import ActIndex, Entry, about, pairs_of, plain_act, topic_likeness
from duties.suggestions.advice import Advice, advice_for
from duties.suggestions.articles import (
    Unit,
    dated_rules,
    divides,
    innermost,
    tells_levels_apart,
    units_of,
)
from duties.suggestions.comparable import Comparable, Suggestion, comparable, sentence_span
from duties.suggestions.fitness import FITS, is_single
from duties.suggestions.need import Need, need_of

MOST = 3
SAME_TOPIC = 0.5
"""Two instruments are about one thing when the words of their titles are this like."""
_LIKE, _LIKE_IN_TOPIC, _LIKE_RULE = 0.6, 0.34, 0.12
"""Below these two acts are of different matters; less is needed within one topic, and of rules."""
_TOPIC_WEIGHT, _BODY_WEIGHT, _NEAR_WEIGHT, _WHOLE = 0.4, 0.3, 0.05, 0.05
UNITS: Mapping[str, Callable[[Unit], bool]] = {"divided": divides, "tiers": tells_levels_apart}
BY_TOPIC = frozenset({"act", "level"})
"""What an empty duty asks for cannot be like it: every duty of instruments about the same thing may serve."""

Scored = tuple[float, Comparable]


class Suggester:
    """``texts`` may be cited: those in force, with their duties; ``findings`` tell which places have defects."""

    def __init__(self, texts: Iterable[ReadText], findings: Iterable[Finding]) -> None:
        self._texts = {text.version.id: text for text in texts}
        self._defects: dict[str, set[tuple[str, EId]]] = {}
        for finding in findings:
            for place in (finding.main, *finding.also):
                self._defects.setdefault(finding.kind.value, set()).add((place.version_id, place.eid))

    @cached_property
    def _index(self) -> ActIndex:
        return ActIndex(self._texts.values())

    @cached_property
    def _units(self) -> tuple[Unit, ...]:
        return units_of(self._index.entries)

    @cached_property
    def _rules(self) -> tuple[tuple[ReadText, EId, tuple[int, int]], ...]:
        return tuple(dated_rules(self._texts.values()))

    def suggest(self, finding: Finding, text: ReadText, others: Iterable[ReadText] = ()) -> Suggestion:
        """What could stand at ``finding`` in ``text``; ``others`` are the texts of its other places."""
        advice = advice_for(finding.kind)
        need = need_of(finding, text, {**self._texts, **{one.version.id: one for one in others}})
        found: tuple[Comparable, ...] = ()
        for find in advice.find:
            found = _best(found, self._search(need, advice, find))
        words = advice.words([one.citation for one in found])
        return Suggestion(finding.kind, words, advice.basis, found)

    def _search(self, need: Need, advice: Advice, find: str) -> Iterable[Scored]:
        if find == "rule":
            return self._dated(need)
        return self._by_unit(need, advice, find) if find in UNITS else self._by_duty(need, advice, find)

    def _by_duty(self, need: Need, advice: Advice, find: str) -> Iterator[Scored]:
        fits = FITS[find]
        candidates = self._on_topic(need) if find in BY_TOPIC else self._like(need)
        for entry, likeness, near in candidates:
            if _is_other(need, entry.text) and self._is_clean(entry, advice) and fits(need, entry):
                score = likeness + _TOPIC_WEIGHT * near + _nearness(need, entry)
                yield score, _quoted(entry, likeness, near >= SAME_TOPIC)

    def _like(self, need: Need) -> Iterator[tuple[Entry, float, float]]:
        """The duties whose act is like one that the finding is about."""
        for position, likeness in self._index.nearest(need.acts).items():
            entry = self._index.entries[position]
            near = topic_likeness(need.about, entry.about)
            if likeness >= (_LIKE_IN_TOPIC if near >= SAME_TOPIC else _LIKE):
                yield entry, likeness, near

    def _on_topic(self, need: Need) -> Iterator[tuple[Entry, float, float]]:
        """Every duty of the instruments about the same thing, whatever it says."""
        likeness = self._index.nearest(need.acts)
        near = {one: topic_likeness(need.about, one) for one in self._topics}
        for position, entry in enumerate(self._index.entries):
            if near[entry.about] >= SAME_TOPIC:
                yield entry, likeness.get(position, 0.0), near[entry.about]

    @cached_property
    def _topics(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(entry.about for entry in self._index.entries))

    def _is_clean(self, entry: Entry, advice: Advice) -> bool:
        here = entry.text.version.id, entry.place
        return not any(here in self._defects.get(kind, ()) for kind in advice.clean_of)

    def _by_unit(self, need: Need, advice: Advice, find: str) -> Iterator[Scored]:
        likeness = self._index.nearest(need.acts)
        near = {one: topic_likeness(need.about, one) for one in self._topics}
        for unit in filter(UNITS[find], self._units):
            best = max((likeness.get(at, 0.0) for at in unit.entries), default=0.0)
            shared, topical = len(need.bodies & unit.bodies), near[unit.about]
            close = best >= (_LIKE_IN_TOPIC if topical >= SAME_TOPIC else _LIKE)
            cast = find == "divided" and topical >= SAME_TOPIC and shared >= max(2, len(need.bodies) / 2)
            if (close or cast) and _is_other(need, unit.text) and self._are_clean(unit, advice):
                share = shared / len(need.bodies) if need.bodies else 0.0
                whole = _WHOLE if unit.eid.ancestor("para") is None else 0.0
                score = best + _TOPIC_WEIGHT * topical + _BODY_WEIGHT * share - whole
                yield score, _whole(unit, best, topical >= SAME_TOPIC)

    def _are_clean(self, unit: Unit, advice: Advice) -> bool:
        return all(self._is_clean(self._index.entries[at], advice) for at in unit.entries)

    def _dated(self, need: Need) -> Iterator[Scored]:
        wanted = pairs_of("".join(need.acts))
        for text, eid, span in self._rules:
            spoken = pairs_of(plain_act(text.version.text[slice(*span)]))
            likeness = len(wanted & spoken) / (len(wanted | spoken) or 1)
            near = topic_likeness(need.about, about(text))
            if _is_other(need, text) and (likeness >= _LIKE_RULE or near >= SAME_TOPIC):
                yield likeness + _TOPIC_WEIGHT * near, comparable(text, eid, span, likeness, near >= SAME_TOPIC)


def _is_other(need: Need, text: ReadText) -> bool:
    return text.instrument.id != need.text.instrument.id and text.doc != need.text.doc


def _nearness(need: Need, entry: Entry) -> float:
    """Small preferences between equals: one body, the same level."""
    return _NEAR_WEIGHT * (is_single(entry) + (entry.text.instrument.level is need.level))


def _quoted(entry: Entry, likeness: float, same_topic: bool) -> Comparable:
    version, duty = entry.text.version, entry.duty
    provision = version.provision(entry.duty.eid) or innermost(entry.text, duty.start)
    low, high = (provision.start, provision.end) if provision else (duty.start, duty.end)
    span = sentence_span(version.text, duty.start, duty.end, low, high)
    return comparable(entry.text, duty.eid, span, likeness, same_topic)


def _whole(unit: Unit, likeness: float, same_topic: bool) -> Comparable:
    provision = unit.text.version.provision(unit.eid)
    span = (provision.start + len(provision.label), provision.end) if provision else (0, 0)
    return comparable(unit.text, unit.eid, span, likeness, same_topic)


def _best(before: tuple[Comparable, ...], scored: Iterable[Scored]) -> tuple[Comparable, ...]:
    """``before`` and the best of the others up to three, one of each instrument, in an order that never changes."""
    ordered: Sequence[Scored] = sorted(scored, key=lambda one: (-round(one[0], 9), one[1].doc, one[1].start))
    chosen = {one.doc: one for one in before}
    for _, one in ordered:
        if len(chosen) < MOST and one.quote:
            chosen.setdefault(one.doc, one)
    return tuple(chosen.values())
