"""From document text to HTML: escaped always, with the quoted runs marked."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable


def escaped(text: str) -> str:
    """``text`` as HTML that shows exactly these characters; ``$``, ``:`` and ``[`` mean nothing in it.

    >>> escaped('<img src=x onerror="alert(1)">')
    '&lt;img src=x onerror=&quot;alert(1)&quot;&gt;'
    """
    return html.escape(text, quote=True)


def marked(text: str, quotes: Iterable[str]) -> str:
    """``text`` escaped, with every run of ``quotes`` in ``<mark>``; a quote that does not stand in it marks nothing.

    >>> marked("市网格办负责统筹。街道配合。", ["市网格办负责统筹"])
    '<mark>市网格办负责统筹</mark>。街道配合。'
    """
    pieces, here = [], 0
    for start, end in quoted_spans(text, quotes):
        pieces += [escaped(text[here:start]), "<mark>", escaped(text[start:end]), "</mark>"]
        here = end
    return "".join(pieces) + escaped(text[here:])


def quoted_spans(text: str, quotes: Iterable[str]) -> list[tuple[int, int]]:
    """Where the runs of ``quotes`` stand in ``text``, joined where they meet.

    >>> quoted_spans("市网格办负责统筹。", ["负责", "负责统筹"])
    [(4, 8)]
    """
    return _joined(span for quote in quotes for span in _find(text, quote))


def _find(text: str, quote: str) -> list[tuple[int, int]]:
    # A provision is shown with its line breaks, a quotation may come without them.
    letters = [re.escape(letter) for letter in quote if not letter.isspace()]
    return [match.span() for match in re.finditer(r"\s*".join(letters), text)] if letters else []


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def plain_label(text: str) -> str:
    r"""``text`` for a Streamlit label, which is Markdown: every sign of Markdown is taken literally.

    >>> plain_label("《栖澜市*办法》[试行]:red[x] $1$")
    '《栖澜市\\*办法》\\[试行\\]\\:red\\[x\\] \\$1\\$'
    """
    return re.sub(r"([\\`*_{}\[\]()<>#+\-.!|$:~])", r"\\\1", text)
