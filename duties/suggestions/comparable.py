"""Comparable (可参照的条文): a provision of another instrument on the same matter that has not the defect found."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus import EId, cite
from duties.findings import FindingKind, ReadText

LONGEST = 260
"""Characters of a provision that are quoted at most; it is cut after a whole sentence or item."""
_SENTENCE_END = re.compile(r"[。；\n]")


@dataclass(frozen=True, slots=True)
class Comparable:
    """``quote`` is characters ``start:end`` of the version's text, word for word.

    ``likeness`` (0 to 1) is how like the acts are; ``same_topic`` whether both instruments are about one thing.
    """

    doc: str
    version_id: str
    eid: EId
    citation: str
    quote: str
    start: int
    end: int
    likeness: float
    same_topic: bool

    def as_row(self) -> dict[str, object]:
        """The provision as a plain mapping."""
        return {
            "doc": self.doc,
            "version_id": self.version_id,
            "eid": str(self.eid),
            "citation": self.citation,
            "quote": self.quote,
            "likeness": round(self.likeness, 4),
            "same_topic": self.same_topic,
        }


@dataclass(frozen=True, slots=True)
class Suggestion:
    """``advice`` is one Chinese sentence for the drafter, ``basis`` what it rests on (《立法法》第七条), often empty.

    Without ``comparables`` the advice says so, and is the general one of the kind.
    """

    kind: FindingKind
    advice: str
    basis: tuple[str, ...]
    comparables: tuple[Comparable, ...]

    def as_row(self) -> dict[str, object]:
        """The suggestion as a plain mapping."""
        found = [comparable.as_row() for comparable in self.comparables]
        return {"advice": self.advice, "basis": list(self.basis), "comparables": found}


def comparable(text: ReadText, eid: EId, span: tuple[int, int], likeness: float, same_topic: bool) -> Comparable:
    """The stretch ``span`` of ``text``, cited by ``eid``."""
    start, end = trimmed(text.version.text, *span)
    title = text.instrument.title
    words = text.version.text[start:end]
    citation = cite(title, eid, text.version)
    return Comparable(text.doc, text.version.id, eid, citation, words, start, end, likeness, same_topic)


def sentence_span(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """The whole sentences around ``start:end``, within ``low:high``.

    >>> text = "甲应当登记。乙负责巡查，并报告。丙配合。"
    >>> start, end = sentence_span(text, 6, 11, 0, len(text)); text[start:end]
    '乙负责巡查，并报告。'
    """
    before = max((text.rfind(sign, low, start) for sign in "。；\n"), default=-1)
    after = _SENTENCE_END.search(text, max(start, end - 1), high)
    return max(low, before + 1), after.end() if after else high


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends, cut after a whole sentence where it is too long."""
    while start < end and text[start].isspace():
        start += 1
    if end - start > LONGEST:
        cuts = [match.end() for match in _SENTENCE_END.finditer(text, start, start + LONGEST)]
        end = cuts[-1] if cuts else end
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
