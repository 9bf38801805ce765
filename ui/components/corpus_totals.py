"""The corpus in figures: instruments, versions and 条, by kind and by level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from corpus import Level, NormKind, VersionSummary

ALL = "合计"


def draw_totals(found: Sequence[VersionSummary]) -> None:
    """Draw the figures and the table kind × level."""
    figures = {
        "文件": len({summary.instrument.id for summary in found}),
        "文本版本": len(found),
        "条": sum(summary.articles for summary in found),
        "条文单位": sum(summary.provisions for summary in found),
    }
    words = "".join(f'<div><span class="k">{k}</span><span class="n">{v:,}</span></div>' for k, v in figures.items())
    st.html(f'<div class="qz-figures">{words}</div>')
    if found:
        st.table(kind_by_level(found), hide_index=True)


def kind_by_level(found: Sequence[VersionSummary]) -> pd.DataFrame:
    """How many instruments of each kind (rows) stand at each level (columns), with the sums."""
    instruments = {summary.instrument.id: summary.instrument for summary in found}.values()
    counts = Counter((instrument.kind, instrument.level) for instrument in instruments)
    kinds = sorted({kind for kind, _ in counts}, key=lambda kind: (kind.rank, kind.value))
    levels = [level for level in Level if any(present is level for _, present in counts)]
    rows = [_row(kind.value, [kind], levels, counts) for kind in kinds]
    return pd.DataFrame([*rows, _row(ALL, kinds, levels, counts)])


def _row(
    name: str, kinds: Sequence[NormKind], levels: Sequence[Level], counts: Counter[tuple[NormKind, Level]]
) -> dict[str, str]:
    cells = {level.chinese: sum(counts[kind, level] for kind in kinds) for level in levels}
    return {"文件类型": name} | {k: f"{v or ''}" for k, v in (cells | {ALL: sum(cells.values())}).items()}
