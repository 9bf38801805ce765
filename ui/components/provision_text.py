"""The text of a version as it is read: 编章节 headings, 条 with their 款项目, the cited provision marked.

The page is cut out of the version's text by the spans of its provisions, so that every sign of the text is on it, in
its order; what belongs to no provision (题注, 落款) is shown between them. Remarks (附注) are marked in place, and the
text can be shown in the characters of the source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus import Provision, ProvisionKind, Remark, Version, cite
from ui.components.citation_link import copy_button, copy_link_button
from ui.components.layers import layered
from ui.components.markup import escaped
from ui.components.nesting import Nested, nest
from ui.components.remark_marks import remark_layers

GROUPS = {ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.SECTION, ProvisionKind.ANNEX}
"""Units that print a heading line; a link to one marks the line, not all that stands in it."""


def text_html(version: Version, title: str, chosen: str = "", as_written: bool = False) -> str:
    """The whole text, escaped; ``chosen`` is the eid of the provision to be marked, empty for none.

    ``as_written`` shows the characters of the source, traditional where it is traditional.
    """
    sheet = _Sheet(version, title, chosen, (version.original_text if as_written else "") or version.text)
    lines = sheet.between(nest(version.provisions), 0, len(version.text))
    return f'<div class="qz-text">{"".join(lines)}</div>'


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One version on its way to the page."""

    version: Version
    title: str
    chosen: str
    shown: str
    told: set[Remark] = field(default_factory=set)

    def between(self, below: Sequence[Nested], start: int, end: int) -> Iterator[str]:
        """The provisions ``below`` of a span, and the words of the span that none of them covers."""
        for nested in below:
            yield self._loose(start, nested.provision.start)
            yield self._provision(nested)
            start = nested.provision.end
        yield self._loose(start, end)

    def _loose(self, start: int, end: int) -> str:
        words = self._words(*self._trimmed(start, end))
        return f'<div class="loose">{words}</div>' if words else ""

    def _trimmed(self, start: int, end: int, blanks: str = " 　\n\t\r") -> tuple[int, int]:
        words = self.version.text[start:end]
        first = start + len(words) - len(words.lstrip(blanks))
        return first, max(first, start + len(words.rstrip()))

    def _words(self, start: int, end: int) -> str:
        """The characters ``start:end``, escaped, with the remarks on them."""
        held = [r for r in self.version.remarks if r.start < end and start < r.end]
        # Words struck out between two stretches lie at the end of one and at the start of the next: told once.
        struck = [r for r in self.version.remarks if start <= r.start == r.end <= end and r not in self.told]
        self.told.update(struck)
        return layered(self.shown[start:end], remark_layers([*held, *(r for r in struck if r not in held)], start))

    def _provision(self, nested: Nested) -> str:
        provision, below = nested.provision, nested.below
        head_end = below[0].provision.start if below else provision.end
        head = self._head(provision, head_end)
        rest = "".join(self.between(below, head_end, provision.end))
        opening = f"<div{self._attributes(provision)}>{self._acts(provision)}{head}"
        return f"{opening}</div>{rest}" if provision.kind in GROUPS else f"{opening}{rest}</div>"

    def _head(self, provision: Provision, head_end: int) -> str:
        """The provision's own first words, with number and heading set off."""
        start, end = self._trimmed(provision.start, head_end)
        own = start + _head_length(provision, self.version.text[start:end])
        label = f'<span class="lb">{self._words(start, own)}</span>' if own > start else ""
        own, end = self._trimmed(own, end)
        return label + (f"<span>{self._words(own, end)}</span>" if end > own else "")

    def _attributes(self, provision: Provision) -> str:
        kind = "group" if provision.kind in GROUPS else provision.kind.value
        here = " here" if self.chosen == provision.eid else ""
        return f' class="pv {kind}{here}" id="{escaped(provision.eid)}"'

    def _acts(self, provision: Provision) -> str:
        citation = cite(self.title, provision.eid, self.version)
        buttons = copy_button(citation) + copy_link_button(self.version.id, provision.eid)
        return f'<span class="acts">{buttons}</span>'


def _head_length(provision: Provision, words: str) -> int:
    """How many of the first words are number and heading."""
    length = len(provision.label) if words.startswith(provision.label) else 0
    if provision.heading:
        at = words.find(provision.heading, length)
        length = at + len(provision.heading) if at >= 0 else length
    return length
