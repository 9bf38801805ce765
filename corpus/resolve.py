"""From a written citation to the provision itself, or to what exactly does not exist."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corpus.citation import WrittenCitation, cite
from corpus.eid import EId
from corpus.instrument import Instrument, short_title
from corpus.provision import Provision
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

    A title must be the instrument's whole title or, where only one instrument ends so, its end (网格化服务管理条例
    for 栖澜市网格化服务管理条例). A title that merely contains it never matches: 《土地管理法实施条例》 is not
    《土地管理法》.
    """
    candidates = candidates_for(written.title, store)
    if not candidates:
        return Resolution(written, problem=f"语料库中没有《{written.title}》，无法判断")
    if len(candidates) > 1:
        names = "、".join(f"《{c.title}》" for c in candidates[:8])
        return Resolution(written, candidates, problem=f"“{written.title}”可能指：{names}，请写明全称")
    version = store.version_in_force(candidates[0].id, day)
    if version is None:
        return Resolution(written, candidates, problem=f"《{candidates[0].title}》在{day.isoformat()}没有有效文本")
    return _find(written, candidates, version)


def candidates_for(title: str, store: CorpusStore) -> tuple[Instrument, ...]:
    """The instruments that ``title`` may mean: those titled so exactly, else those whose title ends so."""
    exact = store.titled(title)
    if exact or not title:
        return exact
    wanted = short_title(title)
    return tuple(i for i in store.instruments() if i.title.endswith(wanted))


def _find(written: WrittenCitation, candidates: tuple[Instrument, ...], version: Version) -> Resolution:
    found = version.provision(written.eid)
    if found is not None:
        return Resolution(written, candidates, version, found)
    missing = first_missing(written.eid, version)
    above = missing.parent
    inside = cite(candidates[0].title, above) if above is not None else f"《{candidates[0].title}》"
    part = cite("", missing).removeprefix("《》")
    part = part.removeprefix(cite("", above).removeprefix("《》")) if above is not None else part
    return Resolution(written, candidates, version, problem=f"{inside}没有{part}")


def first_missing(eid: EId, version: Version) -> EId:
    """The outermost step of ``eid`` that ``version`` does not have (``eid`` itself where all above exists)."""
    here = eid
    while here.parent is not None and version.provision(here.parent) is None:
        here = here.parent
    return here
