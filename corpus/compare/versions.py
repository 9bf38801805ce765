"""Two versions compared: every provision of both once, in the order in which a reader goes through them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from corpus.compare.change import ChangeKind, ComparedText, ProvisionChange, Span
from corpus.compare.matching import match_units
from corpus.compare.units import Unit, units_of
from corpus.compare.words import changed_words
from corpus.version import Version


def compare_versions(old: Version, new: Version) -> tuple[ProvisionChange, ...]:
    """What became of each provision, in the order of the newer text; what was deleted stands where it had stood.

    A provision with the words it had is 未变, or 移动 where it bears another number or stands in another place.
    """
    olds, news = units_of(old), units_of(new)
    pairs = match_units(olds, news)
    kept = _keeping_order(pairs)
    gone = _gone_after(pairs, len(olds))
    backwards = {n: o for o, n in pairs.items()}
    changes = list(_deleted(gone.get(-1, ()), olds))
    for n, unit in enumerate(news):
        if n in backwards:
            changes.append(_change(olds[backwards[n]], unit, backwards[n] in kept))
        else:
            changes.append(ProvisionChange(ChangeKind.ADDED, None, unit.text))
        changes.extend(_deleted(gone.get(n, ()), olds))
    return tuple(changes)


def _deleted(positions: Sequence[int], olds: Sequence[Unit]) -> Iterator[ProvisionChange]:
    return (ProvisionChange(ChangeKind.DELETED, olds[o].text, None) for o in positions)


def _gone_after(pairs: Mapping[int, int], count: int) -> dict[int, list[int]]:
    """The deleted units by the position, in the newer text, of the unit they had stood behind (-1: at the head)."""
    gone: dict[int, list[int]] = {}
    behind = -1
    for o in range(count):
        if o in pairs:
            behind = pairs[o]
        else:
            gone.setdefault(behind, []).append(o)
    return gone


def _keeping_order(pairs: Mapping[int, int]) -> set[int]:
    """The longest run of units that stand in one order in both texts; the others were moved."""
    tails: list[int] = []
    places: list[tuple[int, int]] = []
    for o in sorted(pairs):
        length = bisect_left(tails, pairs[o])
        tails[length : length + 1] = [pairs[o]]
        places.append((length, o))
    kept: set[int] = set()
    wanted, above = len(tails) - 1, max(pairs.values(), default=0) + 1
    for length, o in reversed(places):
        if length == wanted and pairs[o] < above:
            kept.add(o)
            wanted, above = wanted - 1, pairs[o]
    return kept


def _change(old: Unit, new: Unit, keeps_order: bool) -> ProvisionChange:
    if old.words == new.words:
        is_numbered_so = old.text.provision.label == new.text.provision.label
        kind = ChangeKind.SAME if keeps_order and is_numbered_so else ChangeKind.MOVED
        return ProvisionChange(kind, old.text, new.text)
    before, after = changed_words(old.words, new.words)
    return ProvisionChange(ChangeKind.CHANGED, _marked(old, before), _marked(new, after))


def _marked(unit: Unit, changed: Sequence[Span]) -> ComparedText:
    """The unit with its changed words as stretches of the version's text, blanks inside a stretch included."""
    return replace(unit.text, changed=tuple((unit.ink[a], unit.ink[b - 1] + 1) for a, b in changed))
