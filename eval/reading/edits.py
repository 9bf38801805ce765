"""Edit distance (编辑距离) of long texts that differ little, and the character accuracy that it gives."""

from __future__ import annotations

_STEP = 64


def edit_distance(one: str, other: str, limit: int = 3000) -> int:
    """Insertions, deletions and substitutions that make ``other`` of ``one``; ``limit`` where there are more.

    The furthest-reaching points of Landau and Vishkin: the time grows with the number of edits, not of characters.

    >>> edit_distance("第一条 市水务局负责巡护", "第一条市水利局负责巡护。")
    3
    """
    goal = len(other) - len(one)
    reached = {0: _same(one, other, 0, 0)}
    for edits in range(limit):
        if reached.get(goal, -1) >= len(one):
            return edits
        further: dict[int, int] = {}
        for diagonal in range(-edits - 1, edits + 2):
            at = max(
                reached.get(diagonal, -2) + 1,  # another character
                reached.get(diagonal - 1, -2),  # one more in ``other``
                reached.get(diagonal + 1, -2) + 1,  # one less
            )
            at = min(at, len(one), len(other) - diagonal)
            if at >= 0 and at + diagonal >= 0:
                further[diagonal] = at + _same(one, other, at, at + diagonal)
        reached = further
    return limit


def _same(one: str, other: str, i: int, j: int) -> int:
    """How many characters agree from ``i`` and ``j`` on."""
    start, step = i, _STEP
    while step:
        piece = one[i : i + step]
        if piece and len(piece) == step and other[j : j + step] == piece:
            i, j, step = i + step, j + step, step * 2
        else:
            step //= 2
    return i - start


def accuracy(wanted: str, got: str) -> float:
    """Share of the wanted characters that are right: one less the edits by length.

    >>> accuracy("栖澜市水务局", "栖澜市水利局")
    0.8333333333333334
    """
    return 1 - edit_distance(wanted, got) / max(1, len(wanted)) if wanted else float(not got)
