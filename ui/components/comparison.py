"""Two texts side by side (新旧对照): provision by provision, what was struck out and what was put in marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from corpus import ChangeKind, ComparedText, ProvisionChange, Version, VersionSummary, compare_versions
from ui.components.citation_link import provision_address
from ui.components.day import reading_day
from ui.components.downloads import draw_downloads
from ui.components.home import read_version
from ui.components.layers import Layer, layered
from ui.components.markup import escaped
from ui.components.status_tag import status_tag
from ui.components.version_list import version_words, versions_by_instrument
from ui.exports import comparison_table

_CLASS = {
    ChangeKind.SAME: "same",
    ChangeKind.MOVED: "moved",
    ChangeKind.CHANGED: "changed",
    ChangeKind.ADDED: "added",
    ChangeKind.DELETED: "deleted",
}
NOTHING = "所选范围内没有变动。"


def draw_comparison_choice(summary: VersionSummary) -> None:
    """Draw the choice of another text of the instrument; choosing one opens the comparison."""
    others = [other for other in versions_by_instrument()[summary.instrument.id] if other.id != summary.id]
    if not others:
        return
    with st.popover("新旧对照"):
        chosen = st.selectbox("与哪个文本对照", others, format_func=version_words, key=f"compare_{summary.id}")
        if st.button("对照", type="primary", key="open_comparison"):
            older, newer = sorted((summary, chosen), key=lambda s: s.interval.starts_on)
            st.query_params.from_dict({"v": newer.id, "old": older.id})
            st.rerun()


def draw_comparison(older: VersionSummary, newer: VersionSummary) -> None:
    """Draw both texts: at first only what has changed."""
    old, new = read_version(older.id), read_version(newer.id)
    changes = _changes(older.id, newer.id)
    counts = Counter(change.kind for change in changes)
    if st.button("返回全文", icon=":material/arrow_back:"):
        st.query_params.from_dict({"v": newer.id})
        st.rerun()
    kinds = [kind for kind in ChangeKind if counts[kind]]
    chosen = st.pills(
        "变动",
        kinds,
        format_func=lambda kind: f"{kind.value} {counts[kind]}",
        selection_mode="multi",
        default=[kind for kind in kinds if kind is not ChangeKind.SAME],
        key=f"kinds_{older.id}_{newer.id}",
        label_visibility="collapsed",
    )
    shown = [change for change in changes if change.kind in chosen]
    draw_downloads("新旧对照", lambda: comparison_table(old, new, shown), f"显示 {len(shown)} 处，共 {len(changes)} 处")
    st.html(comparison_html((older, newer), (old, new), shown))


@st.cache_resource(show_spinner="正在对照…", max_entries=8)
def _changes(older: str, newer: str) -> tuple[ProvisionChange, ...]:
    return compare_versions(read_version(older), read_version(newer))


def comparison_html(
    summaries: tuple[VersionSummary, VersionSummary],
    versions: tuple[Version, Version],
    changes: Sequence[ProvisionChange],
) -> str:
    """The changes as a table of three columns, everything escaped."""
    if not changes:
        return f'<div class="qz-line">{NOTHING}</div>'
    heads = "".join(f"<th>{escaped(version_words(s))} {status_tag(s.status(reading_day()))}</th>" for s in summaries)
    rows = "".join(_row(change, versions) for change in changes)
    return f'<table class="qz-compare"><thead><tr><th></th>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def _row(change: ProvisionChange, versions: tuple[Version, Version]) -> str:
    cells = _cell(change.old, versions[0], "del") + _cell(change.new, versions[1], "ins")
    renumbered = '<span class="no">条号变动</span>' if change.is_renumbered else ""
    return f'<tr class="{_CLASS[change.kind]}"><td class="kind">{change.kind.value}{renumbered}</td>{cells}</tr>'


def _cell(side: ComparedText | None, version: Version, mark: str) -> str:
    if side is None:
        return '<td class="none">—</td>'
    label = side.provision.label
    own = side.start + (len(label) if version.text.startswith(label, side.start) else 0)
    layers = [Layer(start - own, end - own, f"<{mark}>", f"</{mark}>") for start, end in side.changed]
    words = layered(version.text[own : side.end].rstrip(), layers)
    address = escaped(provision_address(version.id, side.provision.eid))
    return f'<td><a href="{address}">{escaped(label or side.provision.kind.chinese)}</a> {words}</td>'
