"""Finding (发现) on the page: what is wrong and why, its places side by side, the decision, what could stand there."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from duties import Evidence, JudgedFinding, ReviewState
from ui.components.citation_link import citation_link, copy_button
from ui.components.finding_review import draw_review
from ui.components.markup import escaped, marked
from ui.components.status_tag import tag
from ui.components.suggestion_view import draw_suggestion

_STATE_CLASS = {
    ReviewState.OPEN: "",
    ReviewState.CONFIRMED: "in-force",
    ReviewState.REJECTED: "repealed",
    ReviewState.CHANGED: "not-yet",
}


_SIDE_BY_SIDE = 4
"""More other places than these make a card of several screens; the rest opens at a press."""


@st.fragment
def draw_finding(judged: JudgedFinding, key: str) -> None:
    """Draw one card; ``key`` tells it from the others on the page."""
    with st.container(border=True, gap="xsmall"):
        st.html(head_html(judged))
        _draw_evidence(judged)
        with st.container(horizontal=True, gap="medium", vertical_alignment="center"):
            draw_review(judged, key)
            is_open = st.toggle("改写参考", key=f"suggest_{key}")
        if is_open:
            draw_suggestion(judged)


def head_html(judged: JudgedFinding) -> str:
    """Kind, gravity, confidence and decision in one line, then the reason."""
    finding = judged.finding
    state = judged.changed or judged.state.value
    tags = (
        tag(finding.kind.chinese)
        + f'<span class="qz-tag severity-{finding.severity.value}">{finding.severity.chinese}</span>'
        + f'<span class="qz-tag {_STATE_CLASS[judged.state]}">{escaped(state)}</span>'
        + f'<span class="qz-line">置信度 {escaped(judged.confidence_words)}</span>'
    )
    link = f'<button class="qz-copy" data-link="{escaped(finding_address(judged.id))}">复制链接</button>'
    buttons = f'<span class="qz-right">{copy_button(judged.id, f"编号 {judged.id}")}{link}</span>'
    return f'<div class="qz-finding">{tags}{buttons}</div><div class="qz-why">{escaped(finding.why)}</div>'


def finding_address(finding_id: str) -> str:
    """The deep link of a finding, to be mailed to a colleague.

    >>> finding_address("1a2b3c4d5e")
    'duties?finding=1a2b3c4d5e'
    """
    return f"duties?finding={finding_id}"


def _draw_evidence(judged: JudgedFinding) -> None:
    main, *others = judged.evidence
    bearers = judged.finding.bearers
    if not others:
        _draw_place(main, bearers)
        return
    left, right = st.columns(2, gap="small")
    with left:
        _draw_place(main, bearers)
    with right:
        for one in others[:_SIDE_BY_SIDE]:
            _draw_place(one, bearers)
        if rest := others[_SIDE_BY_SIDE:]:
            with st.expander(f"另有 {len(rest)} 处"):
                for one in rest:
                    _draw_place(one, bearers)


def _draw_place(evidence: Evidence, bearers: Sequence[str]) -> None:
    citation_link(evidence.citation, evidence.place.version_id, evidence.place.eid)
    if evidence.words:
        st.html(f'<div class="qz-place">{marked(evidence.words, bearers)}</div>')
