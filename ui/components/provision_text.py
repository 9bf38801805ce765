"""The text of a version as it is read: 编章节 headings, 条 with their 款项目, the cited provision marked."""

from __future__ import annotations

from collections.abc import Iterator

from corpus import EId, Provision, ProvisionKind, Version, cite
from ui.components.citation_link import copy_button, copy_link_button
from ui.components.markup import escaped

GROUPS = {ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.SECTION, ProvisionKind.ANNEX}
"""Units that print a heading line of their own; what stands in them follows, it is not nested by eid."""


def text_html(version: Version, title: str, chosen: str = "") -> str:
    """The whole text, escaped; ``chosen`` is the eid of the provision to be marked, empty for none."""
    lines = (_provision_html(provision, version, title, chosen) for provision in roots(version))
    return f'<div class="qz-text">{_front_html(version)}{"".join(lines)}</div>'


def roots(version: Version) -> tuple[Provision, ...]:
    """The provisions that are printed one after the other: group headings, and what stands in no other."""
    known = {p.eid: p for p in version.provisions}
    outer = [p for p in version.provisions if p.kind in GROUPS or not _inside_content(p.eid, known)]
    return tuple(sorted(outer, key=lambda p: (p.start, -p.end)))


def _inside_content(eid: EId, known: dict[EId, Provision]) -> bool:
    parent = eid.parent
    return parent is not None and parent in known and known[parent].kind not in GROUPS


def _front_html(version: Version) -> str:
    first = min((p.start for p in version.provisions), default=len(version.text))
    front = version.text[:first].strip()
    return f'<div class="front">{escaped(front)}</div>' if front else ""


def _provision_html(provision: Provision, version: Version, title: str, chosen: str) -> str:
    if provision.kind in GROUPS:
        return _heading_html(provision, chosen)
    below = "".join(_provision_html(child, version, title, chosen) for child in _content_under(provision, version))
    acts = _acts_html(provision, version, title)
    return f"<div{_attributes(provision, chosen)}>{acts}{_own_html(provision)}{below}</div>"


def _content_under(provision: Provision, version: Version) -> Iterator[Provision]:
    return (child for child in version.children(provision.eid) if child.kind not in GROUPS)


def _heading_html(provision: Provision, chosen: str) -> str:
    words = escaped(f"{provision.label}　{provision.heading}".strip("　"))
    own = f"<div>{escaped(provision.text)}</div>" if provision.text else ""
    return f"<div{_attributes(provision, chosen, 'group')}>{words}</div>{own}"


def _attributes(provision: Provision, chosen: str, more: str = "") -> str:
    here = "here" if chosen == provision.eid else ""
    words = " ".join(word for word in ("pv", provision.kind.value, more, here) if word)
    return f' class="{words}" id="{escaped(provision.eid)}"'


def _own_html(provision: Provision) -> str:
    label = f'<span class="lb">{escaped(provision.label)}</span>' if provision.label else ""
    heading = f'<span class="lb">{escaped(provision.heading)}</span>' if provision.heading else ""
    return label + heading + (f"<span>{escaped(provision.text)}</span>" if provision.text else "")


def _acts_html(provision: Provision, version: Version, title: str) -> str:
    citation = cite(title, provision.eid, version)
    return f'<span class="acts">{copy_button(citation)}{copy_link_button(version.id, provision.eid)}</span>'
