"""语料管理: files come in, what the corpus and the index hold, what became of each file."""

from __future__ import annotations

import streamlit as st

from corpus import QuanzeError, VersionSummary
from ui.components.corpus_totals import draw_totals
from ui.components.doubts import doubt_words
from ui.components.heading import draw_heading, draw_note
from ui.components.home import services, show_problem, summaries
from ui.components.index_state import indexed_versions, sync_index
from ui.components.ingest_report import counts_words, draw_records
from ui.components.markup import escaped
from ui.components.upload import draw_upload
from ui.services import IngestReport

NOTE = (
    "可一次选择多个文件：Word、PDF（文字版或扫描件）、网页、文本、Markdown，以及责任清单 Excel。"
    "一个文件含有几部文件的，分别入库。同一文件再次导入不会重复；内容有改动的，成为该文件的一个新文本版本，旧文本保留。"
)


def draw() -> None:
    """Draw the page."""
    left, right = st.columns([1, 1], gap="large")
    with left:
        draw_heading("导入文件")
        draw_note(NOTE)
        draw_upload()
        _draw_warnings()
    with right:
        draw_heading("语料库")
        draw_totals(summaries())
        _draw_index()
    report: IngestReport | None = st.session_state.get("ingest_report")
    if report is not None:
        _draw_report(report)
    draw_heading("导入记录")
    draw_records(services().store.records(limit=200))


def _draw_index() -> None:
    try:
        indexed, total = indexed_versions(), len(summaries())
    except QuanzeError as error:
        show_problem(error)
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f'<div class="qz-line">检索索引：{total} 个文本版本中已编入 {indexed} 个</div>', width="stretch")
        pressed = st.button("更新索引", disabled=indexed == total, icon=":material/sync:")
    if pressed:
        st.button("停止", help="已编入的部分保留，下次从那里继续", key="stop_sync")
        sync_index()
        st.rerun()


def _draw_report(report: IngestReport) -> None:
    draw_heading("本次导入")
    draw_note(counts_words(report.records))
    if report.index_problem:
        st.html(f'<div class="qz-refusal">索引未更新：{escaped(report.index_problem)}</div>')
    draw_records(report.records)


def _draw_warnings() -> None:
    warned = sorted((s for s in summaries() if doubt_words(s)), key=lambda s: not s.incomplete)
    if not warned:
        return
    incomplete = sum(bool(summary.incomplete) for summary in warned)
    with st.expander(f"需留意的文本（{len(warned)}，其中可能不完整 {incomplete}）"):
        st.dataframe([_warning_row(summary) for summary in warned], hide_index=True)


def _warning_row(summary: VersionSummary) -> dict[str, str]:
    return {
        "文件": summary.instrument.title,
        "来源文件": summary.source.name,
        "可能不完整": "；".join(summary.incomplete),
        "需留意": "；".join(summary.warnings),
    }


if __name__ == "__main__":
    draw()
