"""What is asked of the index: a text, how many provisions, and the filters (层级, 文件类型, 行政区域, 标题, 日期)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corpus import Level, NormKind


@dataclass(frozen=True, slots=True)
class SearchFilters:
    """Empty means no limit. ``territories`` are names or codes; a place lets the law of the levels above it pass too.

    ``as_of`` is the day on which a provision must be in force; None means today.

    >>> SearchFilters(territories=("栖澜市",), kinds=(NormKind.LOCAL_REGULATION,)).as_of is None
    True
    """

    levels: tuple[Level, ...] = ()
    kinds: tuple[NormKind, ...] = ()
    territories: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """One question, as in ``SearchQuery("栖澜市网格员由谁管理？", top_k=5)``."""

    text: str
    top_k: int = 10
    filters: SearchFilters = SearchFilters()
