"""Markdown, also the layout `# title` / history lines / `<!-- INFO END -->` / `## 第一章` of collections of laws."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ingest.line import Line, LineStyle
from ingest.parcel import Reading
from ingest.readers.decode import decode_text
from ingest.readers.markdown_marks import without_marks
from ingest.readers.text_reader import LINE_END

_INFO_END = "<!-- INFO END -->"
_FRONT_MATTER = re.compile(r"\A(?:---\n.*?\n(?:---|\.\.\.)|\+\+\+\n.*?\n\+\+\+)\n", re.S)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_HEADING = re.compile(r"(?P<marks>\#{1,6})(?:[ \t]+(?P<text>.*?))?[ \t]*\#*\s*", re.X)
_RULE = re.compile(r"\s*(?:\|?\s*:?-{3,}:?\s*)+\|?\s*|\s*```.*|\s*[*_-]{3,}\s*")
# Looked at before the patterns; a blank line has none of them ("" is in every string, so that these are sets).
_RULE_STARTS = frozenset("|:-`*_")
_BULLETS = frozenset("-*+>")
_MARKED = re.compile(r"[*_\[\\<&]")
_BULLET = re.compile(r"^\s*(?:[-*+]\s+|>(?:\s+|$))")
_NOTE = re.compile(r"\[\^[^\]\s]{1,20}\]:\s")
_BREAK = re.compile(r"<br\s*/?>|</?p(?:\s[^<>]*)?>", re.I)


def read_markdown(data: bytes, name: str) -> Reading:
    """The lines of a markdown file without its marks: `# ` title, history before the INFO END note, `|` table rows.

    >>> lines = read_markdown("# 栖澜市养犬管理规定\\n## 第一章 总则".encode(), "a.md").lines
    >>> [(line.text, line.style.value) for line in lines]
    [('栖澜市养犬管理规定', 'title'), ('第一章 总则', 'heading')]
    """
    decoded = decode_text(data, name)
    text = "\n".join(LINE_END.split(decoded.text))
    text = _FRONT_MATTER.sub("", text)
    head, note, body = text.partition(_INFO_END)
    if not note:
        return Reading(tuple(_read_lines(text.split("\n"), has_history=False)), decoded.warnings)
    above = _read_lines(head.split("\n"), has_history=True)
    return Reading((*above, *_read_lines(body.split("\n"), has_history=False)), decoded.warnings)


def _read_lines(lines: Iterable[str], *, has_history: bool) -> Iterator[Line]:
    table, in_table, fenced = 0, False, False
    text = _COMMENT.sub("", "\n".join(lines))
    for raw in (_BREAK.sub("\n", text) if "<" in text else text).split("\n"):
        if raw.lstrip().startswith("```"):
            fenced = not fenced
        if fenced:
            continue
        is_row = raw.lstrip().startswith("|")
        table, in_table = table + (is_row and not in_table), is_row
        if (first := raw.lstrip()[:1]) and (first not in _RULE_STARTS or not _RULE.fullmatch(raw)):
            yield _read_line(raw, table if is_row else 0, has_history)


def _read_line(raw: str, table: int, has_history: bool) -> Line:
    heading = _HEADING.fullmatch(raw) if raw.startswith("#") else None
    if heading is not None:
        style = LineStyle.TITLE if len(heading["marks"]) == 1 else LineStyle.HEADING
        return Line(_plain(heading["text"] or ""), style=style)
    if table:
        cells = [_plain(cell) for cell in raw.strip().strip("|").split("|")]
        return Line(" | ".join(cells), style=LineStyle.ROW, table=table, cells=tuple(cells))
    if _NOTE.match(raw):
        return Line(_plain(raw), style=LineStyle.NOTE)
    style = LineStyle.HISTORY if has_history and raw.strip() else LineStyle.BODY
    is_marked = raw.lstrip()[:1] in _BULLETS
    return Line(_plain(_BULLET.sub("", raw, count=1) if is_marked else raw), style=style)


def _plain(text: str) -> str:
    return (text if _MARKED.search(text) is None else without_marks(text)).strip()
