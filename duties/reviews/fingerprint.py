"""Fingerprint (发现的指纹): a finding known by its kind, titles, words and bearers, not by its file."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from corpus import Basis, cite, short_title
from duties.findings import Finding, FindingPlace, ReadText

_MARKS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place of a finding with the citation that names it and the words that stand there."""

    place: FindingPlace
    citation: str
    words: str

    @property
    def basis(self) -> Basis:
        """What a decision keeps of it."""
        return Basis(short_title(self.place.doc), self.citation, self.words)

    def as_row(self) -> dict[str, object]:
        """The place, its citation and its words as a plain mapping."""
        return {**self.place.as_row(), "citation": self.citation, "text": self.words}


def evidence_of(finding: Finding, texts: Mapping[str, ReadText]) -> tuple[Evidence, ...]:
    """The places of a finding, the main one first; ``texts`` by version id give the words."""
    return tuple(_evidence(place, texts) for place in (finding.main, *finding.also))


def _evidence(place: FindingPlace, texts: Mapping[str, ReadText]) -> Evidence:
    text = texts.get(place.version_id)
    provision = text.version.provision(place.eid) if text else None
    if text is None:
        return Evidence(place, cite(place.doc, place.eid), "")
    words = text.version.whole_text(provision).strip() if provision else ""
    return Evidence(place, cite(text.instrument.title, place.eid, text.version), words)


def fingerprint_of(kind: str, bases: Iterable[Basis], bearers: Iterable[str]) -> str:
    """The hash of what makes a finding this one; places, spaces and punctuation do not count.

    >>> old = [Basis("栖澜市犬只规定", "《栖澜市犬只规定》第九条", "具体办法由市公安机关制定。")]
    >>> new = [Basis("栖澜市犬只规定", "《栖澜市犬只规定》第十条", "具体办法 由市公安机关制定")]
    >>> fingerprint_of("undefined.rule", old, ["市公安机关"]) == fingerprint_of("undefined.rule", new, ["市公安机关"])
    True
    """
    first, *others = [(basis.doc, plain_words(basis.words)) for basis in bases]
    written = json.dumps([kind, first, sorted(others), sorted(bearers)], ensure_ascii=False)
    return sha256(written.encode()).hexdigest()


def plain_words(words: str) -> str:
    """The words without spaces and punctuation, full-width and half-width alike.

    >>> plain_words("市公安机关（以下简称公安）, 应当 …")
    '市公安机关以下简称公安应当'
    """
    return _MARKS.sub("", unicodedata.normalize("NFKC", words))
