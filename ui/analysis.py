"""Analysis (职责分析): the texts of a corpus with their duties, and the findings among them, worked out once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from corpus import CorpusStore, Instrument, ReferenceResolver
from duties import ClauseText, Duty, Finding, ReadText, find_findings, related_instruments, survey
from ui.kept import Kept, Pair

Titled = Callable[[Sequence[str]], tuple[Instrument, ...]]
"""The instruments of these titles, all where none is given; QuanzeError names one that is not there."""

OnRule = Callable[[int, int], None]
"""Hears how many of the rules are done, of how many."""


class Analysis:
    """What the duty room makes of one corpus."""

    def __init__(self, store: CorpusStore, titled: Titled) -> None:
        self.store, self.titled = store, titled
        self._kept = Kept(store)
        self._read: dict[tuple[str, Instrument], ReadText] = {}
        self._findings: tuple[int, tuple[Finding, ...]] = (-1, ())

    def read_texts(self, titles: Sequence[str] = ()) -> tuple[ReadText, ...]:
        """The newest text of each instrument with its duties, extracted once per version."""
        return self._read_instruments(self.titled(titles))

    def _read_instruments(self, instruments: Iterable[Instrument]) -> tuple[ReadText, ...]:
        return self.read_versions(self._newest(instruments))

    def read_versions(self, pairs: Sequence[Pair]) -> tuple[ReadText, ...]:
        """These versions, each with its instrument, with their duties, in the order given."""
        missing = [
            (instrument, version_id) for instrument, version_id in pairs if (version_id, instrument) not in self._read
        ]
        for instrument, version, duties in self._kept.read(missing):
            self._read[version.id, instrument] = ReadText(instrument, version, duties)
        return tuple(self._read[version_id, instrument] for instrument, version_id in pairs)

    def newest(self) -> tuple[Pair, ...]:
        """Every instrument with the id of its newest version, by title."""
        return self._newest(self.titled(()))

    def _newest(self, instruments: Iterable[Instrument]) -> tuple[Pair, ...]:
        """Each instrument with the id of its newest version, by title."""
        wanted = {instrument.id for instrument in instruments}
        latest = {s.instrument.id: s for s in sorted(self.store.summaries(), key=lambda s: s.interval.starts_on)}
        chosen = [summary for key, summary in latest.items() if key in wanted]
        return tuple((s.instrument, s.id) for s in sorted(chosen, key=lambda s: (s.instrument.title, s.id)))

    def known_texts(self) -> tuple[ReadText, ...]:
        """Every text read so far, also those that others were compared with."""
        return tuple(self._read.values())

    def forget(self, version_id: str) -> None:
        """The duties of a list hang on what a person says of its columns."""
        self._read = {key: text for key, text in self._read.items() if key[0] != version_id}

    def duties(self, titles: Sequence[str] = ()) -> tuple[Duty, ...]:
        """Every duty (职责) of these instruments, of all when none is named."""
        return tuple(duty for text in self.read_texts(titles) for duty in text.duties)

    def clauses(self, titles: Sequence[str] = ()) -> tuple[ClauseText, ...]:
        """The newest text of each of these instruments with its sentences by kind (条款类型)."""
        return self.clauses_of_versions(self._newest(self.titled(titles)))

    def clauses_of_versions(self, pairs: Sequence[Pair]) -> tuple[ClauseText, ...]:
        """These versions with their sentences by kind, in the order given."""
        return tuple(self._kept.clauses(pairs))

    def findings(self, titles: Sequence[str] = (), on_rule: OnRule = lambda done, total: None) -> tuple[Finding, ...]:
        """The findings (发现) that stand in these instruments, judged against the related texts of the corpus."""
        texts = self.read_texts(titles)
        if titles and not self._has_all_findings():
            return _standing_in(texts, self._find(self._with_related(texts)))
        if not self._has_all_findings():
            pairs = [(text.instrument, text.version.id) for text in self.read_texts()]
            found = self._kept.findings(pairs, lambda: self._find(self.read_texts(), on_rule))
            self._findings = (self.store.revision(), found)
        return _standing_in(texts, self._findings[1])

    def _find(self, texts: Sequence[ReadText], on_rule: OnRule = lambda done, total: None) -> tuple[Finding, ...]:
        """The findings among the texts, on the day of asking and with the whole corpus around them."""
        return find_findings(self._with_references(texts), survey(self.store, date.today()), on_rule)

    def _has_all_findings(self) -> bool:
        return self._findings[0] == self.store.revision()

    def _with_references(self, texts: Sequence[ReadText]) -> tuple[ReadText, ...]:
        """The texts with their references as they stand against the corpus today."""
        resolver, today = ReferenceResolver(self.store), date.today()

        def checked(text: ReadText) -> ReadText:
            version = text.version
            found = (resolver.resolve(one, text.instrument, version, today) for one in version.references)
            return replace(text, references=tuple(found))

        return tuple(map(checked, texts))

    def _with_related(self, texts: Sequence[ReadText]) -> tuple[ReadText, ...]:
        known = self.store.instruments()
        related = [one for text in texts for one in related_instruments(text.instrument, text.version, known)]
        return self._read_instruments([*(text.instrument for text in texts), *related])


def _standing_in(texts: Iterable[ReadText], findings: Iterable[Finding]) -> tuple[Finding, ...]:
    wanted = {text.version.id for text in texts}
    return tuple(finding for finding in findings if finding.version_id in wanted)
