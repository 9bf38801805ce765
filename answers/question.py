"""Question (问题): what a person asks, with the filters set beside it."""

from __future__ import annotations

from dataclasses import dataclass

from index import SearchFilters


@dataclass(frozen=True, slots=True)
class Question:
    """One question and its filters; ``top_k`` is how many provisions are looked at as evidence.

    >>> Question("栖澜市网格员由哪个部门管理？").top_k
    10
    """

    text: str
    filters: SearchFilters = SearchFilters()  # noqa: RUF009  a frozen value may be shared
    top_k: int = 10
