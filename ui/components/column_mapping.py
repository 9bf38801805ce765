"""The columns of a responsibility list (清单列): what each is taken for, which a person may correct."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from corpus import Claim, ClaimSource, ColumnRole, QuanzeError, Version, roles_of
from ui.components.heading import draw_note
from ui.components.home import services, show_problem

FIELD = "column"
USES = [role.chinese for role in ColumnRole]
NOTE = "职责由“事项”“牵头单位”“责任单位”“配合单位”等列读出。识别有误时在“用途”里改正并保存。"


def columns_of(version: Version) -> tuple[str, ...]:
    """The names of the columns of the version's lists, in the order of the text."""
    return tuple(dict.fromkeys(name for provision in version.provisions for name, _ in provision.cells))


def draw_columns(version: Version, columns: Sequence[str]) -> None:
    """Draw the table of columns and the button that keeps what was changed in it."""
    claims = services().store.claims(version.id)
    roles = roles_of(version, claims)
    rows = column_rows(version, columns, roles)
    config = {
        "用途": st.column_config.SelectboxColumn(
            options=[role.chinese for role in ColumnRole], required=True, width=110
        ),
        "列名": st.column_config.TextColumn(width=180),
        "例": st.column_config.TextColumn(width=320),
    }
    frame = pd.DataFrame(rows, columns=["列名", "用途", "例"])
    edited = st.data_editor(
        frame, hide_index=True, disabled=["列名", "例"], column_config=config, key=f"columns_{version.id}"
    )
    draw_note(NOTE)
    is_corrected = any(c.field == FIELD and c.source is ClaimSource.USER for c in claims)
    with st.container(horizontal=True, gap="small"):
        saved = st.button("保存列用途", type="primary", key=f"save_columns_{version.id}")
        withdrawn = st.button("恢复识别结果", disabled=not is_corrected, key=f"withdraw_columns_{version.id}")
    if saved or withdrawn:
        chosen = dict(zip(edited["列名"], edited["用途"], strict=True))
        lines = "" if withdrawn else column_lines(chosen, roles_of(version))
        _change(version.id, lines, is_withdrawn=not lines)


def column_rows(version: Version, columns: Sequence[str], roles: Mapping[str, ColumnRole]) -> list[dict[str, str]]:
    """Each column with its role and its first value."""
    first: dict[str, str] = {}
    for provision in version.provisions:
        for name, value in provision.cells:
            if value.strip():
                first.setdefault(name, value.strip())
    return [
        {"列名": name, "用途": roles.get(name, ColumnRole.NONE).chinese, "例": first.get(name, "")} for name in columns
    ]


def column_lines(chosen: Mapping[str, str], known: Mapping[str, ColumnRole]) -> str:
    """What a person says otherwise than the names themselves, as the corpus takes it: 列名=用途 on each line.

    >>> column_lines({"承办": "牵头单位", "序号": "序号"}, {"序号": ColumnRole.NUMBER})
    '承办=牵头单位'
    """
    changed = {name: use for name, use in chosen.items() if use != known.get(name, ColumnRole.NONE).chinese}
    return "\n".join(f"{name}={use}" for name, use in changed.items())


def _change(version_id: str, lines: str, is_withdrawn: bool) -> None:
    try:
        if is_withdrawn:
            services().withdraw(version_id, FIELD)
        else:
            services().correct(version_id, Claim(FIELD, lines, ClaimSource.USER, "用户更正"))
    except QuanzeError as error:
        show_problem(error)
    else:
        st.rerun()
