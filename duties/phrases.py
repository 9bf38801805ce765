"""Phrases (句法用语): the table of patterns by which clauses are read, each compiled once under its name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from duties.table import read_table

PHRASES: Mapping[str, re.Pattern[str]] = {str(row.value): re.compile(row.pattern) for row in read_table("phrases")}
"""By name (``silent``, ``adverbial``, ``penalised`` …)."""


def begins(name: str, text: str, at: int = 0) -> re.Match[str] | None:
    """The phrase ``name`` where it begins at ``at``; the pattern's own ``^`` then means ``at``.

    >>> begins("modal", "并应当公布", 1)["must"]
    '应当'
    """
    return PHRASES[name].match(text[at:] if at else text)


def holds(name: str, text: str) -> bool:
    """Whether the phrase ``name`` stands anywhere in ``text`` (at its beginning, where the pattern says so)."""
    return PHRASES[name].search(text) is not None
