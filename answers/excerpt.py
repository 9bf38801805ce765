"""Excerpt (摘录): of a clause, the sentences or items that answer, always verbatim and in one piece."""

from __future__ import annotations

import re
from dataclasses import dataclass

from answers.clause import Clause
from answers.terms import Term, coverage
from corpus import EId

_SENTENCE = re.compile(r"[^。；\n]+[。；]?")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """``text`` stands word for word in provision ``eid``."""

    eid: EId
    text: str


def excerpt(clause: Clause, terms: tuple[Term, ...], limit: int, must: re.Pattern[str] | None = None) -> Excerpt:
    """The whole clause where it is short enough, else the run of sentences that speaks most of ``terms``.

    A sentence in which ``must`` (the amount asked for) stands is always in the run.
    """
    if len(clause.text) <= limit:
        return Excerpt(clause.eid, clause.text)
    spans = [match.span() for match in _SENTENCE.finditer(clause.text)]
    best = max(range(len(spans)), key=lambda n: _worth(clause.text[slice(*spans[n])], terms, must))
    return Excerpt(clause.eid, _grow(clause.text, spans, best, limit).strip())


def _worth(sentence: str, terms: tuple[Term, ...], must: re.Pattern[str] | None) -> float:
    return coverage(terms, sentence) + (1.0 if must is not None and must.search(sentence) else 0.0)


def _grow(text: str, spans: list[tuple[int, int]], best: int, limit: int) -> str:
    """The best sentence with its neighbours, the ones before first, as long as the limit allows."""
    first = last = best
    while first > 0 and spans[last][1] - spans[first - 1][0] <= limit:
        first -= 1
    while last + 1 < len(spans) and spans[last + 1][1] - spans[first][0] <= limit:
        last += 1
    return text[spans[first][0] : spans[last][1]]
