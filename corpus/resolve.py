"""From a written citation to the provision itself, or to what exactly does not exist."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corpus.citation import WrittenCitation, cite
from corpus.eid import EId
from corpus.instrument import Instrument
from corpus.provision import Provision
from corpus.references.places import find_places, missing_words
from corpus.references.resolver import resolver_of
from corpus.references.titles import plain_title
from corpus.store import CorpusStore
from corpus.version import Version


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a citation leads to. ``problem`` (Chinese) is empty exactly when ``provision`` is there.

    ``candidates`` are the instruments that the title may mean: with several, none is chosen.
    """

    written: WrittenCitation
    candidates: tuple[Instrument, ...] = ()
    version: Version | None = None
    provision: Provision | None = None
    problem: str = ""


def resolve_citation(written: WrittenCitation, store: CorpusStore, day: date) -> Resolution:
    """The provision that ``written`` names in the text in force on ``day``.

    A title must be the instrument's whole title or, where only one instrument ends so or can be shortened so, that
    (网格化服务管理条例, 网格条例 for 栖澜市网格化服务管理条例). A title that merely contains it never matches:
    《土地管理法实施条例》 is not 《土地管理法》.
    """
    candidates = candidates_for(written.title, store)
    if not candidates:
        return Resolution(written, problem=f"语料库中没有《{written.title}》，无法判断")
    if len(candidates) > 1:
        candidates = _parts_with(written, candidates, store, day) or candidates
    if len(candidates) > 1:
        names = "、".join(f"《{c.title}》" for c in candidates[:8])
        more = f"等{len(candidates)}件" if len(candidates) > 8 else ""
        return Resolution(written, candidates, problem=f"“{written.title}”可能指：{names}{more}，请写明全称")
    version = store.version_in_force(candidates[0].id, day)
    if version is None:
        return Resolution(written, candidates, problem=_not_in_force(candidates[0], store, day))
    return _find(written, candidates, version)


def candidates_for(title: str, store: CorpusStore) -> tuple[Instrument, ...]:
    """The instruments that ``title`` may mean: those titled so exactly, else those whose title ends so, else those
    that it shortens.
    """
    if not title:
        return ()
    titles = resolver_of(store).titles
    exact = titles.exactly(title) or titles.parts(title)
    if exact:
        return exact
    wanted = plain_title(title)
    return tuple(i for i in titles.instruments if plain_title(i.title).endswith(wanted)) or titles.abbreviated(title)


def _parts_with(
    written: WrittenCitation, parts: tuple[Instrument, ...], store: CorpusStore, day: date
) -> tuple[Instrument, ...]:
    """Of the parts of one code the one that has the article."""
    if parts != resolver_of(store).titles.parts(written.title):
        return ()
    texts = ((part, store.version_in_force(part.id, day)) for part in parts)
    article = written.eid.ancestor("art") or written.eid
    return tuple(part for part, version in texts if version is not None and version.provision(article) is not None)


def _not_in_force(instrument: Instrument, store: CorpusStore, day: date) -> str:
    repeal = next((r for r in store.repeals(instrument.id) if r.on <= day), None)
    by = f"，自{repeal.on.isoformat()}起被《{repeal.by}》废止" if repeal is not None and repeal.by else ""
    return f"《{instrument.title}》在{day.isoformat()}没有有效文本{by}"


def _find(written: WrittenCitation, candidates: tuple[Instrument, ...], version: Version) -> Resolution:
    loose = EId(written.eid.replace("__para_1__", "__", 1)) if written.is_loose else written.eid
    found = find_places(loose, version)
    if len(found) == 1:
        return Resolution(written, candidates, version, found[0])
    if found:
        places = "、".join(cite(candidates[0].title, one.eid, version) for one in found)
        return Resolution(written, candidates, version, problem=f"没有写明款，可能指：{places}")
    problem = missing_words(written.eid, version, candidates[0].title)
    if version.incomplete:
        problem += "；但语料库中的文本可能不完整，请核对原文"
    return Resolution(written, candidates, version, problem=problem)
