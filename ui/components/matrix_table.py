"""The matrix matter × level (事项×层级) on the page: who leads in bold, an empty level shaded, each body a link."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from corpus import Level
from duties import Duty, Matrix, ReadText, Role, build_matrix
from ui.components.citation_link import provision_address
from ui.components.downloads import draw_downloads
from ui.components.heading import draw_note
from ui.components.markup import escaped
from ui.exports import matrix_table

PAGE = 40
OPEN = "层级未定"
HINT = "事项中的词，例如：网格员培训"
ONLY_SHARED = "只看由两个以上机构承担的事项"


def draw_matrix(texts: Sequence[ReadText]) -> None:
    """Draw the matrix of the duties of ``texts``, forty matters at a time."""
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    topic = left.text_input("事项", key="matrix_topic", placeholder=HINT, persist_state="session").strip()
    only_shared = right.toggle(ONLY_SHARED, value=True, key="matrix_shared", persist_state="session")
    matrix = build_matrix((duty for text in texts for duty in text.duties), topic)
    rows = tuple(row for row in matrix.rows if not only_shared or has_two_bodies(row.matter.duties))
    shown = Matrix(matrix.levels, rows)
    draw_downloads("事项层级矩阵", lambda: matrix_table(shown), f"共 {len(rows)} 个事项，粗体为牵头负责")
    if not rows:
        draw_note("没有符合条件的事项。")
        return
    table, pages = st.container(), -(-len(rows) // PAGE)
    number = st.pagination(pages, key=f"matrix_page_{pages}") if pages > 1 else 1
    table.html(matrix_html(Matrix(shown.levels, rows[(number - 1) * PAGE : number * PAGE])))


def has_two_bodies(duties: Iterable[Duty]) -> bool:
    """Whether more than one body stands in a matter: only there can work be divided or overlap."""
    return len({body for duty in duties for body in duty.bodies}) > 1


def matrix_html(matrix: Matrix) -> str:
    """The matrix as HTML, escaped."""
    heads = "".join(f"<th>{level.chinese if level else OPEN}</th>" for level in matrix.levels)
    lines = []
    for row in matrix.rows:
        cells = "".join(
            _cell_html(row.cells[level].duties if level in row.cells else (), level) for level in matrix.levels
        )
        lines.append(f"<tr><th>{escaped(row.matter.name)}</th>{cells}</tr>")
    head = f"<thead><tr><th>事项</th>{heads}</tr></thead>"
    return f'<div class="qz-scroll"><table class="qz-matrix">{head}<tbody>{"".join(lines)}</tbody></table></div>'


def _cell_html(duties: Sequence[Duty], level: Level | None) -> str:
    if not duties:
        # Only a level that stands empty is a gap; that no duty is left without a level is as it should be.
        return '<td class="gap"></td>' if level is not None else "<td></td>"
    entries: dict[tuple[str, Role], Duty] = {}
    for duty in duties:
        for body in duty.bodies or (duty.bearer,):
            entries.setdefault((body, duty.role), duty)
    return f"<td>{''.join(_entry_html(body, duty) for (body, _), duty in entries.items())}</td>"


def _entry_html(body: str, duty: Duty) -> str:
    name = f"<b>{escaped(body)}</b>" if duty.role is Role.LEAD else escaped(body)
    address = escaped(provision_address(duty.version_id, duty.eid))
    link = f'<a href="{address}" target="_blank" title="{escaped(duty.quote)}">{name}</a>'
    return f'<div>{link} <span class="role">{duty.role.chinese}</span></div>'
