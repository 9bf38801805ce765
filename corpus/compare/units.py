"""Units of comparison (对照单位): the pieces that a text is cut into, each compared as a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from corpus.compare.change import ComparedText
from corpus.provision import Provision, ProvisionKind
from corpus.version import Version

_WHOLE = {
    ProvisionKind.ARTICLE,
    ProvisionKind.ROW,
    ProvisionKind.PARAGRAPH,
    ProvisionKind.ITEM,
    ProvisionKind.SUBITEM,
    ProvisionKind.PREAMBLE,
}
_INK = re.compile(r"[^\s　]")
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
"""（ is (, ， is , and ３ is 3: one sign in two widths, which prints of one text mix."""


@dataclass(frozen=True)
class Unit:
    """A piece of a version. ``ink`` are the places of its characters that are no blank, its number left out.

    Two prints of one article differ in their blanks, line ends and widths of signs; nobody calls that a change.
    """

    text: ComparedText
    ink: tuple[int, ...]
    words: str

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Every two neighbouring characters, by which likeness is measured."""
        return frozenset(map("".join, zip(self.words, self.words[1:], strict=False))) or frozenset((self.words,))

    @property
    def kind(self) -> ProvisionKind:
        """The kind of the provision: a chapter's heading is never the successor of an article."""
        return self.text.provision.kind


def units_of(version: Version) -> tuple[Unit, ...]:
    """The units in the order of the text: each 条, row and paragraph outside of articles; a heading's own words."""
    ordered = sorted(version.provisions, key=lambda p: (p.start, -p.end, len(p.eid.steps)))
    units, done = [], 0
    for here, following in zip_longest(ordered, ordered[1:]):
        if here is None or here.start < done:
            continue
        end = here.end
        if here.kind in _WHOLE:
            done = end
        elif following is not None:
            end = min(end, following.start)
        unit = _unit(here, version.text, end)
        if unit.ink or here.label:
            units.append(unit)
    return tuple(units)


def _unit(provision: Provision, text: str, end: int) -> Unit:
    start = provision.start
    numbered = provision.label and text.startswith(provision.label, start)
    own = start + (len(provision.label) if numbered else 0)
    ink = tuple(match.start() for match in _INK.finditer(text, own, end))
    return Unit(ComparedText(provision, start, end), ink, "".join(text[at] for at in ink).translate(_NARROW))
