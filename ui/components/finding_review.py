"""Confirming and rejecting a finding (审核) on its card."""

from __future__ import annotations

import streamlit as st

from corpus import QuanzeError, Verdict
from duties import JudgedFinding
from ui.components.heading import draw_note
from ui.components.home import services, show_problem

REVIEWER = "reviewer"
REASON = "理由（驳回时必须写）"


def draw_reviewer() -> None:
    """Draw who reviews; the name goes with every decision."""
    st.text_input("审核人", key=REVIEWER, placeholder="姓名，随审核结论保存", persist_state="session")


def draw_review(judged: JudgedFinding, key: str) -> None:
    """Draw what can be decided about a finding, and what has been."""
    if judged.review is None and st.button("确认", key=f"confirm_{key}", icon=":material/check:", type="tertiary"):
        _decide(judged, Verdict.CONFIRMED, "")
    label = "驳回 / 写理由" if judged.review is None else "改结论"
    with st.popover(label, key=f"review_{key}", width="content", type="tertiary"):
        reason = st.text_area(REASON, key=f"reason_{key}", height=80)
        with st.container(horizontal=True, gap="small"):
            if st.button("驳回", key=f"reject_{key}"):
                _decide(judged, Verdict.REJECTED, reason)
            if st.button("确认（附理由）", key=f"confirm_with_{key}"):
                _decide(judged, Verdict.CONFIRMED, reason)
    if (judged.review or judged.earlier) and st.button("撤销结论", key=f"undo_{key}", type="tertiary"):
        services().reviewing.undo(judged, st.session_state.get(REVIEWER, ""))
        st.rerun()
    told = decided_words(judged)
    if told:
        draw_note(told)


def decided_words(judged: JudgedFinding) -> str:
    """Who decided what, when and why; empty where nobody has."""
    made = judged.review or judged.earlier
    if made is None:
        return ""
    when = f"{made.at:%Y-%m-%d}" if made.at else ""
    who = " ".join(filter(None, (made.by, when)))
    reason = f"：{made.reason}" if made.reason else ""
    return f"{'' if judged.review else '此前'}{who} {made.verdict.chinese}{reason}".strip()


def _decide(judged: JudgedFinding, verdict: Verdict, reason: str) -> None:
    try:
        services().reviewing.decide(judged, verdict, reason, st.session_state.get(REVIEWER, ""))
    except QuanzeError as error:
        show_problem(error)
        return
    st.rerun()
