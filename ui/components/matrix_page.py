"""The matrix on the page: topic, territory and filter above, the table forty matters at a time, the changes below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from corpus import Status
from duties import Duty, Matrix, Matter, build_matrix
from ui.components.choices import present_territories
from ui.components.downloads import draw_downloads
from ui.components.duty_filter import DutyFilter
from ui.components.heading import draw_note
from ui.components.home import CorpusKey, corpus_key, services, summaries, today
from ui.components.matrix_table import matrix_html
from ui.components.matter_editor import draw_editor
from ui.exports import matrix_provisions, matrix_table

PAGE = 40
ANYWHERE = "不限"
HINT = "例如：生活垃圾分类；多个主题用空格分开"
ONLY_SHARED = "只看由两个以上机构承担的事项"

MatterKey = tuple[CorpusKey, int, date]
"""State of the corpus, how many edits there are, the day."""


def draw_matrix(chosen: DutyFilter) -> None:
    """Draw the matrix of the duties that pass the filter."""
    topics, territory, only_shared = _draw_question()
    key = corpus_key(), len(services().matters.edits()), date.today()
    matrix = _matrix(key, topics, territory, chosen)
    rows = tuple(row for row in matrix.rows if not only_shared or has_two_bodies(row.matter.duties))
    shown = replace(matrix, rows=rows)
    words = f"共 {len(rows)} 个事项，粗体为牵头负责；只含今天有效的文本"
    draw_downloads("事项层级矩阵", lambda: matrix_table(shown), words, lambda: (matrix_provisions(shown),))
    for note in matrix.notes:
        st.caption(note)
    if not rows:
        draw_note("没有符合条件的事项。")
    else:
        page = _draw_table(shown)
        draw_editor([row.matter for row in page.rows])
        return
    draw_editor([])


def has_two_bodies(duties: Sequence[Duty]) -> bool:
    """Whether more than one body stands in a matter: only there can work be divided or overlap."""
    return len({body for duty in duties for body in duty.bodies}) > 1


def _draw_question() -> tuple[tuple[str, ...], str, bool]:
    left, middle, right = st.columns([3, 2, 2], vertical_alignment="bottom")
    written = left.text_input("主题", key="matrix_topic", placeholder=HINT, persist_state="session")
    # Of the summaries, not of the matters: those take seconds to group, and the question may be written meanwhile.
    places = present_territories(one.instrument for one in summaries() if one.status(today()) is Status.IN_FORCE)
    territory = middle.selectbox(
        "行政区域（含其上级与所辖）", [ANYWHERE, *places], key="matrix_territory", persist_state="session"
    )
    only_shared = right.toggle(ONLY_SHARED, value=False, key="matrix_shared", persist_state="session")
    topics = tuple(dict.fromkeys(written.replace("，", " ").replace("、", " ").split()))
    return topics, "" if territory == ANYWHERE else territory, only_shared


def _draw_table(matrix: Matrix) -> Matrix:
    """Draw one page of the matrix; what stands on it."""
    table, pages = st.container(), -(-len(matrix.rows) // PAGE)
    number = st.pagination(pages, key=f"matrix_page_{pages}") if pages > 1 else 1
    page = replace(matrix, rows=matrix.rows[(number - 1) * PAGE : number * PAGE])
    table.html(matrix_html(page))
    return page


@st.cache_resource(show_spinner="正在归并事项…", max_entries=8)
def _matrix(key: MatterKey, topics: tuple[str, ...], territory: str, chosen: DutyFilter) -> Matrix:
    board = services().matters
    if chosen == DutyFilter():
        return board.matrix(topics, territory)
    scope = board.scope(territory)
    return build_matrix(_narrowed(board.matters(), chosen), scope, topics)


def _narrowed(matters: Sequence[Matter], chosen: DutyFilter) -> tuple[Matter, ...]:
    texts = services().matters.texts()
    titles = {t.version.id for t in texts if not chosen.titles or t.instrument.title in chosen.titles}
    kept = (
        replace(m, members=tuple(x for x in m.members if x.duty.version_id in titles and chosen.keeps(x.duty)))
        for m in matters
    )
    return tuple(matter for matter in kept if matter.members)
