"""What became of the files (导入结果): a line for each, failures first, with place and remedy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import streamlit as st

from corpus import IngestRecord
from ui.components.heading import draw_note

WORDS = {"ok": "已导入", "duplicate": "已有，未重复导入", "failed": "失败"}
_ORDER = ("failed", "ok", "duplicate")
COLUMNS = {
    "文件": st.column_config.TextColumn(width=260),
    "结果": st.column_config.TextColumn(width=110),
    "识别名称": st.column_config.TextColumn(width=300),
    "条": st.column_config.NumberColumn(width=60),
    "条文单位": st.column_config.NumberColumn(width=80),
    "说明": st.column_config.TextColumn(width=420),
    "时间": st.column_config.DatetimeColumn(width=140, format="YYYY-MM-DD HH:mm"),
}


def draw_records(records: Sequence[IngestRecord]) -> None:
    """Draw the records as a table, failures first, else in their order."""
    if not records:
        draw_note("还没有导入过文件。")
        return
    ordered = sorted(records, key=lambda record: _ORDER.index(record.status))
    rows = [row for record in ordered for row in record_rows(record)]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    height = min(480, 37 * (len(rows) + 1) + 4)
    st.dataframe(frame, hide_index=True, column_config=COLUMNS, placeholder="", height=height)


def record_rows(record: IngestRecord) -> list[dict[str, object]]:
    """A row for the file; where it brought several texts, one for each, numbered."""
    if len(record.texts) < 2:
        return [record_row(record)]
    rows = []
    for number, text in enumerate(record.texts, start=1):
        one = replace(record, title=text.title, provisions=text.provisions, articles=text.articles, texts=())
        said = f"一个文件含 {len(record.texts)} 篇，第 {number} 篇"
        rows.append(record_row(one) | {"说明": "；".join(filter(None, (said, record.error)))})
    return rows


def record_row(record: IngestRecord) -> dict[str, object]:
    """One record in the words of people."""
    return {
        "文件": Path(record.path).name,
        "结果": WORDS[record.status],
        "识别名称": record.title or None,
        "条": record.articles or None,
        "条文单位": record.provisions or None,
        "说明": record.error or None,
        "时间": local_time(record.at) if record.at else None,
    }


def local_time(at: datetime) -> datetime:
    """A moment on the clock of this machine; the store keeps them in UTC, without saying so."""
    known = at if at.tzinfo is not None else at.replace(tzinfo=UTC)
    return known.astimezone().replace(tzinfo=None)


def counts_words(records: Sequence[IngestRecord]) -> str:
    """How it went in one line.

    >>> counts_words([IngestRecord("甲.md", "ok"), IngestRecord("乙.pdf", "failed")])
    '已导入 1 个，已有 0 个，失败 1 个'
    """
    counts = Counter(record.status for record in records)
    return f"已导入 {counts['ok']} 个，已有 {counts['duplicate']} 个，失败 {counts['failed']} 个"
