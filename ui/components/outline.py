"""Outline (目录): the tree 编—章—节—条 of a version, or of the headings of a policy text, found by span."""

from __future__ import annotations

from collections.abc import Iterable

from corpus import Provision, ProvisionKind, Version
from ui.components.citation_link import provision_address
from ui.components.markup import escaped
from ui.components.nesting import Nested, nest

KINDS = {
    ProvisionKind.PREAMBLE,
    ProvisionKind.PART,
    ProvisionKind.CHAPTER,
    ProvisionKind.SECTION,
    ProvisionKind.ARTICLE,
    ProvisionKind.HEADING1,
    ProvisionKind.HEADING2,
    ProvisionKind.HEADING3,
    ProvisionKind.ANNEX,
    ProvisionKind.TABLE,
}
OPEN_UP_TO = 80
"""A text with more entries than this shows its chapters folded."""
HINT = 16


def read_outline(version: Version) -> tuple[Nested, ...]:
    """The outline of a version, nested by span, so that a 条 stands in the 章 it is printed in."""
    return nest(p for p in version.provisions if p.kind in KINDS)


def outline_html(version: Version, title: str, chosen: str = "") -> str:
    """The outline as HTML under the title: every entry is a deep link, a chapter can be folded."""
    nodes = read_outline(version)
    everything = _count(nodes) <= OPEN_UP_TO
    lines = (_node_html(node, version, chosen, everything) for node in nodes)
    return f'<div class="qz-outline"><b>{escaped(title)}</b>{"".join(lines)}</div>'


def _count(nodes: Iterable[Nested]) -> int:
    return sum(1 + _count(node.below) for node in nodes)


def _node_html(node: Nested, version: Version, chosen: str, everything: bool) -> str:
    link = _link(node.provision, version, chosen)
    if not node.below:
        return link
    below = "".join(_node_html(child, version, chosen, everything) for child in node.below)
    unfolded = " open" if everything or (chosen and node.holds(chosen)) else ""
    return f"<details{unfolded}><summary>{link}</summary>{below}</details>"


def _link(provision: Provision, version: Version, chosen: str) -> str:
    here = ' class="here"' if chosen and (chosen == provision.eid or chosen.startswith(f"{provision.eid}__")) else ""
    words = escaped(entry_words(provision, version))
    address = escaped(provision_address(version.id, provision.eid))
    return f'<a href="{address}" data-eid="{escaped(provision.eid)}" title="{words}"{here}>{words}</a>'


def entry_words(provision: Provision, version: Version) -> str:
    """What the outline says of a provision: number and heading, or number and the first words (第六条 市网格办…)."""
    if provision.heading:
        return f"{provision.label} {provision.heading}".strip()
    words = version.whole_text(provision).strip().removeprefix(provision.label).split("\n")[0].strip(" 　")
    if provision.label and not words.strip():
        return provision.label
    hint = words if len(words) <= HINT else words[:HINT] + "…"
    return f"{provision.label} {hint}".strip()
