"""Level (层级): the six tiers at which a public body stands or an instrument is issued."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """From the state down to the village; ``depth`` orders them."""

    NATIONAL = "national"
    PROVINCIAL = "provincial"
    MUNICIPAL = "municipal"
    COUNTY = "county"
    TOWNSHIP = "township"
    VILLAGE = "village"

    @property
    def depth(self) -> int:
        """0 for the state, 5 for the village.

        >>> Level.MUNICIPAL.depth
        2
        """
        return tuple(Level).index(self)

    @property
    def chinese(self) -> str:
        """The word an official uses: 市级, 区县级 …"""
        return ("国家级", "省级", "市级", "区县级", "乡镇级", "村级")[self.depth]

    def down_to(self, lowest: Level) -> tuple[Level, ...]:
        """This level and those under it, as far as ``lowest``.

        >>> [level.chinese for level in Level.MUNICIPAL.down_to(Level.TOWNSHIP)]
        ['市级', '区县级', '乡镇级']
        """
        return tuple(Level)[self.depth : lowest.depth + 1]
