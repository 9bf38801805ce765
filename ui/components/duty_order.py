"""In what order the duty table stands, over all its pages: a click on a column's head sorts the page that is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from duties import Duty, Modality, ReadText, Role

Row = tuple[ReadText, Duty]
AS_READ = "文件和条款"
_ROLES, _MODALITIES = tuple(Role), tuple(Modality)
_KEYS: Mapping[str, Callable[[Duty], tuple[object, ...]]] = {
    "承担主体": lambda duty: (duty.bearer,),
    "层级": lambda duty: tuple(sorted(level.depth for level in duty.levels)),
    "职责类型": lambda duty: (_ROLES.index(duty.role),),
    "规范词": lambda duty: (_MODALITIES.index(duty.modality),),
    "事项": lambda duty: (duty.matter,) if duty.matter else (),
    "时限": lambda duty: (duty.time_limit,) if duty.time_limit else (),
    "相对机关": lambda duty: tuple(other.words for other in duty.counterparts),
}
ORDERS = (AS_READ, *_KEYS)


def draw_order() -> str:
    """Draw the choice of the order."""
    return st.selectbox(
        "排序", ORDERS, key="duty_order", help="对全部职责排序，不限于当前一页", persist_state="session"
    )


def ordered(rows: Sequence[Row], by: str) -> Sequence[Row]:
    """The rows by one of ``ORDERS``: those that have nothing there come last, equal ones as they stand in the texts."""
    key = _KEYS.get(by)
    if key is None:
        return rows
    filled = [row for row in rows if key(row[1])]
    return [*sorted(filled, key=lambda row: key(row[1])), *(row for row in rows if not key(row[1]))]
