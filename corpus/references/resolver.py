"""Resolving references against the store: title → instrument → text in force on the day → provision."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache
from weakref import WeakKeyDictionary

from corpus.citation import cite
from corpus.eid import EId
from corpus.instrument import Instrument
from corpus.provision import Provision
from corpus.records import VersionSummary
from corpus.reference import Reference
from corpus.references.outcome import Outcome, ResolvedReference
from corpus.references.places import find_places, find_range, missing_words
from corpus.references.titles import TitleIndex, is_same_but_for_form, plain_title
from corpus.status import Status
from corpus.store import CorpusStore
from corpus.territory import Territory
from corpus.timeline import Repeal
from corpus.version import Version

_KEPT = 96
"""Texts kept while a whole corpus is checked: the much-cited ones come again and again."""
_SHOWN = 8
_REPEALED_HERE = re.compile(
    r"(?:[（(\[][^（）()\[\]]{0,40}[）)\]])?(?:(?:[、，,和及与]|以及)[^。；\n]*?)?"
    r"(?:同时|即行|一并|予以|自行|相应|[均也都])*(?:废止|失效|停止执行)"
)
"""1990年发布的《网格条例》同时废止, said in a 网格条例 itself: an older text of the same title."""
_OLDER = "指已被本文件废止的同名旧文本，须由人核对"
_Named = tuple[tuple[Instrument, ...], str, Outcome]
"""The instruments that a name means or may mean, what is wrong with it, and the outcome where nothing more is."""


class ReferenceResolver:
    """Titles and intervals of one state of the store, read once; good until the store's revision moves on."""

    def __init__(self, store: CorpusStore) -> None:
        self.store = store
        self.revision = store.revision()
        self.version = lru_cache(maxsize=_KEPT)(store.version)

    @cached_property
    def titles(self) -> TitleIndex:
        """Every title of the corpus."""
        return TitleIndex(self.store.instruments())

    @cached_property
    def texts(self) -> Mapping[str, tuple[VersionSummary, ...]]:
        """The versions of each instrument, the oldest first."""
        grouped: dict[str, list[VersionSummary]] = {}
        for summary in self.store.summaries():
            grouped.setdefault(summary.instrument.id, []).append(summary)
        return {key: tuple(sorted(found, key=lambda s: s.interval.starts_on)) for key, found in grouped.items()}

    @cached_property
    def cited_titles(self) -> tuple[str, ...]:
        """Every title that some text of the corpus cites, as written."""
        return self.store.cited_titles()

    def resolve(
        self, reference: Reference, instrument: Instrument, version: Version, day: date | None = None
    ) -> ResolvedReference:
        """What ``reference`` in ``version`` of ``instrument`` leads to on ``day`` (None: the version's own first)."""
        title = reference.title
        if reference.reason.startswith("指修改以前"):
            return ResolvedReference(reference, Outcome.UNJUDGED, reference.reason)
        if title is None or plain_title(title) == plain_title(instrument.title):
            return self._own(reference, instrument, version, day)
        found, problem, outcome = self._instruments(title, instrument, reference.quote.startswith("《"))
        on = day or version.dates.starts_on or date.today()
        if len(found) == 1 and not problem:
            return self._in_instrument(reference, found[0], on)
        if not problem:
            return self._in_parts(reference, title, found, on)
        if not self.titles.exactly(title) and (repeal := self._repeal(title, instrument, on)) is not None:
            problem = f"《{title}》自{repeal.on.isoformat()}起被《{repeal.by}》废止"
            return ResolvedReference(reference, Outcome.NOT_IN_FORCE, problem)
        return ResolvedReference(reference, outcome, problem, candidates=found)

    def _instruments(self, title: str, citing: Instrument, is_quoted: bool) -> _Named:
        """The instruments that a title means (several: the parts of a code), or candidates and the problem."""
        found = self.titles.exactly(title)
        if len(found) > 1:
            over = tuple(one for one in found if one.territory.holds(citing.territory))
            found = over if len(over) == 1 else found
        if len(found) == 1:
            return found, "", Outcome.RESOLVED
        parts = self.titles.parts(title)
        if parts and not found:
            return parts, "", Outcome.RESOLVED
        candidates = found or (() if is_quoted else self.titles.abbreviated(title))
        if len(candidates) == 1 and is_same_but_for_form(title, candidates[0].title):
            return candidates, "", Outcome.RESOLVED
        if candidates:
            problem = f"“{title}”可能指：{_names(candidates)}，须由人判断"
            return candidates, problem, Outcome.AMBIGUOUS
        near = self.titles.ending(title) or self.titles.abbreviated(title)
        hint = f"（语料库中有{_names(near)}，是否为所指须由人判断）" if near else ""
        return near, f"语料库中没有《{title}》，无法判断{hint}", Outcome.UNKNOWN_INSTRUMENT

    def _repeal(self, title: str, citing: Instrument, day: date) -> Repeal | None:
        """By which text an instrument that the corpus does not hold was repealed before ``day``."""
        said = self._repeals.get(plain_title(title), ())
        holding = [r for place, r in said if r.on <= day and place.holds(citing.territory) and r.by != citing.title]
        return holding[-1] if holding else None

    @cached_property
    def _repeals(self) -> Mapping[str, Sequence[tuple[Territory, Repeal]]]:
        grouped: dict[str, list[tuple[Territory, Repeal]]] = {}
        for title, said in self.store.said_repeals().said.items():
            grouped.setdefault(plain_title(title), []).extend(said)
        return grouped

    def _in_instrument(self, reference: Reference, instrument: Instrument, day: date) -> ResolvedReference:
        text, outcome, problem = self._text_on(instrument, day)
        version = self.version(text.id) if text is not None else None
        if version is None or outcome is not Outcome.RESOLVED:
            provisions = self._provisions(reference, version) if version is not None else None
            return ResolvedReference(reference, outcome, problem, instrument, version, provisions or ())
        return self._in_version(reference, instrument, version)

    def _text_on(self, instrument: Instrument, day: date) -> tuple[VersionSummary | None, Outcome, str]:
        texts = self.texts.get(instrument.id, ())
        holding = [text for text in texts if text.status(day) is Status.IN_FORCE]
        if holding:
            return holding[-1], Outcome.RESOLVED, ""
        name = f"《{instrument.title}》"
        if not texts or all(text.status(day) is Status.NOT_YET for text in texts):
            since = texts[0].interval.starts_on.isoformat() if texts else "以后"
            problem = f"{name}在语料库中的文本自{since}起施行，没有{day.isoformat()}有效的文本，无法判断"
            return texts[0] if texts else None, Outcome.UNJUDGED, problem
        ended = [text for text in texts if text.status(day) is Status.REPEALED]
        last = ended[-1] if ended else texts[-1]
        return last, Outcome.NOT_IN_FORCE, f"{name}自{last.interval.ends_on.isoformat()}起不再有效{_by(last)}"

    def _in_parts(
        self, reference: Reference, title: str, parts: tuple[Instrument, ...], day: date
    ) -> ResolvedReference:
        """A code kept in parts: the one part that has the article."""
        if reference.target is None:
            return ResolvedReference(reference, Outcome.RESOLVED, candidates=parts)
        tried = [self._in_instrument(reference, part, day) for part in parts]
        right = [one for one in tried if one.outcome is Outcome.RESOLVED]
        if len(right) == 1 and reference.target.steps[0][0] == "art":
            return right[0]
        if reference.target.steps[0][0] != "art":
            problem = f"《{title}》分编存放，编章须由人核对"
            return ResolvedReference(reference, Outcome.UNJUDGED, problem, candidates=parts)
        nearest = next((one for one in tried if one.version and _has_article(one.version, reference.target)), None)
        if nearest is not None:
            return nearest
        problem = f"《{title}》没有{cite('', reference.target).removeprefix('《》')}"
        return ResolvedReference(reference, Outcome.NO_SUCH_PROVISION, problem, candidates=parts)

    def _own(
        self, reference: Reference, instrument: Instrument, version: Version, day: date | None
    ) -> ResolvedReference:
        if reference.target is None and reference.reason and reference.title is None:
            return ResolvedReference(reference, Outcome.UNJUDGED, reference.reason, instrument, version)
        is_whole = reference.title is not None and reference.target is None
        if is_whole and _REPEALED_HERE.match(version.text, reference.end):
            return ResolvedReference(reference, Outcome.UNJUDGED, _OLDER, instrument)
        is_part = bool(self.titles.sisters(instrument))
        if is_part and reference.target is not None and reference.target.steps[0][0] == "part":
            # 第一编 of the whole code, not the 第一分编 of this part.
            problem = "所在法典分编存放，编章须由人核对"
            return ResolvedReference(reference, Outcome.UNJUDGED, problem, instrument, version)
        here = self._in_version(reference, instrument, version)
        sisters = self.titles.sisters(instrument) if here.outcome is Outcome.NO_SUCH_PROVISION else ()
        if sisters:
            on = day or version.dates.starts_on or date.today()
            there = self._in_parts(reference, instrument.title.partition(" ")[0], sisters, on)
            return there if there.outcome is not Outcome.NO_SUCH_PROVISION else here
        return here

    def _in_version(self, reference: Reference, instrument: Instrument, version: Version) -> ResolvedReference:
        made = ResolvedReference(reference, Outcome.RESOLVED, "", instrument, version)
        provisions = self._provisions(reference, version)
        if provisions is not None:
            return replace(made, provisions=provisions)
        for eid in (reference.target, reference.through):
            found = find_places(eid, version) if eid is not None else ()
            if len(found) > 1:
                problem = "所指不唯一：" + "、".join(cite(instrument.title, one.eid) for one in found)
                return replace(made, outcome=Outcome.AMBIGUOUS, problem=problem)
            if eid is not None and not found:
                if eid.steps[0][0] == "art" and not version.articles:
                    problem = f"《{instrument.title}》不分条，{cite('', eid).removeprefix('《》')}所指须由人核对"
                    return replace(made, outcome=Outcome.UNJUDGED, problem=problem)
                problem = missing_words(eid, version, instrument.title)
                if version.incomplete:
                    problem += "；但语料库中的文本可能不完整，无法判断"
                    return replace(made, outcome=Outcome.UNJUDGED, problem=problem)
                return replace(made, outcome=Outcome.NO_SUCH_PROVISION, problem=problem)
        return replace(made, outcome=Outcome.NO_SUCH_PROVISION, problem=f"“{reference.quote}”的起止次序颠倒")

    @staticmethod
    def _provisions(reference: Reference, version: Version) -> tuple[Provision, ...] | None:
        """The provisions meant; () for a whole instrument, None where there is not exactly one."""
        if reference.target is None:
            return ()
        first = find_places(reference.target, version)
        last = find_places(reference.through, version) if reference.through is not None else first
        if len(first) != 1 or len(last) != 1:
            return None
        return find_range(first[0], last[0], version) or None


