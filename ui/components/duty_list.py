"""The duty table on the page, a thousand at a time: every row opens its provision."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from duties import ReadText
from ui.components.citation_link import provision_address
from ui.components.downloads import draw_downloads
from ui.components.duty_order import AS_READ, ordered
from ui.exports import duty_table
from ui.exports.duty_table import HEADER, duty_row

PAGE = 1000
"""A browser is quick with so many rows, and no more are named and written than are shown."""
COLUMNS = {
    "打开": st.column_config.LinkColumn("打开", display_text="条文", width=56),
    "文件": st.column_config.TextColumn(width=195),
    "条款": st.column_config.TextColumn(width=165),
    "承担主体": st.column_config.TextColumn(width=190),
    "层级": st.column_config.TextColumn(width=110),
    "职责类型": st.column_config.TextColumn(width=84),
    "规范词": st.column_config.TextColumn(width=64),
    "事项": st.column_config.TextColumn(width=230),
    "条件": st.column_config.TextColumn(width=190),
    "时限": st.column_config.TextColumn(width=130),
    "相对机关": st.column_config.TextColumn(width=170),
    "原文": st.column_config.TextColumn(width=420),
}


def draw_duties(texts: Sequence[ReadText], order: str = AS_READ) -> None:
    """Draw the duties of ``texts`` in this order, with their downloads."""
    duties = ordered([(text, duty) for text in texts for duty in text.duties], order)
    draw_downloads("职责", lambda: duty_table(texts), f"共 {len(duties)} 项职责")
    place, pages = st.container(), -(-len(duties) // PAGE)
    number = st.pagination(pages, key=f"duty_page_{len(duties)}") if pages > 1 else 1
    shown = duties[(number - 1) * PAGE : number * PAGE]
    rows = [duty_row(duty, text.version, text.instrument.title) for text, duty in shown]
    frame = pd.DataFrame(rows, columns=list(HEADER)).drop(columns=["机构", "行为"])
    frame.insert(0, "打开", [provision_address(text.version.id, duty.eid) for text, duty in shown])
    place.dataframe(frame, hide_index=True, height=620, row_height=32, column_config=COLUMNS, placeholder="")
