"""Families (序号层次): how the headings 一、 （一） 1. （1） of a text nest, decided by all of them together.

A number at the head of a line may open a list, go on with one, or be prose; （一） behind 2. may stand under or beside
it. Each family of numbers must begin with 1 and go on by 1, so that of all readings of the text the one with the fewest
breaks is taken. Where another is as good, the place is doubtful and keeps both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.marks import ListMark, ListStyle

STYLES = (ListStyle.IDEOGRAPH, ListStyle.BRACKETED, ListStyle.ARABIC, ListStyle.ARABIC_BRACKETED)
"""The official order of levels."""
PROSE = -1
"""The depth of a mark that is no heading."""

_RANK = {style: rank for rank, style in enumerate(STYLES)}
# The price of each break; their order matters, not their size. 1. is the number that prose has most often.
_GAP, _BEHIND, _AGAIN = 4.0, 4.2, 4.0
_GAP_ARABIC, _BEHIND_ARABIC, _AGAIN_ARABIC = 3.5, 3.5, 2.5
_PROSE, _PROSE_ARABIC = 4.5, 3.0
_INSTEAD_OF_ONE = 3.9
_UNOFFICIAL, _BESIDE_LOWER, _BESIDE_HIGHER = 1.0, 1.5, 2.0
_MARGIN = 0.75
# A paper has some hundred numbers. What has thousands is a list or no paper at all and is read with less ado.
_MOST_PATHS, _FEW_PATHS, _MANY_MARKS = 24, 2, 2000

_Pair = tuple[ListStyle, ListStyle]
_Levels = tuple[tuple[ListStyle, int], ...]


@dataclass(frozen=True, slots=True)
class _State:
    """The open levels, and the last number of each style, whose run may go on under the next heading (1.…5. | 6.…)."""

    levels: _Levels = ()
    last: tuple[int, ...] = (0,) * len(STYLES)

    def with_mark(self, mark: ListMark, depth: int) -> _State:
        if depth == PROSE:
            return self
        rank = _RANK[mark.style]
        last = (*self.last[:rank], mark.number, *self.last[rank + 1 :])
        return _State((*self.levels[:depth], (mark.style, mark.number)), last)


@dataclass(frozen=True, slots=True)
class Nesting:
    """The depth of every mark (0: outermost, ``PROSE``: no heading), and the doubtful ones with their other depth."""

    depths: tuple[int, ...]
    doubts: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Path:
    """One reading of the marks so far; ``depth`` is that of the last one, ``before`` the reading up to it."""

    state: _State
    cost: float
    depth: int = PROSE
    before: _Path | None = None
    doubts: tuple[tuple[int, int], ...] = field(default=())


def nest_marks(marks: Sequence[ListMark]) -> Nesting:
    """The reading with the fewest breaks.

    >>> from ingest.marks import read_list
    >>> nest_marks([read_list(t) for t in ("一、甲", "1.乙", "（一）丙", "（二）丁", "2.戊")]).depths
    (0, 1, 2, 2, 1)
    >>> nest_marks([read_list(t) for t in ("一、甲", "1.乙", "（一）丙", "1.丁", "（二）戊")]).depths
    (0, 1, 1, 2, 1)
    """
    return _nest_without_break(marks) or _nest_as_elsewhere(marks)


def _nest_without_break(marks: Sequence[ListMark]) -> Nesting | None:
    """Most texts have one reading without any break; it is the cheapest and needs no search."""
    state = _State()
    depths = []
    for mark in marks:
        depth = next((depth for cost, depth in _choices(state, mark) if cost == 0), None)
        if depth is None:
            return None
        state = state.with_mark(mark, depth)
        depths.append(depth)
    return Nesting(tuple(depths))


def _nest_as_elsewhere(marks: Sequence[ListMark]) -> Nesting:
    """What is doubtful alone nests as it does where the same text leaves no doubt."""
    first = _nest_cheapest(marks, frozenset())
    if not first.doubts:
        return first
    known = _certain_pairs(marks, first)
    return _nest_cheapest(marks, known) if known else first


def _certain_pairs(marks: Sequence[ListMark], nesting: Nesting) -> frozenset[_Pair]:
    """(style above, style) wherever no doubt is."""
    doubtful = {index for index, _ in nesting.doubts}
    above: list[ListStyle] = []
    pairs: set[_Pair] = set()
    for index, (mark, depth) in enumerate(zip(marks, nesting.depths, strict=True)):
        if depth == PROSE:
            continue
        del above[depth:]
        if index not in doubtful and above:
            pairs.add((above[-1], mark.style))
        above.append(mark.style)
    return frozenset(pairs)


def _nest_cheapest(marks: Sequence[ListMark], known: frozenset[_Pair]) -> Nesting:
    most = _MOST_PATHS if len(marks) <= _MANY_MARKS else _FEW_PATHS
    paths = [_Path(_State(), 0.0)]
    for index, mark in enumerate(marks):
        found: dict[_State, _Path] = {}
        for path in paths:
            for cost, depth in _choices(path.state, mark, known):
                state = path.state.with_mark(mark, depth)
                new = _Path(state, path.cost + cost, depth, path, path.doubts)
                other = found.get(state)
                found[state] = new if other is None else _better(other, new, index)
        paths = sorted(found.values(), key=_cost)[:most]
    best = paths[0]
    for other in paths[1:]:
        best = _better(best, other, len(marks) - 1)
    return Nesting(_depths(best), best.doubts)


def _cost(path: _Path) -> float:
    return path.cost


def _choices(state: _State, mark: ListMark, known: frozenset[_Pair] = frozenset()) -> list[tuple[float, int]]:
    """(price, depth) of everything that ``mark`` can be behind ``state``."""
    is_arabic = mark.style is ListStyle.ARABIC
    choices = [(_PROSE_ARABIC if is_arabic else _PROSE, PROSE)]
    styles = [style for style, _ in state.levels]
    if mark.style in styles:
        depth = styles.index(mark.style)
        return [*choices, (_going_on(state.levels[depth][1], mark, is_arabic), depth)]
    rank = _RANK[mark.style]
    start = _starting(state.last[rank], mark)
    if mark.style is ListStyle.IDEOGRAPH:
        return [*choices, (start, 0)]
    for depth in range(len(styles), -1, -1):
        price = start
        if depth and _RANK[styles[depth - 1]] > rank:
            price += _nesting_price(mark, (styles[depth - 1], mark.style) in known)
        if depth < len(styles):
            lowest = min(_RANK[style] for style in styles[depth:])
            price += _BESIDE_HIGHER if lowest < rank else _BESIDE_LOWER
        choices.append((price, depth))
    return choices


def _nesting_price(mark: ListMark, is_known: bool) -> float:
    """（一） under 1.: against the official order, free where the text does so elsewhere."""
    if is_known:
        return 0.0
    return _UNOFFICIAL if mark.number == 1 else _BESIDE_HIGHER


def _starting(last: int, mark: ListMark) -> float:
    """A list begins with 1, or takes up its run under the next heading; 一、 has but one run."""
    if mark.number == last + 1:
        return 0.0
    if mark.number == 1:
        return _AGAIN if mark.style is ListStyle.IDEOGRAPH else 0.0
    return _INSTEAD_OF_ONE


def _going_on(last: int, mark: ListMark, is_arabic: bool) -> float:
    if mark.number == last + 1:
        return 0.0
    if mark.number == 1:
        return _AGAIN_ARABIC if is_arabic else _AGAIN
    if mark.number > last:
        return _GAP_ARABIC if is_arabic else _GAP
    return _BEHIND_ARABIC if is_arabic else _BEHIND


def _better(first: _Path, second: _Path, index: int) -> _Path:
    """The cheaper of two readings up to mark ``index``; if they cost about the same, it keeps what they differ in."""
    best, other = (first, second) if first.cost <= second.cost else (second, first)
    if other.cost - best.cost > _MARGIN:
        return best
    doubts: list[tuple[int, int]] = []
    left: _Path | None = best
    right: _Path | None = other
    while left is not None and right is not None and left is not right:
        if left.depth != right.depth and PROSE in (left.depth, right.depth):
            # Whether a number is one at all is told as a break of the run already.
            return best
        if left.depth != right.depth:
            doubts.append((index, right.depth))
        left, right, index = left.before, right.before, index - 1
    return _Path(best.state, best.cost, best.depth, best.before, tuple(dict.fromkeys((*best.doubts, *doubts))))


def _depths(path: _Path) -> tuple[int, ...]:
    depths: list[int] = []
    here: _Path | None = path
    while here is not None and here.before is not None:
        depths.append(here.depth)
        here = here.before
    return tuple(reversed(depths))
