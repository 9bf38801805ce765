"""Preview (预读): what would be taken in from files, without storing anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import streamlit as st

from corpus import Gazetteer, ParsedText, QuanzeError
from ingest import PageProgress, read_isolated, shown_name
from ui.components.heading import draw_heading
from ui.components.markup import escaped

SHOWN = 400
"""Characters of each text that are shown: enough to see whether it was read rightly."""
COLUMNS = ("文件", "识别名称", "文号", "制定机关", "类型", "条", "条文单位", "附注", "说明")


@dataclass(frozen=True, slots=True)
class Preview:
    """A file's name with the texts read from it, or with why it cannot be read (place and remedy, Chinese)."""

    name: str
    texts: tuple[ParsedText, ...] = ()
    error: str = ""


def look_at(path: Path, gazetteer: Gazetteer, on_page: Callable[[PageProgress], None]) -> Preview:
    """Read a file as an import would."""
    try:
        return Preview(shown_name(path.name), read_isolated(path, gazetteer, on_page))
    except QuanzeError as error:
        return Preview(shown_name(path.name), error=str(error))


def draw_preview(previews: Iterable[Preview]) -> None:
    """Draw a line for each text and the beginning of each."""
    found = list(previews)
    draw_heading("预读结果（未入库）")
    rows = [row for preview in found for row in preview_rows(preview)]
    st.dataframe(pd.DataFrame(rows, columns=list(COLUMNS)), hide_index=True, placeholder="")
    for text in (text for preview in found for text in preview.texts):
        words = text.version.text[:SHOWN] + ("…" if len(text.version.text) > SHOWN else "")
        head = f'<div class="qz-line">{escaped(text.instrument.title)}</div>'
        st.html(f'{head}<div class="qz-place">{escaped(words)}</div>')


def preview_rows(preview: Preview) -> list[dict[str, object]]:
    """A row for each text of the file, one with the error where there is none."""
    if not preview.texts:
        return [{"文件": preview.name, "说明": preview.error}]
    return [_row(preview.name, text) for text in preview.texts]


def _row(name: str, text: ParsedText) -> dict[str, object]:
    instrument, version = text.instrument, text.version
    doubts = (*(f"可能不完整：{words}" for words in version.incomplete), *version.warnings)
    return {
        "文件": name,
        "识别名称": instrument.title,
        "文号": instrument.document_number or None,
        "制定机关": instrument.issuing_authority or None,
        "类型": instrument.kind.value,
        "条": len(version.articles) or None,
        "条文单位": len(version.provisions),
        "附注": len(version.remarks) or None,
        "说明": "；".join(doubts) or None,
    }
