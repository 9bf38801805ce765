"""Kind (文件类型) of an instrument by its history, 文号, title and, at last, the folder it lies in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from corpus import Claim, ClaimSource, NormKind
from ingest.line import Line, LineStyle
from ingest.pattern_table import Row, read_table

_WORDS = {"title": "标题用语", "number": "文号", "history": "题注"}


def read_kind(title: str, number: str, lines: Sequence[Line], path: str) -> Iterator[Claim]:
    """Every claim to the kind: a decisive title alone, else history, 文号, title; the folder; a mere word last."""
    history = [line.text for line in lines if line.style is LineStyle.HISTORY]
    fields = {"title": [title], "number": [number], "history": history}
    for row in read_table("describe/norm_kinds"):
        quote = next((text for text in fields[row.field] if text and row.pattern.search(text)), None)
        if quote is not None:
            yield Claim("kind", row.value, _source(row), f"文件类型：{_WORDS[row.field]}", quote)
            if row.weight == "decisive":
                return
    for folder in reversed(PurePath(path).parts[:-1]):
        if folder in frozenset(NormKind):
            yield Claim("kind", folder, ClaimSource.FILE_NAME, "所在文件夹", folder)
            return


def _source(row: Row) -> ClaimSource:
    if row.weight == "word":
        return ClaimSource.DEFAULT
    return ClaimSource.HISTORY if row.field == "history" else ClaimSource.TITLE_PAGE
