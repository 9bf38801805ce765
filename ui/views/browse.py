"""条文浏览: the instruments, and one text with its outline. ``?v=<version>&eid=<eid>`` opens a provision."""

from __future__ import annotations

import streamlit as st

from corpus import Version, VersionSummary
from ui.components.citation_link import copy_button
from ui.components.facts import facts_html
from ui.components.heading import draw_note
from ui.components.home import services, summaries, summary_of, today
from ui.components.instrument_list import draw_instruments, draw_list_filter
from ui.components.markup import escaped
from ui.components.outline import outline_html, read_outline
from ui.components.provision_text import text_html
from ui.components.reference_list import draw_references, references_in
from ui.components.status_tag import status_tag
from ui.components.version_list import draw_versions, versions_by_instrument


def draw() -> None:
    """Draw the page."""
    if not summaries():
        st.info("语料库还是空的。请先到“语料管理”导入法规和政策文件。")
        return
    wanted, eid = st.query_params.get("v", ""), st.query_params.get("eid", "")
    summary = summary_of(wanted)
    with st.sidebar:
        shown = draw_list_filter()
        draw_note(f"共 {len(shown)} 部文件")
        if summary is not None:
            draw_instruments(shown, narrow=True)
    if summary is not None:
        _draw_text(summary, _version(wanted), eid)
        return
    if wanted:
        st.warning("语料库中没有这个文本版本，链接可能来自另一个数据目录。请在下面按名称查找。")
    draw_instruments(shown, narrow=False)


@st.cache_data(show_spinner="正在读取文本…", max_entries=32)
def _version(version_id: str) -> Version:
    return services().store.version(version_id)


def _draw_text(summary: VersionSummary, version: Version, eid: str) -> None:
    _draw_head(summary)
    found = next((p.eid for p in version.provisions if p.eid == eid), "")
    if eid and not found:
        st.warning("这个文本中没有链接所指的条文，可能已被后来的修改删去。")
    _draw_more(summary, version, found)
    outline, text = st.columns([1, 3], gap="medium") if read_outline(version) else (None, st)
    if outline is not None:
        outline.html(outline_html(version, summary.instrument.title, found))
    text.html(text_html(version, summary.instrument.title, found))


def _draw_head(summary: VersionSummary) -> None:
    title = summary.instrument.title
    button = copy_button(f"《{title}》", "复制名称")
    st.html(f'<div class="qz-title">{escaped(title)} {status_tag(summary.status(today()))}{button}</div>')
    st.html(facts_html(summary))
    for warning in summary.warnings:
        with st.container(key=f"warning_{hash(warning)}"):
            st.html(f'<div class="qz-refusal">需留意：{escaped(warning)}</div>')


def _draw_more(summary: VersionSummary, version: Version, eid: str) -> None:
    source = summary.source
    references = len(references_in(version, eid))
    with st.container(horizontal=True, gap="small"):
        with st.popover(f"历次文本（{len(versions_by_instrument()[summary.instrument.id])}）"):
            draw_versions(summary)
        with st.popover(f"{'本条' if eid else '全文'}引用（{references}）", width="content"):
            draw_references(version, summary.instrument.title, eid)
        st.download_button(
            "下载原件",
            data=lambda: services().store.original(summary.id),
            file_name=source.name,
            mime=source.media_type,
            on_click="ignore",
            icon=":material/download:",
        )


if __name__ == "__main__":
    draw()
