"""The text of a version as it is read: 编章节 headings, 条 with their 款项目, the cited provision marked.

The page is cut out of the version's text by the spans of its provisions, so that every sign of the text is on it, in
its order; what belongs to no provision (题注, 落款) is shown between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import Provision, ProvisionKind, Version, cite
from ui.components.citation_link import copy_button, copy_link_button
from ui.components.markup import escaped
from ui.components.nesting import Nested, nest

GROUPS = {ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.SECTION, ProvisionKind.ANNEX}
"""Units that print a heading line; a link to one marks the line, not all that stands in it."""


def text_html(version: Version, title: str, chosen: str = "") -> str:
    """The whole text, escaped; ``chosen`` is the eid of the provision to be marked, empty for none."""
    sheet = _Sheet(version, title, chosen)
    lines = sheet.between(nest(version.provisions), 0, len(version.text))
    return f'<div class="qz-text">{"".join(lines)}</div>'


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One version on its way to the page."""

    version: Version
    title: str
    chosen: str

    def between(self, below: Sequence[Nested], start: int, end: int) -> Iterator[str]:
        """The provisions ``below`` of a span, and the words of the span that none of them covers."""
        for nested in below:
            yield self._loose(start, nested.provision.start)
            yield self._provision(nested)
            start = nested.provision.end
        yield self._loose(start, end)

    def _loose(self, start: int, end: int) -> str:
        words = self.version.text[start:end].strip()
        return f'<div class="loose">{escaped(words)}</div>' if words else ""

    def _provision(self, nested: Nested) -> str:
        provision, below = nested.provision, nested.below
        head_end = below[0].provision.start if below else provision.end
        head = _head_html(provision, self.version.text[provision.start : head_end].strip())
        rest = "".join(self.between(below, head_end, provision.end))
        opening = f"<div{self._attributes(provision)}>{self._acts(provision)}{head}"
        return f"{opening}</div>{rest}" if provision.kind in GROUPS else f"{opening}{rest}</div>"

    def _attributes(self, provision: Provision) -> str:
        kind = "group" if provision.kind in GROUPS else provision.kind.value
        here = " here" if self.chosen == provision.eid else ""
        return f' class="pv {kind}{here}" id="{escaped(provision.eid)}"'

    def _acts(self, provision: Provision) -> str:
        citation = cite(self.title, provision.eid, self.version)
        buttons = copy_button(citation) + copy_link_button(self.version.id, provision.eid)
        return f'<span class="acts">{buttons}</span>'


def _head_html(provision: Provision, words: str) -> str:
    """The provision's own first words, with number and heading set off."""
    length = len(provision.label) if words.startswith(provision.label) else 0
    if provision.heading:
        at = words.find(provision.heading, length)
        length = at + len(provision.heading) if at >= 0 else length
    label = f'<span class="lb">{escaped(words[:length])}</span>' if length else ""
    own = words[length:].lstrip(" 　\n")
    return label + (f"<span>{escaped(own)}</span>" if own else "")
