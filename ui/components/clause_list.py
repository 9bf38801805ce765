"""Kinds of clause (条款构成) on the page: texts, levels or places with the shares of their sentences, sortable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from duties import ClauseKind, ClauseText
from ui.components.choices import choose, level_word, present_kinds, present_levels, present_territories
from ui.components.clause_sentences import draw_sentences
from ui.components.downloads import draw_downloads
from ui.components.heading import draw_note
from ui.exports import Table, clause_table, clause_totals

KEY = "clause_texts"
TEXTS, TOTALS = "按文件", "按层级、类型、地区"
ROW = 32
SHARE = "占比（%）"


def draw_clauses(texts: Sequence[ClauseText]) -> None:
    """Draw the table of the texts that pass the filters, and the sentences of the one that is chosen in it."""
    with st.sidebar:
        shown = _filtered(texts)
    if not shown:
        draw_note("没有符合条件的文件。")
        return
    by = st.segmented_control("分组", (TEXTS, TOTALS), default=TEXTS, required=True, label_visibility="collapsed")
    sentences = sum(text.shares.total for text in shown)
    table = clause_table(shown) if by == TEXTS else clause_totals(shown)
    draw_downloads("条款构成", lambda: table, f"共 {len(shown)} 件文件，{sentences} 句")
    if by == TOTALS:
        _draw_table(table, "clause_totals")
        return
    chosen = _draw_table(table, KEY)
    if chosen:
        draw_sentences(shown[chosen[0]])
    else:
        draw_note("选中一行，逐句查看该文件的条款类型。")


def _filtered(texts: Sequence[ClauseText]) -> tuple[ClauseText, ...]:
    instruments = [text.instrument for text in texts]
    words = st.text_input("文件名称", key="clause_title", placeholder="名称中的文字", persist_state="session")
    kinds = choose("文件类型", present_kinds(instruments), "clause_kinds", lambda kind: kind.value)
    levels = choose("层级", present_levels(instruments), "clause_levels", level_word)
    territories = choose("地区", present_territories(instruments), "clause_territories", str)
    return tuple(
        text
        for text in texts
        if all(word in text.instrument.title for word in words.split())
        and (not kinds or text.instrument.kind in kinds)
        and (not levels or text.instrument.level in levels)
        and (not territories or text.instrument.territory.name in territories)
    )


def _draw_table(table: Table, key: str) -> Sequence[int]:
    """The shares as bars, a click on a head sorts; the rows that are chosen."""
    shares = as_shares(table)
    frame = pd.DataFrame(list(shares.rows), columns=list(shares.header))
    bars = {
        kind.value: st.column_config.ProgressColumn(kind.value, format="%d%%", min_value=0, max_value=100, width=78)
        for kind in ClauseKind
    }
    names = {name: st.column_config.TextColumn(width=250) for name in ("文件", "分组")}
    st.dataframe(
        frame,
        hide_index=True,
        height=min(460, ROW * (len(frame) + 1) + 6),
        row_height=ROW,
        column_config={**names, **bars},
        key=key,
        on_select="rerun" if key == KEY else "ignore",
        selection_mode="single-row",
        placeholder="",
    )
    return tuple(st.session_state[KEY].selection.rows) if key == KEY else ()


def as_shares(table: Table) -> Table:
    """The table with the shares alone, each under its kind's name: counts stay in the download."""
    counted = {kind.value for kind in ClauseKind}
    kept = [place for place, name in enumerate(table.header) if name not in counted]
    header = tuple(table.header[place].removesuffix(SHARE) for place in kept)
    return replace(table, header=header, rows=tuple(tuple(row[place] for place in kept) for row in table.rows))
