"""What a drafter could write instead (改写参考): the advice, then the comparable provisions word for word."""

from __future__ import annotations

import streamlit as st

from corpus import QuanzeError
from duties import JudgedFinding
from ui.components.citation_link import citation_link
from ui.components.heading import draw_note
from ui.components.home import services, show_problem
from ui.components.markup import escaped


def draw_suggestion(judged: JudgedFinding) -> None:
    """Look for comparable provisions and draw them."""
    try:
        with st.spinner("正在查找可参照的条文…"):
            suggestion = services().reviewing.suggestion(judged)
    except QuanzeError as error:
        show_problem(error)
        return
    st.html(f'<div class="qz-why qz-advice">{escaped(suggestion.advice)}</div>')
    if suggestion.basis:
        draw_note(f"依据：{'、'.join(suggestion.basis)}")
    if suggestion.comparables:
        columns = st.columns(len(suggestion.comparables), gap="small")
        for column, one in zip(columns, suggestion.comparables, strict=True):
            with column:
                citation_link(one.citation, one.version_id, one.eid)
                st.html(f'<div class="qz-place">{escaped(one.quote)}</div>')
                draw_note("同类文件" if one.same_topic else "事项相近的其他文件")
