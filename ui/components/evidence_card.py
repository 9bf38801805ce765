"""Evidence card (依据): one provision found, whole, with status, citation and the quoted runs marked."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from corpus import EId, Provision, Remark, Status, Version, VersionSummary
from index import Hit
from ui.components.citation_link import citation_link, copy_button, copy_link_button
from ui.components.doubts import doubt_tag
from ui.components.home import read_version
from ui.components.layers import Layer, layered
from ui.components.markup import escaped, quoted_spans
from ui.components.remark_marks import remark_layers
from ui.components.status_tag import status_tag, tag


def draw_evidence(hit: Hit, quotes: Sequence[str], summary: VersionSummary | None, status: Status | None) -> None:
    """Draw one card: the citation opens the provision, the score lies behind 检索得分."""
    version = read_version(hit.version_id) if summary is not None else None
    with st.container(border=True, gap=None):
        citation_link(hit.citation, hit.version_id, hit.eid)
        st.html(card_html(hit, quotes, summary, status, remarks_on(hit, version)))


def remarks_on(hit: Hit, version: Version | None) -> tuple[Remark, ...]:
    """The remarks on the whole provision that the card shows, counted from its start."""
    provision = unit_shown(hit, version) if version is not None and version.remarks else None
    if version is None or provision is None:
        return ()
    return tuple(remark.moved(-provision.start) for remark in version.remarks_in(provision))


def unit_shown(hit: Hit, version: Version) -> Provision | None:
    """The provision whose text the card shows: the hit's own or the one it stands in."""
    eid: EId | None = hit.eid
    while eid is not None:
        provision = version.provision(eid)
        if provision is not None and version.whole_text(provision) == hit.text:
            return provision
        eid = eid.parent
    return None


def card_html(
    hit: Hit,
    quotes: Sequence[str],
    summary: VersionSummary | None,
    status: Status | None,
    remarks: Sequence[Remark] = (),
) -> str:
    """The card under its citation, everything escaped."""
    tags = [status_tag(status)] if status is not None else []
    if summary is not None:
        instrument = summary.instrument
        tags += [tag(instrument.kind.value), tag(instrument.territory.name)]
        tags += [tag(instrument.document_number)] if instrument.document_number else []
        tags.append(doubt_tag(summary))
    buttons = copy_button(hit.citation) + copy_link_button(hit.version_id, hit.eid)
    score = f"综合 {hit.score:.3f}，语义 {hit.dense:.3f}，词面 {hit.lexical:.3f}"
    marks = [Layer(start, end, "<mark>", "</mark>") for start, end in quoted_spans(hit.text, quotes)]
    body = layered(hit.text, [*marks, *remark_layers(remarks)])
    return (
        f'<div class="qz-evidence"><div>{"".join(tags)}{buttons}</div>'
        f'<div class="qz-body">{body}</div>'
        f"<details><summary>检索得分</summary>{escaped(score)}</details></div>"
    )
