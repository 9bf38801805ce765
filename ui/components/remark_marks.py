"""Remarks (附注) on the page: a quiet mark on the words, what is to be known of them when the pointer rests there."""

from __future__ import annotations

from collections.abc import Iterable

from corpus import Provision, Remark, RemarkKind, Version, cite
from ui.components.citation_link import provision_address
from ui.components.layers import Layer
from ui.components.markup import escaped

_CLASS = {
    RemarkKind.LOW_CONFIDENCE: "doubtful",
    RemarkKind.DAMAGED: "damaged",
    RemarkKind.TRACKED: "tracked",
    RemarkKind.DOUBT: "structure",
    RemarkKind.HIDDEN: "hidden",
    RemarkKind.FOOTNOTE: "footnote",
}
LONGEST = 40
"""A list names this many of the words remarked on; a doubt about the structure may cover a chapter."""


def remark_words(remark: Remark) -> str:
    """What the reader is told.

    >>> remark_words(Remark(RemarkKind.TRACKED, 0, 2, "修订后的文字", "一千元"))
    '修订痕迹：修订后的文字（原为“一千元”）'
    >>> remark_words(Remark(RemarkKind.LOW_CONFIDENCE, 0, 2, "请核对原件", confidence=0.613))
    '识别存疑：请核对原件（置信度 61%）'
    """
    said = [f"原为“{remark.original}”"] if remark.original else []
    said += [f"置信度 {remark.confidence:.0%}"] if remark.confidence is not None else []
    return f"{remark.kind.value}：{remark.note}" + (f"（{'，'.join(said)}）" if said else "")


def remark_layers(remarks: Iterable[Remark], start: int = 0) -> list[Layer]:
    """The remarks as layers over a text that begins at ``start``; the wider below the narrower."""
    ordered = sorted(remarks, key=lambda remark: remark.start - remark.end)
    return [Layer(r.start - start, r.end - start, _opening(r), "</span>") for r in ordered]


def _opening(remark: Remark) -> str:
    empty = " gone" if remark.start == remark.end else ""
    return f'<span class="qz-remark {_CLASS[remark.kind]}{empty}" title="{escaped(remark_words(remark))}">'


def remark_list_html(version: Version, title: str) -> str:
    """Every remark of a text in its order, each with a link to its provision."""
    lines = (_line(remark, version, title) for remark in sorted(version.remarks, key=lambda r: (r.start, r.end)))
    return f'<ul class="qz-remarks">{"".join(lines)}</ul>'


def _line(remark: Remark, version: Version, title: str) -> str:
    provision = place_of_remark(remark, version)
    words = version.text[remark.start : remark.end].strip()
    quoted = f"“{words if len(words) <= LONGEST else words[:LONGEST] + '…'}”" if words else ""
    place = ""
    if provision is not None:
        name = cite(title, provision.eid, version).removeprefix(f"《{title}》")
        place = f'<a href="{escaped(provision_address(version.id, provision.eid))}">{escaped(name)}</a> '
    return f"<li>{place}{escaped(quoted)} {escaped(remark_words(remark))}</li>"


def place_of_remark(remark: Remark, version: Version) -> Provision | None:
    """The smallest provision in which the remark begins, or None (题注, 落款)."""
    holding = [p for p in version.provisions if p.start <= remark.start < p.end]
    return min(holding, key=lambda p: (p.end - p.start, -len(p.eid.steps)), default=None)
