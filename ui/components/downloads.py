"""The downloads of a table: csv and xlsx, written only when a person asks for one."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ui.components.markup import escaped
from ui.exports import Table, write_csv, write_xlsx

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw_downloads(
    name: str, table: Callable[[], Table], words: str, more: Callable[[], tuple[Table, ...]] = tuple
) -> None:
    """Draw ``words`` (how many rows) with both buttons in one line; ``table`` is made when one is pressed.

    The workbook has ``more`` as further sheets.
    """
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.html(f'<div class="qz-line">{escaped(words)}</div>', width="stretch")
        _button("下载 CSV", lambda: write_csv(table()), f"{name}.csv", "text/csv")
        _button("下载 Excel", lambda: write_xlsx(table(), *more()), f"{name}.xlsx", XLSX)


def _button(label: str, write: Callable[[], bytes], name: str, media_type: str) -> None:
    st.download_button(
        label,
        data=write,
        file_name=name,
        mime=media_type,
        on_click="ignore",
        icon=":material/download:",
        key=f"download_{name}",
    )
