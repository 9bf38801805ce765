"""Description (著录): every field with its value, where it was read and in which words; a person may correct it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from corpus import (
    FIELDS,
    Claim,
    ClaimSource,
    Level,
    NormKind,
    QuanzeError,
    RelationKind,
    VersionSummary,
    resolve_claim,
    resolve_many,
)
from ui.components.heading import draw_note
from ui.components.home import services, show_problem

SOURCES = {
    ClaimSource.USER: "用户更正",
    ClaimSource.HISTORY: "题注",
    ClaimSource.TITLE_PAGE: "标题页",
    ClaimSource.TEXT: "正文",
    ClaimSource.FILE_NAME: "文件名",
    ClaimSource.DEFAULT: "推定",
}
COLUMNS = {
    "项目": st.column_config.TextColumn(width=96),
    "内容": st.column_config.TextColumn(width=190),
    "采用": st.column_config.TextColumn(width=48),
    "来源": st.column_config.TextColumn(width=72),
    "原文": st.column_config.TextColumn(width=200),
    "规则": st.column_config.TextColumn(width=110),
}
EDITED = tuple(field for field in FIELDS if field != "column")
"""The columns of a list are corrected beside the list's own columns."""
NOTE = "更正优先于读取结果，永久保留，可随时撤销。文件类型、行政区域、层级的更正对该文件的各个文本都有效。"
_LINES = {*RelationKind}


def draw_description(summary: VersionSummary) -> None:
    """Draw the table of claims and, below it, the form."""
    claims = services().store.claims(summary.id)
    rows = claim_rows(claims)
    height = min(420, 33 * (len(rows) + 1) + 6)
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    st.dataframe(frame, hide_index=True, column_config=COLUMNS, placeholder="", height=height, row_height=32)
    draw_note(NOTE)
    _draw_form(summary.id, claims)


def claim_rows(claims: Sequence[Claim]) -> list[dict[str, str]]:
    """The claims field by field, the one that holds first, in the words of people."""
    ordered = sorted((c for c in claims if c.field in EDITED), key=lambda c: (EDITED.index(c.field), c.source))
    return [_row(claim, claims) for claim in ordered]


def _row(claim: Claim, claims: Sequence[Claim]) -> dict[str, str]:
    return {
        "项目": FIELDS[claim.field],
        "内容": value_words(claim.field, claim.value),
        "采用": "采用" if _holds(claim, claims) else "",
        "来源": SOURCES[claim.source],
        "原文": claim.quote,
        "规则": claim.rule,
    }


def _holds(claim: Claim, claims: Sequence[Claim]) -> bool:
    if claim.field in _LINES:
        return set(claim.value.splitlines()) <= set(resolve_many(claims, claim.field))
    best = min((c.source for c in claims if c.field == claim.field), default=claim.source)
    return claim.source is best and claim.value == resolve_claim(claims, claim.field)


def value_words(field: str, value: str) -> str:
    """A value as people read it: a level by its word, an empty one said to be so.

    >>> value_words("level", "municipal"), value_words("repealed_on", "")
    ('市级', '（空）')
    """
    if field == "level":
        return Level(value).chinese
    return "、".join(value.splitlines()) or "（空）"


def _draw_form(version_id: str, claims: Sequence[Claim]) -> None:
    field = st.selectbox("更正项目", EDITED, format_func=FIELDS.__getitem__, key=f"field_{version_id}")
    value = _draw_value(field, current_value(field, claims), f"value_{version_id}_{field}")
    is_corrected = any(c.field == field and c.source is ClaimSource.USER for c in claims)
    with st.container(horizontal=True, gap="small"):
        saved = st.button("保存更正", type="primary", key=f"save_{version_id}")
        withdrawn = st.button("撤销更正", disabled=not is_corrected, key=f"withdraw_{version_id}")
    if saved or withdrawn:
        _change(version_id, None if withdrawn else Claim(field, value, ClaimSource.USER, "用户更正"), field)


def current_value(field: str, claims: Sequence[Claim]) -> str:
    """What stands in the field now."""
    return "\n".join(resolve_many(claims, field)) if field in _LINES else resolve_claim(claims, field)


def _draw_value(field: str, current: str, key: str) -> str:
    if field in ("kind", "level"):
        options = [kind.value for kind in NormKind] if field == "kind" else [level.value for level in Level]
        place = options.index(current) if current in options else 0
        words = str if field == "kind" else lambda value: value_words("level", value)
        return str(st.selectbox("内容", options, index=place, format_func=words, key=key))
    if field in _LINES:
        return st.text_area("内容（每行一个文件名称）", value=current, key=key)
    hint = "2024-05-01" if field.endswith("_on") else None
    return st.text_input("内容", value=current, placeholder=hint, key=key)


def _change(version_id: str, claim: Claim | None, field: str) -> None:
    try:
        if claim is None:
            services().withdraw(version_id, field)
        else:
            services().correct(version_id, claim)
    except QuanzeError as error:
        show_problem(error)
    else:
        st.rerun()