def _names(instruments: tuple[Instrument, ...]) -> str:
    more = f"等{len(instruments)}件" if len(instruments) > _SHOWN else ""
    return "、".join(f"《{one.title}》" for one in instruments[:_SHOWN]) + more


def _by(summary: VersionSummary) -> str:
    """By which text an instrument was repealed, where one is known."""
    repeal = summary.interval.repealed_by
    return f"，被《{repeal.by}》废止" if repeal is not None else ""


def _has_article(version: Version, eid: EId) -> bool:
    article = eid.ancestor("art")
    return article is not None and version.provision(article) is not None


_RESOLVERS: WeakKeyDictionary[CorpusStore, ReferenceResolver] = WeakKeyDictionary()


def resolver_of(store: CorpusStore) -> ReferenceResolver:
    """The resolver of the store as it stands; made anew when the store has moved on."""
    known = _RESOLVERS.get(store)
    if known is None or known.revision != store.revision():
        known = _RESOLVERS[store] = ReferenceResolver(store)
    return known


def resolve_reference(
    reference: Reference, instrument: Instrument, version: Version, store: CorpusStore, day: date | None = None
) -> ResolvedReference:
    """What a reference in ``version`` of ``instrument`` leads to: the provision in the text of its target in force on
    the citing text's first day (or on ``day``), or why there is none, in words for an official.
    """
    return resolver_of(store).resolve(reference, instrument, version, day)
