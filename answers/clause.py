"""Clause (款): the smallest unit that can answer by itself: a paragraph with its items, a heading's text, a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus import EId, Instrument, Provision, ProvisionKind, Version, cite


@dataclass(frozen=True, slots=True)
class Clause:
    """``text`` is the clause verbatim, label left out; ``unit`` the article (heading, row) it stands in, whole."""

    instrument: Instrument
    version: Version
    unit: Provision
    provision: Provision
    text: str

    @property
    def eid(self) -> EId:
        """The clause's own id (``art_6__para_1``)."""
        return self.provision.eid

    @property
    def citation(self) -> str:
        """How people name it: 《栖澜市网格化服务管理条例》第六条第一款."""
        return cite(self.instrument.title, self.eid, self.version)

    @property
    def unit_text(self) -> str:
        """The whole article."""
        return self.version.whole_text(self.unit)

    @property
    def items(self) -> tuple[Provision, ...]:
        """The （一）（二）… under the clause."""
        return tuple(c for c in self.version.children(self.eid) if c.kind is ProvisionKind.ITEM)


_UNITS = ("art", "row", "h1", "h2", "h3", "h4", "annex", "pre")
_ANSWERING = {ProvisionKind.PARAGRAPH, ProvisionKind.ROW, ProvisionKind.PREAMBLE}


def unit_of(version: Version, eid: EId) -> Provision | None:
    """The article that ``eid`` stands in; in a policy text the heading, in a list the row. None where there is none."""
    for step in _UNITS:
        ancestor = eid.ancestor(step) if step in ("art", "row") else None
        if ancestor is not None:
            return version.provision(ancestor)
    while eid.parent is not None and not eid.steps[-1][0].startswith("h"):
        eid = eid.parent
    return version.provision(eid)


def clauses_of(instrument: Instrument, version: Version, unit: Provision) -> tuple[Clause, ...]:
    """The clauses of an article in the order of the text; a unit without paragraphs is one clause."""
    below = tuple(_answering(version, unit))
    return tuple(Clause(instrument, version, unit, p, _own_text(version, p)) for p in below or (unit,))


def _answering(version: Version, unit: Provision) -> Iterator[Provision]:
    for child in version.children(unit.eid):
        if child.kind in _ANSWERING:
            yield child
        elif child.kind is not ProvisionKind.ITEM:
            yield from _answering(version, child)


def _own_text(version: Version, provision: Provision) -> str:
    whole = version.whole_text(provision)
    return whole.removeprefix(provision.label).strip() if provision.label else whole.strip()
