"""Faulty references (有误引用): the references of one paragraph that fail in one way, taken together as one finding."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from corpus import EId, ResolvedReference, short_title
from duties.findings.finding import Finding, FindingPlace
from duties.findings.kinds import FindingKind
from duties.findings.reading import Reading

_SENTENCE_END = re.compile(r"[。；\n]")
_WHOLE_WORDS = re.compile(r"《|第.*条")
_DELETED = re.compile(r"（[^（）]{0,30}(?:删除|删去|废止)）\s*$")
_SHOWN = 3

Key = tuple[EId, str, EId | None]
"""The citing paragraph, the cited instrument and the article in it."""


def faulty_references(
    reading: Reading, is_faulty: Callable[[ResolvedReference], bool]
) -> Iterator[tuple[ResolvedReference, ...]]:
    """The references that fail, those of one paragraph to one article of one text together."""
    grouped: dict[Key, list[ResolvedReference]] = {}
    for result in reading.read.references:
        if is_faulty(result) and not _is_deleted(reading, result):
            grouped.setdefault(_key(result), []).append(result)
    return (tuple(group) for group in grouped.values())


def reference_finding(reading: Reading, kind: FindingKind, group: tuple[ResolvedReference, ...], said: str) -> Finding:
    """One finding in the citing paragraph, with what is left of the cited place and the bodies that cite it.

    ``said`` is what is wrong in general (不存在); the reasons of the references follow it.
    """
    quotes = [r.reference.quote for r in group if _WHOLE_WORDS.search(r.reference.quote)]
    named = f"引用的“{'”“'.join(dict.fromkeys(quotes[:_SHOWN]))}”" if quotes else "引用的条文"
    problems = "；".join(list(dict.fromkeys(result.problem for result in group))[:_SHOWN])
    bearers = tuple(dict.fromkeys(name for result in group for name in _bearers(reading, result)))
    also = tuple(dict.fromkeys(place for result in group for place in _cited_places(result)))
    source = citing_place(group[0])
    why = f"{named}{said}：{problems}。"
    return Finding(kind, reading.doc, reading.read.version.id, source, also, bearers, why)


def citing_place(result: ResolvedReference) -> EId:
    """The paragraph that cites; where the provision stands in no paragraph, that itself."""
    return result.reference.source.ancestor("para") or result.reference.source


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence or clause around ``start:end`` begins and ends."""
    opening = max((m.end() for m in _SENTENCE_END.finditer(text, max(0, start - 400), start)), default=start)
    closing = _SENTENCE_END.search(text, end)
    return opening, closing.start() if closing is not None else len(text)


def _is_deleted(reading: Reading, result: ResolvedReference) -> bool:
    """Whether the copy marks the citing paragraph as struck out: …。（2009年8月27日删除）."""
    provision = reading.read.version.provision(citing_place(result))
    return provision is not None and bool(_DELETED.search(provision.text))


def _key(result: ResolvedReference) -> Key:
    target = result.reference.target
    cited = result.instrument.id if result.instrument is not None else result.reference.title or ""
    return citing_place(result), cited, None if target is None else target.ancestor("art") or target


def _bearers(reading: Reading, result: ResolvedReference) -> Iterable[str]:
    """The bodies whose duties stand in the citing sentence."""
    opening, closing = sentence_around(reading.read.version.text, result.reference.start, result.reference.end)
    return (duty.bearer for duty in reading.read.duties if opening <= duty.start < closing)


def _cited_places(result: ResolvedReference) -> Iterator[FindingPlace]:
    """The nearest provision above the cited place that the cited text has, or the place in the text out of force."""
    if result.instrument is None or result.version is None or result.reference.target is None:
        return
    eid: EId | None = result.reference.target
    while eid is not None and result.version.provision(eid) is None:
        eid = eid.parent
    if eid is not None:
        yield FindingPlace(short_title(result.instrument.title), result.version.id, eid)
