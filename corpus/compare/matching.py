"""Matching (对应): which provision of the newer text is which of the older, by their words and not by their numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from corpus.compare.units import Unit

LIKE = 0.4
"""Two provisions that share less of their neighbouring characters (Dice) are two provisions, not one amended."""
NEIGHBOURS = 0.15
"""The same where both stand alone between two provisions that correspond: place speaks for them, too."""
_FREQUENT = 60
"""Pairs of characters that stand in more units of the newer text than this tell nothing (应当, 部门)."""

Pairs = Mapping[int, int]
"""Position in the older text → position in the newer."""


def match_units(old: Sequence[Unit], new: Sequence[Unit]) -> dict[int, int]:
    """The units that correspond: first those with equal words, then the most alike, then those alone in one gap."""
    pairs = _equal(old, new)
    pairs.update(_alike(_rest(len(old), pairs), _rest(len(new), pairs.values()), old, new))
    pairs.update(_alone_in_gap(pairs, old, new))
    return pairs


def _rest(count: int, taken: Iterable[int]) -> list[int]:
    gone = set(taken)
    return [at for at in range(count) if at not in gone]


def _equal(old: Sequence[Unit], new: Sequence[Unit]) -> dict[int, int]:
    """Units with the same words; of several with the same words those with one number first, the rest in order."""
    waiting: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, unit in enumerate(new):
        waiting[unit.kind, unit.words].append(at)
    pairs: dict[int, int] = {}
    for is_same_number in (True, False):
        for at, unit in enumerate(old):
            found = waiting.get((unit.kind, unit.words), [])
            fitting = [n for n in found if not is_same_number or _label(new[n]) == _label(unit)]
            if at not in pairs and fitting:
                pairs[at] = fitting[0]
                found.remove(fitting[0])
    return pairs


def _label(unit: Unit) -> str:
    return unit.text.provision.label


def _alike(olds: Sequence[int], news: Sequence[int], old: Sequence[Unit], new: Sequence[Unit]) -> dict[int, int]:
    """Greedy, the most alike first; units that share no telling pair of characters are never looked at together."""
    where: dict[str, list[int]] = defaultdict(list)
    for n in news:
        for pair in new[n].pairs:
            where[pair].append(n)
    scored = []
    for o in olds:
        met = Counter(n for pair in old[o].pairs if len(where.get(pair, ())) <= _FREQUENT for n in where.get(pair, ()))
        for n, _ in met.most_common(8):
            if old[o].kind is new[n].kind and (score := likeness(old[o], new[n])) >= LIKE:
                scored.append((-score, _label(old[o]) != _label(new[n]), abs(o - n), o, n))
    return _first_come(scored)


def _first_come(scored: list[tuple[float, bool, int, int, int]]) -> dict[int, int]:
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for *_, o, n in sorted(scored):
        if o not in pairs and n not in taken:
            pairs[o] = n
            taken.add(n)
    return pairs


def likeness(one: Unit, other: Unit) -> float:
    """How much of their neighbouring characters two units share, 0 to 1 (Dice)."""
    return 2 * len(one.pairs & other.pairs) / (len(one.pairs) + len(other.pairs))


def _alone_in_gap(pairs: Pairs, old: Sequence[Unit], new: Sequence[Unit]) -> dict[int, int]:
    """Units of one kind that stand alone between the same two corresponding neighbours."""
    backwards = {n: o for o, n in pairs.items()}
    found = {}
    for o in _rest(len(old), pairs):
        before, after = (pairs.get(o - 1) if o else -1), (pairs.get(o + 1) if o + 1 < len(old) else len(new))
        if before is None or after != before + 2 or before + 1 in backwards:
            continue
        n = before + 1
        if old[o].kind is new[n].kind and likeness(old[o], new[n]) >= NEIGHBOURS:
            found[o] = n
    return found
