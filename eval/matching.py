"""Matching of predicted rows with gold rows, and the figures that follow from it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

Row = Mapping[str, object]
Pair = tuple[Row, Row]
_TAIL = 6
"""So many characters at a quote's end tell the acts of one bearer at one place apart."""


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one comparison; the figures are derived.

    >>> score = Score(matched=3, predicted=4, gold=6)
    >>> score.precision, score.recall, round(score.f1, 2)
    (0.75, 0.5, 0.6)
    """

    matched: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """Matched of predicted; 1 where nothing was predicted."""
        return self.matched / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """Matched of gold; 1 where there is no gold."""
        return self.matched / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.predicted + self.gold
        return 2 * self.matched / both if both else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(self.matched + other.matched, self.predicted + other.predicted, self.gold + other.gold)


def duty_key(row: Row) -> Hashable:
    """What must agree for a duty row to count: document, article, paragraph, item, bearer."""
    return tuple(str(row.get(field)) for field in ("doc", "article", "paragraph", "item", "bearer"))


def pair_duties(gold: Sequence[Row], predicted: Sequence[Row]) -> tuple[Pair, ...]:
    """Gold and predicted rows of one key, each used once; among equals those whose quotes end alike go together."""
    pairs: list[Pair] = []
    for key in dict.fromkeys(map(duty_key, gold)):
        theirs = [row for row in gold if duty_key(row) == key]
        ours = [row for row in predicted if duty_key(row) == key]
        alike = [(g, p) for g in theirs for p in ours if _ending(g) == _ending(p)]
        for g, p in [*alike, *((g, p) for g in theirs for p in ours)]:
            if any(g is row for row in theirs) and any(p is row for row in ours):
                pairs.append((g, p))
                theirs = [row for row in theirs if row is not g]
                ours = [row for row in ours if row is not p]
    return tuple(pairs)


def _ending(row: Row) -> str:
    """A mark of how the row's quote ends; gold rows without a quote may carry it as ``tail``."""
    if "quote" not in row and "tail" in row:
        return str(row["tail"])
    return quote_tail(str(row.get("quote", "")))


def quote_tail(quote: str) -> str:
    """The first eight hex digits of the SHA-256 of the last six characters: tells quotes apart, keeps no words.

    >>> quote_tail("市人民政府应当建立协调机制") == quote_tail("建立协调机制")
    True
    >>> quote_tail("建立协调机制") == quote_tail("划定禁止区域")
    False
    """
    return sha256(quote[-_TAIL:].encode()).hexdigest()[:8]


def accuracy(pairs: Sequence[Pair], field: str) -> float:
    """The share of ``pairs`` that agree in ``field``; lists agree whatever their order."""
    if not pairs:
        return 1.0
    return sum(_plain(g.get(field)) == _plain(p.get(field)) for g, p in pairs) / len(pairs)


def _plain(value: object) -> object:
    return sorted(map(str, value)) if isinstance(value, list) else value


def pair_findings(gold: Sequence[Row], predicted: Sequence[Row]) -> tuple[Pair, ...]:
    """The most pairs in which the kind is the same and one place of the prediction is one of the gold's."""
    candidates = [[j for j, p in enumerate(predicted) if _same_finding(g, p)] for g in gold]
    taken: dict[int, int] = {}
    for i in range(len(gold)):
        _augment(i, candidates, taken, set())
    return tuple((gold[i], predicted[j]) for j, i in sorted(taken.items(), key=lambda item: item[1]))


def _augment(i: int, candidates: Sequence[Sequence[int]], taken: dict[int, int], seen: set[int]) -> bool:
    for j in candidates[i]:
        if j in seen:
            continue
        seen.add(j)
        if j not in taken or _augment(taken[j], candidates, taken, seen):
            taken[j] = i
            return True
    return False


def _same_finding(gold: Row, predicted: Row) -> bool:
    return gold["kind"] == predicted["kind"] and bool(places(gold) & places(predicted))


def places(row: Row) -> set[tuple[str, str, str]]:
    """Document, article and paragraph of a finding's main place and of its other places."""
    also = row.get("also")
    others = [place for place in also if isinstance(place, Mapping)] if isinstance(also, list) else []
    return {(str(p["doc"]), str(p["article"]), str(p["paragraph"])) for p in (row, *others)}


def by_group(rows: Sequence[Row], group: Callable[[Row], str]) -> dict[str, list[Row]]:
    """``rows`` under the name that ``group`` gives each, in order of first sight."""
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        grouped.setdefault(group(row), []).append(row)
    return grouped
