"""Markdown tables for the terminal and for docs/measurements.md."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """``head`` and ``rows`` as a markdown table.

    >>> print(markdown_table(("measure", "figure"), [("precision", 0.9)]))
    | measure | figure |
    |---|---|
    | precision | 0.9 |
    """
    lines = ["| " + " | ".join(map(str, row)) + " |" for row in (head, *rows)]
    return "\n".join([lines[0], "|" + "---|" * len(head), *lines[1:]])
