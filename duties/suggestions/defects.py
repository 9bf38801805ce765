"""Defects (缺陷): where findings stand, and whether the words that would be cited have such a defect themselves."""

from __future__ import annotations

from collections.abc import Iterable

from corpus import EId
from duties.findings import Finding

Place = tuple[str, EId]


class Defects:
    """The findings by kind and place; one item that names 有关部门 does not spoil the other nine."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._bearers: dict[tuple[str, Place], list[tuple[str, ...]]] = {}
        for finding in findings:
            for place in (finding.main, *finding.also):
                key = finding.kind.value, (place.version_id, place.eid)
                self._bearers.setdefault(key, []).append(finding.bearers)

    def spoil(self, kinds: Iterable[str], places: Iterable[Place], quote: str) -> bool:
        """Whether a finding of one of the kinds, at one of the places, is about the quoted words."""
        keys = [(kind, place) for place in places for kind in kinds]
        found = (bearers for key in keys for bearers in self._bearers.get(key, ()))
        return any(not bearers or any(bearer in quote for bearer in bearers) for bearers in found)
