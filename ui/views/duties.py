"""职责与发现: who must do what, the matrix of matters and levels, and where duties are undefined or overlap."""

from __future__ import annotations

import streamlit as st

from corpus import QuanzeError
from ui.components.ahead import draw_waiting
from ui.components.clause_list import draw_clauses
from ui.components.duty_filter import draw_duty_filter
from ui.components.duty_list import draw_duties
from ui.components.duty_order import AS_READ, draw_order
from ui.components.finding_list import draw_findings
from ui.components.home import show_problem, summaries
from ui.components.matrix_page import draw_matrix
from ui.components.read_corpus import clause_texts, read_texts
from ui.preparing import Stage

VIEWS = {"findings": "问题发现", "duties": "职责表", "matrix": "事项层级矩阵", "clauses": "条款构成"}
# What has to be worked out before a view can be drawn at once.
NEEDS = {"findings": Stage.FINDINGS, "duties": Stage.DUTIES, "matrix": Stage.MATTERS, "clauses": Stage.CLAUSES}


def draw() -> None:
    """Draw the page."""
    if not summaries():
        st.info("语料库还是空的。请先到“语料管理”导入法规和政策文件。")
        return
    view = st.segmented_control(
        "视图",
        list(VIEWS),
        format_func=VIEWS.__getitem__,
        default="findings",
        required=True,
        key="view",
        bind="query-params",
        label_visibility="collapsed",
    )
    try:
        _draw_view(view)
    except QuanzeError as error:
        show_problem(error)


def _draw_view(view: str) -> None:
    if draw_waiting(NEEDS[view]):
        return
    if view == "clauses":
        draw_clauses(clause_texts())
        return
    texts = read_texts()
    if view == "findings":
        draw_findings(texts)
        return
    with st.sidebar:
        chosen = draw_duty_filter(texts)
        order = draw_order() if view == "duties" else AS_READ
    if view == "matrix":
        draw_matrix(chosen)
    else:
        draw_duties(chosen.narrowed(texts), order)


if __name__ == "__main__":
    draw()
