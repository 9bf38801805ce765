"""条文浏览: the instruments, and one text with its outline. ``?v=<version>&eid=<eid>`` opens a provision.

``&old=<version>`` sets another text of the instrument beside it.
"""

from __future__ import annotations

import streamlit as st

from corpus import Version, VersionSummary
from ui.components.citation_link import copy_button
from ui.components.column_mapping import columns_of, draw_columns
from ui.components.comparison import draw_comparison, draw_comparison_choice
from ui.components.day import reading_day
from ui.components.description_panel import draw_description
from ui.components.doubts import doubts_html
from ui.components.facts import day_words, facts_html
from ui.components.heading import draw_note
from ui.components.home import read_version, services, summaries, summary_of, today
from ui.components.instrument_list import draw_instruments, draw_list_filter
from ui.components.markup import escaped
from ui.components.outline import outline_html, read_outline
from ui.components.provision_text import text_html
from ui.components.reference_list import draw_reference_popovers
from ui.components.relation_list import draw_policy_sets, draw_relations
from ui.components.remark_marks import remark_list_html
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
        _draw_chosen(summary, eid)
        return
    if wanted:
        st.warning("语料库中没有这个文本版本，链接可能来自另一个数据目录。请在下面按名称查找。")
    draw_instruments(shown, narrow=False)
    draw_policy_sets()


def _draw_chosen(summary: VersionSummary, eid: str) -> None:
    older = summary_of(st.query_params.get("old", ""))
    _draw_head(summary, is_compared=older is not None)
    if older is not None and older.instrument.id == summary.instrument.id:
        draw_comparison(older, summary)
    else:
        _draw_text(summary, read_version(summary.id), eid)


def _draw_text(summary: VersionSummary, version: Version, eid: str) -> None:
    found = next((p.eid for p in version.provisions if p.eid == eid), "")
    if eid and not found:
        st.warning("这个文本中没有链接所指的条文，可能已被后来的修改删去。")
    as_written = _draw_more(summary, version, found)
    outline, text = st.columns([1, 3], gap="medium") if read_outline(version) else (None, st)
    if outline is not None:
        outline.html(outline_html(version, summary.instrument.title, found))
    text.html(text_html(version, summary.instrument.title, found, as_written))


def _draw_head(summary: VersionSummary, is_compared: bool) -> None:
    title, day = summary.instrument.title, reading_day()
    button = copy_button(f"《{title}》", "复制名称")
    when = f'<span class="qz-line">（{day_words(day)}）</span>' if day != today() else ""
    st.html(f'<div class="qz-title">{escaped(title)} {status_tag(summary.status(day))}{when}{button}</div>')
    if not is_compared:
        st.html(facts_html(summary))
        doubts = doubts_html(summary)
        if doubts:
            st.html(doubts)


def _draw_lists(summary: VersionSummary, version: Version) -> None:
    relations = st.popover("关系与文件集", width="content", key="relations", on_change="rerun")
    if relations.open:  # read through the whole corpus, so only when somebody asks
        with relations:
            draw_relations(summary)
    columns = columns_of(version)
    if columns:
        with st.popover(f"清单列（{len(columns)}）", width="content"):
            draw_columns(version, columns)


def _draw_more(summary: VersionSummary, version: Version, eid: str) -> bool:
    """Draw what can be opened beside the text; whether the characters of the source are to be shown."""
    source = summary.source
    with st.container(horizontal=True, gap="small"):
        with st.popover("著录与更正", width="content"):
            draw_description(summary)
        _draw_lists(summary, version)
        with st.popover(f"历次文本（{len(versions_by_instrument()[summary.instrument.id])}）"):
            draw_versions(summary)
        draw_comparison_choice(summary)
        draw_reference_popovers(summary, eid)
        if version.remarks:
            with st.popover(f"附注（{len(version.remarks)}）", width="content"):
                st.html(remark_list_html(version, summary.instrument.title))
        st.download_button(
            "下载原件",
            data=lambda: services().store.original(summary.id),
            file_name=source.name,
            mime=source.media_type,
            on_click="ignore",
            icon=":material/download:",
        )
        return bool(version.original_text) and st.toggle("显示原文字形", key="as_written")


if __name__ == "__main__":
    draw()
