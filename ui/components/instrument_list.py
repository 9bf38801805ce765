"""The list of instruments with its filters; choosing a row opens the text in force, or the newest."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from corpus import Status, VersionSummary
from ui.components.choices import choose, level_word, present_kinds, present_levels, present_territories
from ui.components.day import draw_day, reading_day
from ui.components.doubts import doubt_words
from ui.components.home import services
from ui.components.version_list import versions_by_instrument

KEY = "browse_list"
ROW = 32
"""Height of a row in pixels."""
WIDE = {
    "文件": st.column_config.TextColumn(width=380),
    "提示": st.column_config.TextColumn(width=92),
    "文号": st.column_config.TextColumn(width=190),
    "公布日期": st.column_config.DateColumn(format="YYYY-MM-DD"),
    "施行日期": st.column_config.DateColumn(format="YYYY-MM-DD"),
}
NARROW = ("文件",)


def draw_list_filter() -> tuple[VersionSummary, ...]:
    """Draw the filters; one text for each instrument that passes: the one a reader wants first."""
    everything = services().store.instruments()
    words = st.text_input("文件名称", key="browse_title", placeholder="名称中的文字", persist_state="session")
    kinds = choose("文件类型", present_kinds(everything), "browse_kinds", lambda kind: kind.value)
    levels = choose("层级", present_levels(everything), "browse_levels", level_word)
    territories = choose("地区", present_territories(everything), "browse_territories", str)
    draw_day()
    versions = versions_by_instrument()
    return tuple(
        opening_version(versions[instrument.id])
        for instrument in everything
        if all(word in instrument.title for word in words.split())
        and (not kinds or instrument.kind in kinds)
        and (not levels or instrument.level in levels)
        and (not territories or instrument.territory.name in territories)
    )


def draw_instruments(shown: Sequence[VersionSummary], narrow: bool) -> None:
    """Draw the list: beside an open text only the names, else with the facts one chooses by."""
    frame = pd.DataFrame([_row(summary) for summary in shown], columns=list(_COLUMNS))
    st.dataframe(
        frame,
        hide_index=True,
        height=min(420 if narrow else 720, ROW * (len(shown) + 1) + 6),
        row_height=ROW,
        key=KEY,
        on_select=lambda: _open(shown),
        selection_mode="single-row",
        column_order=NARROW if narrow else None,
        column_config=WIDE if not narrow else None,
        placeholder="",
    )


_COLUMNS = ("文件", "时效", "提示", "类型", "层级", "地区", "文号", "公布日期", "施行日期", "条")


def _row(summary: VersionSummary) -> dict[str, object]:
    instrument = summary.instrument
    return {
        "文件": instrument.title,
        "时效": summary.status(reading_day()).value,
        "提示": doubt_words(summary) or None,
        "类型": instrument.kind.value,
        "层级": instrument.level.chinese,
        "地区": instrument.territory.name,
        "文号": instrument.document_number or None,
        "公布日期": summary.dates.promulgated_on,
        "施行日期": summary.dates.effective_on,
        "条": summary.articles or None,
    }


def _open(shown: Sequence[VersionSummary]) -> None:
    rows = st.session_state[KEY].selection.rows
    if rows:
        st.query_params.from_dict({"v": shown[rows[0]].id})


def opening_version(versions: Sequence[VersionSummary]) -> VersionSummary:
    """Of an instrument's versions, newest first: the one in force on the day chosen, else the newest."""
    holding = [summary for summary in versions if summary.status(reading_day()) is Status.IN_FORCE]
    return (holding or list(versions))[0]
