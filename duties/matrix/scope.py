"""Scope (范围): which texts a matrix speaks of, and how many of them each level has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from corpus import Level, Territory
from duties.findings import ReadText
from duties.matters import Matter


@dataclass(frozen=True, slots=True)
class Scope:
    """The texts that hold in ``territory``: its own, those of the places above it, those of the places in it.

    Without a territory, all texts. ``counts`` says how many of them each level issued: an empty cell of a level that
    has none is no gap in the law.
    """

    territory: Territory | None
    texts: Mapping[str, ReadText]
    counts: Mapping[Level, int]

    def within(self, matters: Iterable[Matter]) -> tuple[Matter, ...]:
        """The matters with the duties of these texts only; those without any are left out."""
        kept = (
            replace(matter, members=tuple(m for m in matter.members if m.duty.version_id in self.texts))
            for matter in matters
        )
        return tuple(matter for matter in kept if matter.members)


def scope_of(texts: Iterable[ReadText], territory: Territory | None = None) -> Scope:
    """The scope of one territory among ``texts``; other cities than its own are left out."""
    kept = {text.version.id: text for text in texts if territory is None or _applies(text, territory)}
    return Scope(territory, kept, Counter(text.instrument.level for text in kept.values()))


def _applies(text: ReadText, territory: Territory) -> bool:
    own = text.instrument.territory
    return own.holds(territory) or territory.holds(own)
