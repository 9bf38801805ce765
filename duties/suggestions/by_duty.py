"""By duty (按职责查找): single duties of other instruments that say what the finding's place leaves unsaid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from duties.suggestions.act_index import Entry, pairs_of
from duties.suggestions.advice import Advice
from duties.suggestions.articles import innermost
from duties.suggestions.comparable import Comparable, comparable, sentence_span
from duties.suggestions.defects import Place
from duties.suggestions.fitness import FITS, has_competence, is_named, may_be_followed
from duties.suggestions.need import Need
from duties.suggestions.pool import SAME_TOPIC, Pool, Scored, is_other
from duties.suggestions.ranking import TOPIC, nearness

BY_TOPIC = frozenset({"act", "level", "share"})
"""What an empty duty asks for cannot be like it: every duty of instruments about the same thing may serve."""
_OVER = 0.3
"""The sentence of the higher text that a finding names is near the act even where it is worded otherwise."""
_FIRST = 2.0
"""The higher text's own words come before all others."""


def by_duty(pool: Pool, need: Need, advice: Advice, find: str, near: Mapping[Place, float]) -> Iterator[Scored]:
    """The duties that fit, each with its sentence."""
    fitness, topics, like = FITS[find], pool.topics(need), pool.like(need)
    positions = range(len(pool.index.entries)) if find in BY_TOPIC else like
    for position in positions:
        entry, likeness = pool.index.entries[position], like.get(position, 0.0)
        titled = topics[entry.about]
        topical = max(titled, near.get((entry.text.version.id, entry.article), 0.0))
        if find in BY_TOPIC:
            is_alike = titled >= SAME_TOPIC
        else:
            least = fitness.in_topic if topical >= SAME_TOPIC else fitness.elsewhere
            is_alike = likeness >= least and (has_competence(entry) or not need.is_competence)
        if is_alike and is_other(need, entry.text) and fitness.fits(need, entry):
            quoted = _quoted(entry, likeness, titled >= SAME_TOPIC)
            if pool.is_clean(quoted, [entry], advice):
                yield likeness + TOPIC * topical + nearness(need, entry), quoted


def of_the_higher_text(pool: Pool, need: Need) -> Iterator[Scored]:
    """What the higher text that the finding names says of the act: its own words may be followed."""
    wanted = pairs_of("".join(need.acts))
    for place in need.finding.also:
        text = pool.texts.get(place.version_id)
        entries = pool.index.of_version(place.version_id) if text and is_other(need, text) else ()
        for entry in entries:
            ours = pairs_of(entry.words)
            likeness = len(wanted & ours) / (min(len(wanted), len(ours)) or 1)
            is_alike = is_named(entry) and likeness >= _OVER and may_be_followed(need, entry)
            if entry.place == place.eid and is_alike:
                yield _FIRST + likeness, _quoted(entry, min(1.0, likeness), is_same_topic=True)


def _quoted(entry: Entry, likeness: float, is_same_topic: bool) -> Comparable:
    version, duty = entry.text.version, entry.duty
    provision = version.provision(entry.duty.eid) or innermost(entry.text, duty.start)
    low, high = (provision.start, provision.end) if provision else (duty.start, duty.end)
    span = sentence_span(version.text, duty.start, duty.end, low, high)
    return comparable(entry.text, duty.eid, span, likeness, is_same_topic)
