"""Parts (分问): a question of several sentences asks several things; each part is read by itself."""

from __future__ import annotations

import re
from dataclasses import replace

from answers.aim import read_aims, read_amounts
from answers.analysis import Analysis
from answers.terms import read_terms

_BREAK = re.compile(r"[？?；;。！!]")


def split_parts(analysis: Analysis) -> tuple[Analysis, ...]:
    """The question's parts after the first, each with its own aims and words and the whole question's places and texts.

    「网格员由谁招聘？补贴标准是多少？」 has one: 补贴标准是多少. A part that says nothing by itself (为什么？) is none.
    """
    texts = [text.strip() for text in _BREAK.split(analysis.question.text) if text.strip()]
    parts = (_part(analysis, text) for text in texts[1:])
    return tuple(part for part in parts if part.terms)


def _part(analysis: Analysis, text: str) -> Analysis:
    left_out = (*(name.words for name in analysis.names), *(place.words for place in analysis.places))
    return replace(
        analysis,
        aims=read_aims(text),
        amounts=read_amounts(text),
        terms=read_terms(text, tuple(words for words in left_out if len(words) > 1)),
    )
