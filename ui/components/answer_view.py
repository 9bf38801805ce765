"""An answer (答复) on the page: statements with their citations, or the refusal with its reason; then the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from answers import Answer, Caution, Statement
from corpus import Status, VersionSummary
from index import Hit
from ui.components.citation_link import citation_link, copy_button
from ui.components.evidence_card import draw_evidence
from ui.components.heading import draw_heading
from ui.components.home import summary_of, today
from ui.components.markup import escaped

NEAREST = 3
"""How many provisions a refusal shows before the reader asks for more."""


def draw_answer(answer: Answer) -> None:
    """Draw what was answered and the provisions it rests on."""
    if answer.refused:
        _draw_refusal(answer)
    else:
        _draw_statements(answer)
    shown = answer.evidence[:NEAREST] if answer.refused else _cited(answer)
    if shown:
        draw_heading("最接近的条文" if answer.refused else "依据条文")
    _draw_cards(answer, shown)
    others = [hit for hit in answer.evidence if hit not in shown]
    if others:
        with st.expander(f"其他检索到的条文（{len(others)}）"):
            _draw_cards(answer, others)


def _draw_cards(answer: Answer, hits: Sequence[Hit]) -> None:
    for hit in hits:
        summary = summary_of(hit.version_id)
        draw_evidence(hit, _quotes_in(answer, hit), summary, _status(summary, answer.question.filters.as_of))


def _draw_refusal(answer: Answer) -> None:
    reason = escaped(answer.reason or "语料库中没有能够回答这个问题的条文。")
    st.html(f'<div class="qz-refusal"><b>未检索到依据</b>{reason}</div>')


def _draw_statements(answer: Answer) -> None:
    st.html(f'<h2 class="qz-heading">答复{copy_button(answer.text, "复制全文")}</h2>')
    for statement in answer.statements:
        _draw_statement(statement)
    if answer.cautions:
        st.html(cautions_html(answer.cautions))


def cautions_html(cautions: Sequence[Caution]) -> str:
    """What must be known of the texts that the answer quotes, escaped."""
    lines = "".join(f"<li>{escaped(caution.words)}</li>" for caution in cautions)
    return f'<div class="qz-refusal qz-doubts"><b>引用的文本需留意</b><ul>{lines}</ul></div>'


def _draw_statement(statement: Statement) -> None:
    written = "".join(
        f'<div class="qz-written">原文字形：“{escaped(quotation.as_written.strip())}”</div>'
        for quotation in dict.fromkeys(statement.quotations)
        if quotation.as_written
    )
    st.html(f'<div class="qz-statement">{escaped(statement.text)}{written}</div>')
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        for quotation in dict.fromkeys(statement.quotations):
            citation_link(quotation.citation, quotation.version_id, quotation.eid)
            st.html(copy_button(quotation.citation), width="content")


def _cited(answer: Answer) -> list[Hit]:
    return [hit for hit in answer.evidence if _quotes_in(answer, hit)]


def _quotes_in(answer: Answer, hit: Hit) -> tuple[str, ...]:
    article = hit.eid.steps[0]
    return tuple(
        quotation.quote
        for statement in answer.statements
        for quotation in statement.quotations
        if quotation.version_id == hit.version_id and quotation.eid.steps[0] == article
    )


def _status(summary: VersionSummary | None, as_of: date | None) -> Status | None:
    return summary.status(as_of or today()) if summary is not None else None
