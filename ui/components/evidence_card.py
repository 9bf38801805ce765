"""Evidence card (依据): one provision found, whole, with status, citation and the quoted runs marked."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from corpus import Status, VersionSummary
from index import Hit
from ui.components.citation_link import citation_link, copy_button, copy_link_button
from ui.components.markup import escaped, marked
from ui.components.status_tag import status_tag, tag


def draw_evidence(hit: Hit, quotes: Sequence[str], summary: VersionSummary | None, status: Status | None) -> None:
    """Draw one card: the citation opens the provision, the score lies behind 检索得分."""
    with st.container(border=True, gap=None):
        citation_link(hit.citation, hit.version_id, hit.eid)
        st.html(card_html(hit, quotes, summary, status))


def card_html(hit: Hit, quotes: Sequence[str], summary: VersionSummary | None, status: Status | None) -> str:
    """The card under its citation, everything escaped."""
    tags = [status_tag(status)] if status is not None else []
    if summary is not None:
        instrument = summary.instrument
        tags += [tag(instrument.kind.value), tag(instrument.territory.name)]
        tags += [tag(instrument.document_number)] if instrument.document_number else []
    buttons = copy_button(hit.citation) + copy_link_button(hit.version_id, hit.eid)
    score = f"综合 {hit.score:.3f}，语义 {hit.dense:.3f}，词面 {hit.lexical:.3f}"
    return (
        f'<div class="qz-evidence"><div>{"".join(tags)}{buttons}</div>'
        f'<div class="qz-body">{marked(hit.text, quotes)}</div>'
        f"<details><summary>检索得分</summary>{escaped(score)}</details></div>"
    )
