"""Changing matters (调整事项): merge, split, rename, undo; and why each duty of a matter stands in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from corpus import EditAction, MatterEdit, QuanzeError, cite, standing_edits
from duties import Matter, Member, fingerprint
from ui.components.citation_link import provision_address
from ui.components.home import services, show_problem

COLUMNS = {
    "打开": st.column_config.LinkColumn("打开", display_text="条文", width=56),
    "归入理由": st.column_config.TextColumn(width=300),
    "原文": st.column_config.TextColumn(width=420),
}
_LAST = 20


def draw_editor(matters: Sequence[Matter]) -> None:
    """Draw the controls for the matters on the page, and what was changed so far."""
    edits = services().matters.edits()
    with st.expander("调整事项：合并、拆出、改名，查看归入理由", icon=":material/edit:"):
        _say_problem()
        by = st.text_input("修改人", key="matter_by", placeholder="姓名，记入修改历史", persist_state="session").strip()
        by_id = {matter.id: matter for matter in matters}
        chosen = st.multiselect(
            "事项",
            list(by_id),
            format_func=lambda one: f"{by_id[one].name}（{len(by_id[one].members)} 项）",
            key="matter_chosen",
            placeholder="选一个：改名、拆出；选两个以上：合并",
            select_all=False,
        )
        if len(chosen) > 1:
            _draw_merge(chosen, by_id[chosen[0]].name, by)
        elif chosen:
            _draw_one(by_id[chosen[0]], by)
        _draw_history(edits, by)


def _draw_merge(chosen: list[str], name: str, by: str) -> None:
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    written = left.text_input("合并后的名称", value=name, key=f"merge_name_{'_'.join(chosen)}")
    merge = partial(services().matters.merge, chosen, written, by)
    right.button("合并", on_click=_change, args=(merge,), type="primary")


def _draw_one(matter: Matter, by: str) -> None:
    st.caption(matter.why)
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    written = left.text_input("名称", value=matter.name, key=f"rename_{matter.id}")
    rename = partial(services().matters.rename, matter.id, written, by)
    right.button("改名", on_click=_change, args=(rename,))
    event = st.dataframe(
        _frame(matter.members),
        hide_index=True,
        column_config=COLUMNS,
        on_select="rerun",
        selection_mode="multi-row",
        key=f"duties_{matter.id}",
    )
    picked = [fingerprint(matter.members[at].duty) for at in event.selection.rows if at < len(matter.members)]
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    first = matter.members[event.selection.rows[0]].label if picked else ""
    key = f"split_{matter.id}_{len(picked)}"
    name = left.text_input("拆出为新事项的名称", value=first, key=key, disabled=not picked)
    right.button(
        f"拆出所选 {len(picked)} 项",
        on_click=_change,
        args=(partial(services().matters.split, matter.id, picked, name, by),),
        disabled=not picked,
    )


def _frame(members: Sequence[Member]) -> pd.DataFrame:
    versions = {text.version.id: text.version for text in services().matters.texts()}
    rows = [
        {
            "打开": provision_address(m.duty.version_id, m.duty.eid),
            "条款": cite(m.duty.doc, m.duty.eid, versions.get(m.duty.version_id)),
            "承担主体": m.duty.bearer,
            "事项": m.duty.matter,
            "归入理由": m.reason.chinese,
            "原文": m.duty.quote,
        }
        for m in members
    ]
    return pd.DataFrame(rows)


def _draw_history(edits: Sequence[MatterEdit], by: str) -> None:
    made = [edit for edit in edits if edit.action is not EditAction.UNDO]
    if not made:
        return
    standing = {edit.sequence for edit in standing_edits(tuple(edits))}
    st.markdown("**修改记录**")
    for edit in reversed(made[-_LAST:]):
        left, right = st.columns([5, 1], vertical_alignment="center")
        left.text(_words(edit) + ("" if edit.sequence in standing else "（已撤销）"))
        if edit.sequence in standing:
            undo = partial(services().matters.undo, edit.sequence, by)
            right.button("撤销", key=f"undo_{edit.sequence}", on_click=_change, args=(undo,))


def _words(edit: MatterEdit) -> str:
    when = f"{edit.at:%Y-%m-%d %H:%M}" if edit.at is not None else ""
    named = f"“{edit.name}”" if edit.name else ""
    return "　".join(filter(None, (when, edit.by or "未署名", edit.action.value, named, f"{len(edit.duties)} 项职责")))


def _change(change: Callable[[], object]) -> None:
    """Make the change before the page is drawn again; what went wrong is told when it is."""
    try:
        change()
        st.session_state["matter_chosen"] = []
    except QuanzeError as error:
        st.session_state["matter_problem"] = error


def _say_problem() -> None:
    problem = st.session_state.pop("matter_problem", None)
    if isinstance(problem, QuanzeError):
        show_problem(problem)
