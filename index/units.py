"""Units: what an answer shows whole; the 条 of a regulation, the deepest heading of a policy, a table's row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus import EId, Provision, Version

_GROUPS = {"part", "chp", "sec", "annex", "tab"}
_HEADINGS = {"h1", "h2", "h3", "h4"}


@dataclass(frozen=True, slots=True)
class Unit:
    """``start:end`` are words of ``provision`` in the version's text, without those of units that stand under it.

    ``headings`` are those of the chapters or policy headings above, outermost first: ("第二章 职责分工",).
    """

    provision: Provision
    start: int
    end: int
    headings: tuple[str, ...]


def find_units(version: Version) -> tuple[Unit, ...]:
    """Every unit that has words of its own, in the order of the text; no word of the text stands in two."""
    heads = [p for p in version.provisions if _is_unit(p)]
    groups = [p for p in version.provisions if p.kind.value in _GROUPS]
    units = (unit for at in range(len(heads)) for unit in _own_words(version, heads, at, groups))
    return tuple(sorted(units, key=lambda unit: unit.start))


def unit_id(version: Version, eid: EId) -> EId | None:
    """The provision that is shown whole where ``eid`` is asked for, or None where there is no such provision.

    A 项 of 第六条 gives 第六条; a paragraph under （二） gives （二）.
    """
    here: EId | None = eid if version.provision(eid) is not None else None
    while here is not None:
        provision = version.provision(here)
        if provision is not None and _is_unit(provision):
            return here
        here = here.parent
    return None


def _is_unit(provision: Provision) -> bool:
    *above, last = (name for name, _ in provision.eid.steps)
    if last in _HEADINGS:
        return True
    if last == "row":
        return "art" not in above  # a table inside an article is part of the article
    return all(name in _GROUPS for name in above) and (last not in _GROUPS or bool(provision.text.strip()))


def _own_words(version: Version, heads: list[Provision], at: int, groups: list[Provision]) -> Iterator[Unit]:
    head, here = heads[at], heads[at].start
    headings = _headings(version, head, groups)
    for inner in heads[at + 1 :]:
        if inner.start >= head.end:
            break
        if inner.start >= here:
            yield from _worded(version, Unit(head, here, inner.start, headings))
            here = inner.end
    yield from _worded(version, Unit(head, here, head.end, headings))


def _worded(version: Version, unit: Unit) -> Iterator[Unit]:
    """A heading over other headings, with no sentence of its own, is no unit."""
    own = version.text[unit.start : unit.end]
    is_whole = (unit.start, unit.end) == (unit.provision.start, unit.provision.end)
    rest = own if is_whole else own.replace(unit.provision.label, "", 1).replace(unit.provision.heading, "", 1)
    if rest.strip(" 　\n\t|"):
        yield unit


def _headings(version: Version, head: Provision, groups: list[Provision]) -> tuple[str, ...]:
    above = [g for g in groups if g.eid != head.eid and g.start <= head.start and head.end <= g.end]
    ladder: list[Provision] = []
    path = head.parent
    while path is not None:
        provision = version.provision(path)
        ladder += [provision] if provision is not None and provision not in above else []
        path = path.parent
    named = sorted((*above, *reversed(ladder)), key=lambda p: (p.start, -p.end))
    return tuple(f"{p.label} {p.heading}".strip() for p in named if p.label or p.heading)
