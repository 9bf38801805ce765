"""The findings on the page, counted and filtered by kind, twenty at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from duties import Finding, FindingKind
from ui.components.downloads import draw_downloads
from ui.components.finding_card import draw_finding
from ui.components.heading import draw_heading
from ui.components.read_corpus import texts_by_version
from ui.exports import finding_table

PAGE = 20


def draw_findings(found: Sequence[Finding]) -> None:
    """Draw counts by kind, downloads, and one page of the cards, grouped by kind."""
    chosen = _draw_kinds(Counter(finding.kind for finding in found))
    shown = grouped([finding for finding in found if not chosen or finding.kind in chosen])
    draw_downloads("发现", lambda: finding_table(shown, texts_by_version()), f"共 {len(shown)} 项发现")
    page = st.container()
    number = st.pagination(-(-len(shown) // PAGE), key=f"finding_page_{len(shown)}") if len(shown) > PAGE else 1
    with page:
        _draw_page(shown[(number - 1) * PAGE : number * PAGE])


def grouped(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings kind by kind, in the order of the table of kinds, else as they came."""
    order = {kind: position for position, kind in enumerate(FindingKind)}
    return tuple(sorted(found, key=lambda finding: order[finding.kind]))


def _draw_kinds(counts: Counter[FindingKind]) -> list[FindingKind]:
    return st.pills(
        "类别",
        [kind for kind in FindingKind if counts[kind]],
        selection_mode="multi",
        format_func=lambda kind: f"{kind.chinese} {counts[kind]}",
        key="finding_kinds",
        label_visibility="collapsed",
    )


def _draw_page(shown: Sequence[Finding]) -> None:
    texts = texts_by_version()
    heading = None
    for finding in shown:
        if finding.kind is not heading:
            heading = finding.kind
            draw_heading(heading.chinese)
        draw_finding(finding, texts)
