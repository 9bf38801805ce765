"""Forms (写法): where nothing on the matter is found, a provision on another matter that shows how to write it."""

from __future__ import annotations

from collections.abc import Iterator

from corpus import Level
from duties.matters.terms import aspects_of
from duties.suggestions.act_index import Entry, about, pairs_of, plain_act, topic_likeness
from duties.suggestions.advice import Advice
from duties.suggestions.articles import is_own, tells_levels_apart, window
from duties.suggestions.comparable import comparable
from duties.suggestions.need import Need
from duties.suggestions.pool import SAME_TOPIC, Pool, Scored, is_other
from duties.suggestions.ranking import TOPIC, class_of

FORMS = frozenset({"rule_form", "tiers_form"})
"""Of any matter: only the way of writing may be followed, which the likeness 0 says."""
_LIKE_RULE = 0.12
_TELLS_NOTHING = frozenset({"主管", "办法"})
"""Kinds of work that stand in every text, or that are found where only a rule is left to be made."""
_LEAST, _ALIKE = 5, 0.3
"""Pairs of characters, and their part of the shorter act, that must be common besides the kind of work."""


def form_of(pool: Pool, need: Need, advice: Advice, find: str) -> Iterator[Scored]:
    """How such a provision is written, whatever the matter."""
    return dated(pool, need, of_any_matter=True) if find == "rule_form" else _tiers(pool, need, advice)


def dated(pool: Pool, need: Need, *, of_any_matter: bool = False) -> Iterator[Scored]:
    """Rules with a date, about the matter or ``of_any_matter``."""
    wanted = pairs_of("".join(need.acts))
    for text, eid, span in pool.rules:
        spoken = pairs_of(plain_act(text.version.text[slice(*span)]))
        likeness = len(wanted & spoken) / (len(wanted | spoken) or 1)
        topical = topic_likeness(need.about, about(text))
        if is_other(need, text) and (of_any_matter or likeness >= _LIKE_RULE or topical >= SAME_TOPIC):
            score = likeness + TOPIC * topical + (text.instrument.level is need.level) / 10
            shown = 0.0 if of_any_matter else likeness
            yield score, comparable(text, eid, span, shown, topical >= SAME_TOPIC)


def _tiers(pool: Pool, need: Need, advice: Advice) -> Iterator[Scored]:
    """Where each level has its own part of the same kind of work (规划, 经费, 宣传 …)."""
    works = frozenset[str]().union(*(aspects_of(act) for act in need.acts)) - _TELLS_NOTHING
    classes = {class_of(duty) for duty in need.duties}
    acts = pairs_of("".join(need.acts))
    for unit in filter(tells_levels_apart, pool.units):
        entries = pool.entries(unit)
        shared = [one for one in entries if is_own(one) and class_of(one.duty) in classes]
        alike = [one for one in shared if works & aspects_of(one.words)]
        common = max((_common(acts, pairs_of(one.words)) for one in alike), default=0.0)
        if common >= _ALIKE and len(_levels(alike)) > 1 and is_other(need, unit.text):
            weights = {at: float(one in alike) for at, one in zip(unit.entries, entries, strict=True)}
            span = window(unit, entries, frozenset(), weights)
            quoted = comparable(unit.text, unit.eid, span, 0.0, False) if span else None
            if quoted and pool.is_clean(quoted, entries, advice):
                is_paragraph = unit.eid.ancestor("para") is not None
                yield common + (unit.text.instrument.level is need.level) / 10 + is_paragraph / 10, quoted


def _common(ours: frozenset[str], theirs: frozenset[str]) -> float:
    shared = len(ours & theirs)
    return shared / min(len(ours), len(theirs)) if shared >= _LEAST else 0.0


def _levels(entries: list[Entry]) -> set[Level]:
    return {entry.duty.levels[0] for entry in entries if len(entry.duty.levels) == 1}
