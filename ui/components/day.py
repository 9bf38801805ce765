"""The day (时间点) on which 条文浏览 judges what is in force: the one that the reader chose, else today."""

from __future__ import annotations

from datetime import date

import streamlit as st

from ui.components.home import today
from ui.components.search_filters import FIRST_DAY, LAST_DAY

KEY = "browse_as_of"


def draw_day() -> None:
    """Draw the choice."""
    st.date_input(
        "时间点（默认今天）",
        value=None,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        format="YYYY-MM-DD",
        key=KEY,
        persist_state="session",
        help="时效按这一天判断；列表打开这一天有效的文本",
    )


def reading_day() -> date:
    """The day chosen, or today."""
    chosen: date | None = st.session_state.get(KEY)
    return chosen or today()
