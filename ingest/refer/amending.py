"""Amending texts (修改决定、修正案): what stands in quotation marks there is the amended instrument's text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from ingest.refer.mention import Base, Mention

_AMENDS = re.compile(r"修改为[:：]?\s*“|作为第[^。，\n]{1,14}[:：]\s*“|增加[^。“\n]{0,30}[:：]\s*“")
_QUOTED = re.compile(r"(?:(?:为|[条款项目节章句])[:：]?\s*|^)“(?P<words>[^”\n]*)", re.M)


class Amending:
    """Tells, mention by mention in their order, which instrument the places in quotation marks belong to.

    A decision that has no articles of its own (一、将第六条修改为…) means those of the amended text outside them too.
    """

    def __init__(self, text: str, has_articles: bool) -> None:
        self._has_articles = has_articles
        spans = [m.span("words") for m in _QUOTED.finditer(text)] if _AMENDS.search(text) else []
        self._starts, self._spans = [start for start, _ in spans], spans
        self._amended: str | None = None

    def adapted(self, mention: Mention) -> Mention:
        """The mention as it is meant: in a quotation 第六条 is an article of the amended instrument."""
        if not self._spans:
            return mention
        is_quoted = self._is_quoted(mention.start)
        if mention.base is Base.NAMED:
            if not is_quoted and (mention.places or not self._has_articles):
                self._amended = mention.title
            return mention
        if self._amended is None or (self._has_articles and not is_quoted):
            return mention
        if mention.base is Base.OWN:
            return replace(mention, base=Base.NAMED, title=self._amended)
        if mention.base is Base.BARE and not is_quoted:
            return replace(mention, base=Base.SAME, word="同条")
        return replace(mention, title=self._amended)

    def _is_quoted(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._spans[at][1]
