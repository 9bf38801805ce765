"""Territory (行政区域): a place in the tree of administrative divisions."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.level import Level


@dataclass(frozen=True, slots=True)
class Territory:
    """A division by its official name; ``code`` is GB/T 2260's where it has one, ``chain`` the names, province first.

    >>> NATION.chain
    ()
    """

    code: str
    name: str
    level: Level
    chain: tuple[str, ...] = ()

    def holds(self, other: Territory) -> bool:
        """Whether ``other`` is this territory or lies in it.

        >>> NATION.holds(Territory("33", "浙江省", Level.PROVINCIAL, ("浙江省",)))
        True
        """
        return other.chain[: len(self.chain)] == self.chain


NATION = Territory("00", "全国", Level.NATIONAL)
