"""Passages (检索单元): what the index holds. One article is one passage; a long one falls into its 款 and 项."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpus import EId, Instrument, Provision, Version
from index.units import Unit, find_units

LONGEST = 700
"""Characters of a passage, about 450 tokens of the model, which reads 512."""


@dataclass(frozen=True, slots=True)
class Passage:
    """``unit`` is the article, policy heading or row it belongs to, ``eid`` the very part that ``text`` holds.

    ``context`` names where it stands: 栖澜市网格化服务管理条例 第二章 职责分工 第六条.
    """

    id: str
    unit: EId
    eid: EId
    context: str
    text: str


def cut_passages(instrument: Instrument, version: Version, longest: int = LONGEST) -> tuple[Passage, ...]:
    """Every passage of a version, in the order of the text; together they hold all words of its units."""
    seen: dict[EId, int] = {}
    found: list[Passage] = []
    for unit in find_units(version):
        context = " ".join(part for part in (instrument.title, *unit.headings, unit.provision.label) if part)
        for eid, start, end in _pieces(version, unit, longest):
            seen[eid] = seen.get(eid, 0) + 1
            mark = f"#{seen[eid]}" if seen[eid] > 1 else ""
            text = version.text[start:end].strip()
            found += [Passage(f"{version.id}/{eid}{mark}", unit.provision.eid, eid, context, text)] if text else []
    return tuple(found)


Piece = tuple[EId, int, int]


def _pieces(version: Version, unit: Unit, longest: int) -> Iterator[Piece]:
    for eid, start, end in _split(version, unit.provision, unit.start, unit.end, longest):
        for at in range(start, end, longest):  # what has no parts of its own is cut by length
            yield eid, at, min(at + longest, end)


def _split(version: Version, provision: Provision, start: int, end: int, longest: int) -> Iterator[Piece]:
    """The whole where it is short enough, else its parts; what stands before the first part goes with the first."""
    parts = [child for child in version.children(provision.eid) if start <= child.start < end]
    if end - start <= longest or not parts:
        yield provision.eid, start, end
        return
    if len(parts) == 1:
        # A sole paragraph stands for its article; the cut goes on inside it.
        yield from _split(version, parts[0], start, end, longest)
        return
    borders = [start, *(part.start for part in parts[1:]), end]
    for part, (here, there) in zip(parts, pairwise(borders), strict=True):
        yield from _split(version, part, here, there, longest)
