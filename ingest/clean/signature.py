"""The signature (落款): issuer and date at the end, （此件公开发布）, 抄送, and the list of annexes before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.chinese_dates import is_date_line
from ingest.line import Line, LineStyle

_ISSUER = re.compile(
    r"[\u4e00-\u9fff、 ]{2,60}(?:政府|委员会|办公室|办公厅|局|厅|院|部|委|处|中心|大会|领导小组)"
    r"|(?:省|市|区|县|乡|镇|州)长\s?[\u4e00-\u9fff ]{0,6}"
)
_CLOSING = re.compile(
    r"[（(](?:此件|此文|联系).{0,40}[）)]|抄送[:：].*|.{0,40}[0-9]日印发|(?:主动公开|依申请公开|公开方式[:：].*)"
)
_LONGEST = 120
_ANNEX_LIST = re.compile(r"附件\s?[:：]\s?\S.*")
_LIST_ROW = re.compile(r"[0-9]{1,2}\s?[.．、].{1,80}")


def style_signatures(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with SIGNATURE and ANNEX_LIST styles set."""
    styles = [line.style for line in lines]
    for position, line in enumerate(lines):
        if line.style is not LineStyle.BODY:
            continue
        if len(line.text) > _LONGEST:
            continue
        if is_date_line(line.text) or _CLOSING.fullmatch(line.text):
            styles[position] = LineStyle.SIGNATURE
            _mark_issuers(lines, styles, position)
    for position, line in enumerate(lines):
        if line.style is LineStyle.BODY and line.text.startswith("附件") and _ANNEX_LIST.fullmatch(line.text):
            _mark_annex_list(lines, styles, position)
    pairs = zip(lines, styles, strict=True)
    return tuple(line if line.style is style else replace(line, style=style) for line, style in pairs)


def _mark_issuers(lines: Sequence[Line], styles: list[LineStyle], date: int) -> None:
    before = date - 1
    while before >= 0 and styles[before] is LineStyle.BODY and _ISSUER.fullmatch(lines[before].text):
        styles[before] = LineStyle.SIGNATURE
        before -= 1


def _mark_annex_list(lines: Sequence[Line], styles: list[LineStyle], first: int) -> None:
    """附件：1.… 2.… before the signature only names what is attached; it opens no annex."""
    end = first + 1
    while end < len(lines) and styles[end] is LineStyle.BODY and _LIST_ROW.fullmatch(lines[end].text):
        end += 1
    if end < len(lines) and (styles[end] is LineStyle.SIGNATURE or lines[end].text.startswith("附件")):
        styles[first:end] = [LineStyle.ANNEX_LIST] * (end - first)
