"""The references (引用) that a text makes to other provisions: where, in which words, to what, or why it is open."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from corpus import Reference, Version, cite
from ui.components.citation_link import provision_address
from ui.components.home import services, today


def draw_references(version: Version, title: str, chosen: str) -> None:
    """Draw the references of the chosen provision, of the whole text when none is chosen."""
    references = references_in(version, chosen)
    if not references:
        st.html('<div class="qz-line">没有发现对其他条文的引用。</div>')
        return
    row = partial(_row, version=version, title=title)
    columns = {
        "打开": st.column_config.LinkColumn("打开", display_text="打开", width="small"),
        "原文": st.column_config.TextColumn("原文", width="large"),
    }
    st.dataframe(pd.DataFrame([row(r) for r in references]), hide_index=True, column_config=columns, placeholder="")


def references_in(version: Version, chosen: str) -> tuple[Reference, ...]:
    """The references made in provision ``chosen`` or anything under it."""
    within = f"{chosen}__"
    return tuple(r for r in version.references if not chosen or r.source == chosen or r.source.startswith(within))


def _row(reference: Reference, version: Version, title: str) -> dict[str, str | None]:
    named = reference.title or title
    return {
        "出处": cite(title, reference.source, version).removeprefix(f"《{title}》"),
        "原文": reference.quote,
        "指向": cite(named, reference.target) if reference.target else f"《{named}》",
        "说明": reference.reason,
        "打开": _address(reference, version),
    }


def _address(reference: Reference, version: Version) -> str | None:
    if reference.title is None:
        return provision_address(version.id, reference.target) if reference.target else None
    target = _version_titled(reference.title)
    return provision_address(target, reference.target or "") if target else None


def _version_titled(title: str) -> str | None:
    # A title that two places share is no address: the reader gets none rather than the wrong one.
    found = services().store.titled(title)
    version = services().store.version_in_force(found[0].id, today()) if len(found) == 1 else None
    return version.id if version is not None else None
