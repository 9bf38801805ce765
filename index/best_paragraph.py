"""The 款 of an article that a question is about, by the words they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log

from corpus import EId, ProvisionKind, Version
from index.lexical import terms


def best_paragraph(version: Version, unit: EId, question: str) -> EId:
    """The paragraph of ``unit`` that shares the rarest words with ``question``; the unit where none stands out."""
    paragraphs = [p for p in version.children(unit) if p.kind is ProvisionKind.PARAGRAPH]
    if len(paragraphs) < 2:
        return unit
    words = {p.eid: set(terms(version.whole_text(p))) for p in paragraphs}
    asked = set(terms(question))
    scores = _scores(words, asked)
    first, second = sorted(scores.values(), reverse=True)[:2]
    return max(scores, key=scores.__getitem__) if first > second else unit


def _scores(words: Mapping[EId, set[str]], asked: Iterable[str]) -> dict[EId, float]:
    held = Counter(word for part in words.values() for word in part)
    weights = {word: log(1 + len(words) / held[word]) for word in asked if held[word]}
    return {eid: sum(weights.get(word, 0.0) for word in part) for eid, part in words.items()}
