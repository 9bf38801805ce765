"""References (引用) that a text makes, and those made to it (被引用): in which words, to what, whether it is there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from corpus import (
    CitedBy,
    EId,
    Outcome,
    ResolvedReference,
    Version,
    VersionSummary,
    cite,
    cited_by,
    references_of,
    resolve_reference,
)
from ui.components.citation_link import provision_address
from ui.components.day import reading_day
from ui.components.home import CorpusKey, corpus_key, read_version, services
from ui.components.markup import escaped

LINK = st.column_config.LinkColumn("打开", display_text="打开", width=56)
COLUMNS = {
    "打开": LINK,
    "核对": st.column_config.TextColumn(width=120),
    "出处": st.column_config.TextColumn(width=120),
    "方式": st.column_config.TextColumn(width=56),
    "原文": st.column_config.TextColumn(width=230),
    "指向": st.column_config.TextColumn(width=260),
    "说明": st.column_config.TextColumn(width=320),
}
CITED_COLUMNS = {
    "打开": LINK,
    "引用它的条文": st.column_config.TextColumn(width=330),
    "方式": st.column_config.TextColumn(width=56),
    "原文": st.column_config.TextColumn(width=260),
}
_ATTENTION = (Outcome.NO_SUCH_PROVISION, Outcome.NOT_IN_FORCE, Outcome.AMBIGUOUS)
"""What is shown first: a reference that leads nowhere, or to what no longer holds."""


def draw_reference_popovers(summary: VersionSummary, chosen: str) -> None:
    """Draw 引用 and 被引用 of the chosen provision, of the whole text when none is chosen."""
    resolved, citing = resolved_references(summary.id, chosen), citing_references(summary, chosen)
    head = "本条" if chosen else "全文"
    doubtful = sum(one.outcome in _ATTENTION for one in resolved)
    more = f"，{doubtful} 处存疑" if doubtful else ""
    with st.popover(f"{head}引用（{len(resolved)}{more}）", width="content"):
        _draw_references(summary, resolved)
    with st.popover(f"{head}被引用（{len(citing)}）", width="content"):
        _draw_citing(citing)


def resolved_references(version_id: str, chosen: str = "") -> tuple[ResolvedReference, ...]:
    """The references made in provision ``chosen`` or anything under it, each checked against the corpus."""
    return _resolved(corpus_key(), version_id, chosen)


@st.cache_resource(show_spinner="正在核对引用…", max_entries=64)
def _resolved(key: CorpusKey, version_id: str, chosen: str) -> tuple[ResolvedReference, ...]:
    version, store = read_version(version_id), services().store
    instrument = store.instrument(version.instrument_id)
    if instrument is None:
        return ()
    return tuple(resolve_reference(r, instrument, version, store) for r in references_of(version, chosen))


def citing_references(summary: VersionSummary, chosen: str = "") -> tuple[CitedBy, ...]:
    """Who cites the instrument, or its provision ``chosen``, in the texts in force on the day chosen."""
    return _citing(corpus_key(), summary.instrument.id, chosen, reading_day().isoformat())


@st.cache_resource(show_spinner="正在查找被引用…", max_entries=64)
def _citing(key: CorpusKey, instrument_id: str, chosen: str, day: str) -> tuple[CitedBy, ...]:
    store = services().store
    instrument = store.instrument(instrument_id)
    eid = EId(chosen) if chosen else None
    return cited_by(instrument, store, eid, date.fromisoformat(day)) if instrument is not None else ()


def _draw_references(summary: VersionSummary, resolved: Sequence[ResolvedReference]) -> None:
    if not resolved:
        st.html('<div class="qz-line">没有发现对其他条文的引用。</div>')
        return
    ordered = sorted(resolved, key=lambda one: one.outcome not in _ATTENTION)
    version = read_version(summary.id)
    rows = [reference_row(one, version, summary.instrument.title) for one in ordered]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    st.dataframe(frame, hide_index=True, column_config=COLUMNS, placeholder="", row_height=32)


def reference_row(one: ResolvedReference, version: Version, title: str) -> dict[str, str | None]:
    """One reference in the words of people; the link leads to the text that the reference was judged by."""
    reference = one.reference
    named = one.instrument.title if one.instrument is not None else reference.title or title
    target = one.target or reference.target
    to = cite(named, target) if target else f"《{named}》"
    if reference.through is not None:
        to += f"至{cite('', reference.through).removeprefix('《》')}"
    return {
        "打开": provision_address(one.version.id, one.target or "") if one.version is not None else None,
        "核对": one.outcome.chinese,
        "出处": cite(title, reference.source, version).removeprefix(f"《{title}》"),
        "方式": reference.kind.value,
        "原文": reference.quote,
        "指向": to,
        "说明": one.problem or None,
    }


def _draw_citing(citing: Sequence[CitedBy]) -> None:
    if not citing:
        words = escaped("语料库现行有效的文本中，没有发现引用它的条文。")
        st.html(f'<div class="qz-line">{words}</div>')
        return
    frame = pd.DataFrame([citing_row(one) for one in citing], columns=list(CITED_COLUMNS))
    st.dataframe(frame, hide_index=True, column_config=CITED_COLUMNS, placeholder="", row_height=32)


def citing_row(one: CitedBy) -> dict[str, str]:
    """One citing provision."""
    return {
        "打开": provision_address(one.version_id, one.reference.source),
        "引用它的条文": one.citation,
        "方式": one.reference.kind.value,
        "原文": one.reference.quote,
    }
