"""Surroundings (语料环境): what the rules must know beside the texts at hand: the day, and what the corpus holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from corpus import CorpusStore, EId, Instrument, Status, Version, plain_title
from duties.findings.act import plain_words
from duties.findings.finding import ReadText

Citing = Callable[[str], frozenset[tuple[str, EId | None]]]
"""The versions that name a title, each with the provision of it that they name."""

_KEPT = 512
"""Texts and titles kept."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A text that the corpus holds; ``starts_on`` is its first day in force."""

    instrument: Instrument
    version_id: str
    starts_on: date
    in_force: bool = True


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The day of judgement and the corpus around the texts.

    ``version``, ``words`` (the bare words of each article) and ``citing`` look up what a rule asks for.
    """

    today: date
    holdings: tuple[Holding, ...]
    version: Callable[[str], Version]
    words: Callable[[str], tuple[str, ...]]
    citing: Citing


def survey(store: CorpusStore, today: date) -> Surroundings:
    """The whole of a corpus as surroundings."""
    holdings = tuple(
        Holding(s.instrument, s.id, s.interval.starts_on, s.status(today) is Status.IN_FORCE) for s in store.summaries()
    )
    cited = store.cited_titles()

    def citing(title: str) -> frozenset[tuple[str, EId | None]]:
        names = [name for name in cited if plain_title(name) == plain_title(title)]
        return frozenset((version, one.target) for version, one in store.citing(names, ()))

    return _surroundings(today, holdings, store.version, citing)


def among(texts: Sequence[ReadText], today: date) -> Surroundings:
    """Surroundings that hold the texts at hand and nothing else."""
    versions = {text.version.id: text.version for text in texts}
    holdings = tuple(
        Holding(text.instrument, text.version.id, text.version.dates.starts_on or date.min) for text in texts
    )
    return _surroundings(today, holdings, versions.__getitem__, lambda title: _naming(versions.values(), title))


def _surroundings(
    today: date, holdings: tuple[Holding, ...], version: Callable[[str], Version], citing: Citing
) -> Surroundings:
    """Each look-up is kept, since the same few texts are asked for again and again."""

    def words(version_id: str) -> tuple[str, ...]:
        text = version(version_id)
        return tuple(plain_words(text.whole_text(article)) for article in text.articles)

    return Surroundings(
        today,
        holdings,
        lru_cache(maxsize=_KEPT)(version),
        lru_cache(maxsize=_KEPT)(words),
        lru_cache(maxsize=_KEPT)(citing),
    )


def _naming(versions: Iterable[Version], title: str) -> frozenset[tuple[str, EId | None]]:
    wanted = plain_title(title)
    return frozenset(
        (version.id, one.target)
        for version in versions
        for one in version.references
        if one.title is not None and plain_title(one.title) == wanted
    )
