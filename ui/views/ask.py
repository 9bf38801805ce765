"""检索问答: a question in, a cited answer out. ``?q=`` carries the question, so that it can be mailed."""

from __future__ import annotations

import streamlit as st

from answers import Answer, Question
from corpus import QuanzeError
from ui.components.answer_view import draw_answer
from ui.components.example_questions import draw_examples
from ui.components.home import corpus_key, services, show_problem, summaries, today
from ui.components.index_state import answer_of
from ui.components.search_filters import draw_filters

PLACEHOLDER = "例如：网格员由哪个部门管理？"
EMPTY = "语料库还是空的。请先到“语料管理”导入法规和政策文件。"


def draw() -> None:
    """Draw the page."""
    with st.sidebar:
        filters = draw_filters(services().store.instruments())
    text = _draw_box()
    if not summaries():
        st.info(EMPTY)
    elif text:
        _draw_result(Question(text, filters))
    elif example := draw_examples():
        st.query_params["q"] = example
        st.rerun()


def _draw_box() -> str:
    asked = st.query_params.get("q") or st.session_state.get("last_question", "")
    with st.form("ask", border=False):
        box, button = st.columns([8, 1], vertical_alignment="bottom")
        text = box.text_input("问题", value=asked, placeholder=PLACEHOLDER, label_visibility="collapsed")
        submitted = button.form_submit_button("检索", type="primary", width="stretch")
    text = (text if submitted else asked).strip()
    if text and st.query_params.get("q") != text:
        st.query_params["q"] = text
    st.session_state["last_question"] = text
    return text


def _draw_result(question: Question) -> None:
    try:
        with st.spinner("正在检索…"):
            answer = _answer(question)
    except QuanzeError as error:
        show_problem(error)
    else:
        draw_answer(answer)


def _answer(question: Question) -> Answer:
    """The answer kept for this session, asked anew when question, filters or corpus have changed."""
    key = (question, corpus_key(), today())
    if st.session_state.get("answered") != key:
        st.session_state["answer"] = answer_of(question)
        st.session_state["answered"] = key
    answer: Answer = st.session_state["answer"]
    return answer


if __name__ == "__main__":
    draw()
