"""Doubts (提示) about a whole text: why it is probably not complete, and what was odd when it was read."""

from __future__ import annotations

from corpus import VersionSummary
from ui.components.markup import escaped

OPEN_UP_TO = 3
"""More warnings than this are folded: a text whose numbering leaps thirty times says so in one line."""


def doubt_words(summary: VersionSummary) -> str:
    """The doubts in one word for lists, empty where there are none."""
    if summary.incomplete:
        return "可能不完整"
    return "需留意" if summary.warnings else ""


def doubts_html(summary: VersionSummary) -> str:
    """The doubts as one quiet box, escaped; empty where there are none."""
    parts = (_part("文本可能不完整", summary.incomplete), _part("读取时需留意", summary.warnings))
    return f'<div class="qz-refusal qz-doubts">{"".join(parts)}</div>' if doubt_words(summary) else ""


def doubt_tag(summary: VersionSummary) -> str:
    """The doubts as a tag whose title tells them, for cards."""
    words = doubt_words(summary)
    if not words:
        return ""
    told = "；".join((*summary.incomplete, *summary.warnings))
    return f'<span class="qz-tag doubt" title="{escaped(told)}">{words}</span>'


def _part(head: str, words: tuple[str, ...]) -> str:
    if not words:
        return ""
    if len(words) == 1:
        return f"<div><b>{head}：</b>{escaped(words[0])}</div>"
    lines = "".join(f"<li>{escaped(one)}</li>" for one in words)
    unfolded = " open" if len(words) <= OPEN_UP_TO else ""
    return f"<details{unfolded}><summary><b>{head}（{len(words)}）</b></summary><ul>{lines}</ul></details>"
