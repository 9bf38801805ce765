"""How far each rule has proved right (规则准确率), by what reviewers decided so far."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from duties import ENOUGH, RulePrecision
from ui.components.heading import draw_note
from ui.components.home import services

NOTE = f"一类发现审核满 {ENOUGH} 项以后，卡片上的置信度改用审核得出的准确率；此前用规则的估计。"
HEADS = ("类别", "确认", "驳回", "准确率", "规则估计")


def draw_precision() -> None:
    """Draw the panel behind a button."""
    popover = st.popover("规则准确率", key="precision", on_change="rerun", width="content")
    if popover.open:
        with popover:
            st.html(precision_html(services().reviewing.precision().values()))
            draw_note(NOTE)


def precision_html(kinds: Iterable[RulePrecision]) -> str:
    """One line for each kind."""
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in _cells(one))}</tr>" for one in kinds)
    heads = "".join(f"<th>{head}</th>" for head in HEADS)
    return f'<table class="qz-precision"><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>'


def _cells(one: RulePrecision) -> tuple[str, ...]:
    share = "—" if one.share is None else f"{one.share:.0%}（{one.decided} 项）"
    return one.kind.chinese, str(one.confirmed), str(one.rejected), share, f"{one.kind.traits.confidence:.0%}"
