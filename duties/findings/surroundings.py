"""Surroundings (语料环境): what the rules must know beside the texts at hand: the day, and what the corpus holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from corpus import CorpusStore, Instrument, Version, plain_title
from duties.findings.finding import ReadText

Citing = Callable[[str], frozenset[str]]
"""The ids of the versions that name a title."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A text that the corpus holds; ``starts_on`` is its first day in force, or of what was told of it."""

    instrument: Instrument
    version_id: str
    starts_on: date
    in_force: bool = True


@dataclass(frozen=True)
class Surroundings:
    """The day of judgement and the corpus around the texts; ``text`` and ``citing`` look up what a rule asks for."""

    today: date
    holdings: tuple[Holding, ...]
    version: Callable[[str], Version]
    citing: Citing

    @cached_property
    def by_version(self) -> dict[str, Holding]:
        """The holdings by the id of their version."""
        return {holding.version_id: holding for holding in self.holdings}


def survey(store: CorpusStore, today: date) -> Surroundings:
    """The whole of a corpus as surroundings."""
    summaries = store.summaries()
    holdings = tuple(
        Holding(s.instrument, s.id, s.interval.starts_on, in_force=s.status(today).value == "有效") for s in summaries
    )
    cited = store.cited_titles()

    def citing(title: str) -> frozenset[str]:
        names = [name for name in cited if plain_title(name) == plain_title(title)]
        return frozenset(version for version, _ in store.citing(names, ()))

    return Surroundings(today, holdings, store.version, citing)


def among(texts: Sequence[ReadText], today: date) -> Surroundings:
    """Surroundings that hold the texts at hand and nothing else."""
    versions = {text.version.id: text.version for text in texts}
    holdings = tuple(
        Holding(text.instrument, text.version.id, text.version.dates.starts_on or date.min) for text in texts
    )
    return Surroundings(today, holdings, versions.__getitem__, lambda title: _naming(versions.values(), title))


def _naming(versions: Iterable[Version], title: str) -> frozenset[str]:
    wanted = plain_title(title)
    return frozenset(
        version.id
        for version in versions
        if any(one.title is not None and plain_title(one.title) == wanted for one in version.references)
    )
