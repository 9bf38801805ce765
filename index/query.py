"""What is asked of the index: a text, how many provisions, and the filters (层级, 文件类型, 行政区域, 标题, 日期)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date

from corpus import Level, NormKind

LONGEST = 10_000
"""Characters of a question: a pasted chapter is one, a pasted book is a mistake."""

_UNSEEN = ("Cc", "Cf", "Cs")  # control and format characters, halves of characters; never a rare hanzi
_SAID = ("L", "N")


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

    @property
    def words(self) -> str:
        r"""The text as it is searched: without characters that nobody sees, which would part a word or stop the model.

        >>> SearchQuery("养\u200b犬\x00登记\n由谁管").words
        '养犬登记 由谁管'
        """
        spaced = "".join(" " if char.isspace() else char for char in self.text)
        return "".join(char for char in spaced if unicodedata.category(char) not in _UNSEEN).strip()

    @property
    def problem(self) -> str:
        """Why nothing can be searched, in Chinese; empty where something can.

        >>> SearchQuery("？！……").problem
        '问题中没有可检索的文字，请写出要查的事项或措辞'
        """
        if len(self.text) > LONGEST:
            return f"问题过长（{len(self.text)} 字，最多 {LONGEST} 字），请只给出要查的事项或措辞"
        if not any(unicodedata.category(char)[0] in _SAID for char in self.words):
            return "问题中没有可检索的文字，请写出要查的事项或措辞"
        return ""
