"""Pool (可参照范围): every provision that may be cited: duties, units that divide, rules, and their defects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from corpus import EId
from duties.findings import Finding, ReadText
from duties.suggestions.act_index import ActIndex, Entry, topic_likeness
from duties.suggestions.advice import Advice
from duties.suggestions.articles import Unit, dated_rules, units_of
from duties.suggestions.comparable import Comparable
from duties.suggestions.defects import Defects, Place
from duties.suggestions.need import Need

SAME_TOPIC = 0.5
"""Two instruments are about one thing when the words of their titles are this like."""
NEAR = 0.6
"""What a search by meaning finds near counts as on the topic, after the texts whose titles say so."""

_ASKED = 2
"""Acts that the index is asked about: each takes a tenth of a second."""

Scored = tuple[float, Comparable]
Near = Callable[[str], frozenset[Place]]
"""The articles (version and eid) that a search by meaning finds near these words."""


def nothing_near(words: str) -> frozenset[Place]:
    """No search by meaning is at hand."""
    return frozenset()


class Pool:
    """``texts`` may be cited: those in force, with their duties; ``findings`` tell which places have defects."""

    def __init__(self, texts: Iterable[ReadText], findings: Iterable[Finding]) -> None:
        self.texts = {text.version.id: text for text in texts}
        self._defects = Defects(findings)

    @cached_property
    def index(self) -> ActIndex:
        """The duties, by the likeness of their acts."""
        return ActIndex(self.texts.values())

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The paragraphs and articles in which several bodies have acts of their own."""
        return units_of(self.index.entries)

    @cached_property
    def rules(self) -> tuple[tuple[ReadText, EId, tuple[int, int]], ...]:
        """The sentences that set a date for a rule."""
        return tuple(dated_rules(self.texts.values()))

    @cached_property
    def _abouts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(entry.about for entry in self.index.entries))

    def topics(self, need: Need) -> Mapping[str, float]:
        """How far each topic of the pool is that of the text to be mended."""
        return {one: topic_likeness(need.about, one) for one in self._abouts}

    def like(self, need: Need) -> Mapping[int, float]:
        """The duties (their positions) with like acts.

        What shares only the words of the title is not like, unless it is about the matter of the text as a whole.
        """
        return self.index.nearest(need.acts, "" if need.is_competence else need.text.instrument.title)

    def entries(self, unit: Unit) -> Sequence[Entry]:
        """The duties of a unit."""
        return [self.index.entries[at] for at in unit.entries]

    def is_clean(self, quoted: Comparable, entries: Iterable[Entry], advice: Advice) -> bool:
        """Whether the quoted words have none of the defects that the advice warns of."""
        places = [(entry.text.version.id, entry.place) for entry in entries]
        return not self._defects.spoil(advice.clean_of, places, quoted.quote)


def near_places(need: Need, ask: Near) -> Mapping[Place, float]:
    """The articles near by meaning to the first acts of a need."""
    return {place: NEAR for act in need.acts[:_ASKED] for place in ask(act)}


def is_other(need: Need, text: ReadText) -> bool:
    """Whether a text is another instrument than the one to be mended."""
    return text.instrument.id != need.text.instrument.id and text.doc != need.text.doc
