"""Provisions nested by span: what is printed inside what, whatever their eids say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus import Provision


@dataclass(frozen=True, slots=True)
class Nested:
    """A provision with those printed inside it, in the order of the text."""

    provision: Provision
    below: tuple[Nested, ...]

    def holds(self, eid: str) -> bool:
        """Whether ``eid`` is this provision, stands under it by its path, or is printed inside it."""
        own = self.provision.eid
        return eid == own or eid.startswith(f"{own}__") or any(child.holds(eid) for child in self.below)


def nest(provisions: Iterable[Provision]) -> tuple[Nested, ...]:
    """The provisions as a forest: a 条 comes under the 章 it is printed in."""
    return _nest(sorted(provisions, key=lambda p: (p.start, -p.end, len(p.eid.steps))))


def _nest(ordered: list[Provision]) -> tuple[Nested, ...]:
    found, here = [], 0
    while here < len(ordered):
        head, inside = ordered[here], here + 1
        while inside < len(ordered) and ordered[inside].start < head.end:
            inside += 1
        found.append(Nested(head, _nest(ordered[here + 1 : inside])))
        here = inside
    return tuple(found)
