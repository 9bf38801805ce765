"""Finding (发现) on the page: what is wrong and why, with its places side by side, the bearers marked in the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from duties import Finding, FindingPlace, ReadText
from ui.components.citation_link import citation_link
from ui.components.markup import escaped, marked
from ui.exports.finding_table import place_citation, place_words


def draw_finding(finding: Finding, texts: Mapping[str, ReadText]) -> None:
    """Draw one card: the reason, then the main place beside the others."""
    with st.container(border=True, gap="xsmall"):
        st.html(f'<div class="qz-why">{escaped(finding.why)}</div>')
        if not finding.also:
            _draw_place(finding.main, finding.bearers, texts)
            return
        left, right = st.columns(2, gap="small")
        with left:
            _draw_place(finding.main, finding.bearers, texts)
        with right:
            for place in finding.also:
                _draw_place(place, finding.bearers, texts)


def _draw_place(place: FindingPlace, bearers: Sequence[str], texts: Mapping[str, ReadText]) -> None:
    citation_link(place_citation(place, texts), place.version_id, place.eid)
    words = place_words(place, texts)
    if words:
        st.html(f'<div class="qz-place">{marked(words, bearers)}</div>')
