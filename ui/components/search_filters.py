"""The filters beside the question: 层级, 文件类型, 地区, 文件, 时间点."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from corpus import Instrument
from index import SearchFilters
from ui.components.choices import choose, level_word, present_kinds, present_levels, present_territories
from ui.components.heading import draw_heading

FIRST_DAY = date(1949, 10, 1)
LAST_DAY = date(2099, 12, 31)


def draw_filters(instruments: Sequence[Instrument]) -> SearchFilters:
    """Draw the filters with only such choices as the corpus has; nothing chosen means no limit."""
    draw_heading("检索范围")
    levels = choose("层级", present_levels(instruments), "ask_levels", level_word)
    kinds = choose("文件类型", present_kinds(instruments), "ask_kinds", lambda kind: kind.value)
    territories = choose("地区", present_territories(instruments), "ask_territories", str)
    titles = choose("文件", sorted({instrument.title for instrument in instruments}), "ask_titles", str)
    as_of = st.date_input(
        "时间点（默认今天）",
        value=None,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        format="YYYY-MM-DD",
        key="ask_as_of",
        persist_state="session",
        help="只引用在这一天有效的条文",
    )
    return SearchFilters(levels, kinds, territories, titles, as_of)
