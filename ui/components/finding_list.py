"""The findings on the page, counted and filtered, twenty at a time; ``?finding=ID`` shows one."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from duties import FindingKind, JudgedFinding, ReadText
from ui.components.downloads import draw_downloads
from ui.components.finding_card import draw_finding
from ui.components.finding_filter import draw_finding_filter, draw_kinds, narrowed
from ui.components.finding_review import draw_reviewer
from ui.components.heading import draw_heading
from ui.components.read_corpus import judged_findings, texts_by_version
from ui.components.rule_precision import draw_precision
from ui.exports import finding_table

PAGE = 20
ADDRESS = "finding"


def draw_findings(texts: Sequence[ReadText]) -> None:
    """Draw the filters, then one finding where the address names it, else the page of those that pass."""
    with st.sidebar:
        draw_reviewer()
        chosen = draw_finding_filter(texts)
    found = judged_findings()
    wanted = st.query_params.get(ADDRESS, "")
    if wanted:
        _draw_one(wanted, [one for one in found if one.fingerprint.startswith(wanted)])
    else:
        _draw_all(narrowed(found, chosen, texts_by_version()))


def _draw_one(wanted: str, fitting: Sequence[JudgedFinding]) -> None:
    st.button("返回全部发现", on_click=_forget_address, icon=":material/arrow_back:")
    if not fitting:
        st.warning("没有这个编号的发现：条文可能已经改动，或者链接来自另一个数据目录。")
        st.text(f"编号：{wanted}")
    for number, one in enumerate(fitting[:PAGE]):
        draw_finding(one, f"{one.id}_{number}")


def _forget_address() -> None:
    st.query_params.pop(ADDRESS, None)


def _draw_all(found: Sequence[JudgedFinding]) -> None:
    kinds = draw_kinds(found)
    shown = grouped([one for one in found if not kinds or one.finding.kind in kinds])
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        draw_downloads("发现", lambda: finding_table(shown), f"共 {len(shown)} 项发现")
        draw_precision()
    page = st.container()
    # Known by the number of pages: whoever rejects a finding stays on the page.
    pages = -(-len(shown) // PAGE)
    number = st.pagination(pages, key=f"finding_page_{pages}") if pages > 1 else 1
    with page:
        _draw_page(shown[(number - 1) * PAGE : number * PAGE])


def grouped(found: Sequence[JudgedFinding]) -> tuple[JudgedFinding, ...]:
    """The findings kind by kind, in the order of the table of kinds, else as they came."""
    order = {kind: position for position, kind in enumerate(FindingKind)}
    return tuple(sorted(found, key=lambda one: order[one.finding.kind]))


def _draw_page(shown: Sequence[JudgedFinding]) -> None:
    heading = None
    for number, one in enumerate(shown):
        if one.finding.kind is not heading:
            heading = one.finding.kind
            draw_heading(heading.chinese)
        draw_finding(one, f"{one.id}_{number}")
