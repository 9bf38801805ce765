"""Edits (删改) of a line that keep its remarks and its source characters in their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus import Remark
from ingest.line import Line

Span = tuple[int, int]


def without_spans(line: Line, spans: Sequence[Span]) -> Line:
    """``line`` without these stretches (in order, apart); remarks move along, one on removed text alone goes.

    >>> without_spans(Line("建設(shè)用地"), [(2, 7)]).text
    '建設用地'
    """
    if not spans:
        return line
    remarks = tuple(kept for remark in line.remarks if (kept := _moved(remark, spans)) is not None)
    original = _cut(line.original, spans) if line.original else ""
    return replace(line, text=_cut(line.text, spans), original=original, remarks=remarks)


def slice_line(line: Line, start: int, end: int) -> Line:
    """The part of a line, with the remarks that lie in it.

    >>> slice_line(Line("第一条 甲。第二条 乙。"), 6, 12).text
    '第二条 乙。'
    """
    outside = [span for span in ((0, start), (end, len(line.text))) if span[0] < span[1]]
    return without_spans(line, outside)


def _cut(text: str, spans: Sequence[Span]) -> str:
    bounds = [0, *(place for span in spans for place in span), len(text)]
    return "".join(text[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True))


def _moved(remark: Remark, spans: Sequence[Span]) -> Remark | None:
    start, end = _place(remark.start, spans), _place(remark.end, spans)
    return replace(remark, start=start, end=end) if start < end else None


def _place(offset: int, spans: Sequence[Span]) -> int:
    return offset - sum(max(0, min(offset, end) - start) for start, end in spans)
