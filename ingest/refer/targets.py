"""Targets (所指): from a mention and where it stands to the provisions meant, or the reason why there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus import EId, Provision, Reference, ReferenceKind, WrittenPlace, parse_numeral, written_eid
from ingest.refer.mention import Base, Mention
from ingest.refer.nearby import Surroundings

_UNKNOWN = "文中没有这一条款"
_OUTSIDE = "引用其他文件，入库后核对"
_TOP = "前面没有可指的条款，可能是分段有误，须由人核对"
_QUOTED = "引号内是被修改文件的条文，所指须看该文件"
_FORMER = "指修改以前的文本，须由人核对"
_FORMER_TEXT = re.compile("(?:修正|修订|修改)(?:以)?前的?$|[^高]原$")
_NO_ARTICLES = "本文没有条，所指文件须由人判断"
_FULL_STOP = re.compile("[。\n]")
_Last = tuple[str | None, EId]


class Targets:
    """Makes references out of mentions, in the order of the text; 同条 means the article mentioned last."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._last: _Last | None = None
        self._article: EId | None = None
        self._end = 0

    def references(self, mention: Mention, source: Provision, kind: ReferenceKind, text: str) -> Iterator[Reference]:
        """One reference for each place of the mention, or one for the whole instrument or the nearby place."""
        article = source.eid.ancestor("art")
        if article != self._article:
            self._article, self._last = article, None
        mention = self._carried(mention, source, kind, text)
        title, base, through = self._base(mention, source)
        spans = mention.places or (WrittenPlace((("art", "0"),), mention.start, mention.end),)
        for number, place in enumerate(spans):
            start = mention.start if number == 0 else place.start
            span = (source.eid, start, place.end, text[start : place.end])
            target, last = self._target(mention, place, source, base, kind) if mention.places else (base, through)
            if target is not None:
                self._last = (title, target)
            reason = _FORMER if title and _FORMER_TEXT.search(text[max(0, start - 4) : start]) else ""
            reason = reason or self._reason(mention, title, target)
            yield Reference(*span, title, target, reason, kind, last)
        self._end = mention.end

    def _carried(self, mention: Mention, source: Provision, kind: ReferenceKind, text: str) -> Mention:
        """A bare 第二百条 or 第三款 that is not here, behind 刑法第一百条 in one sentence, is of 刑法 too."""
        if self._last is None or self._last[0] is None or text[mention.start] != "第":
            return mention
        if mention.base is Base.BARE and self._end and not _FULL_STOP.search(text, self._end, mention.start):
            here = self._own(written_eid(mention.places[0].steps), source, None, kind)
            return mention if here in self._around.known else replace(mention, base=Base.SAME, word="同条")
        if mention.base is not Base.OWN:
            return mention
        if written_eid(mention.places[0].steps) in self._around.known or _FULL_STOP.search(
            text, self._end, mention.start
        ):
            return mention
        return replace(mention, base=Base.NAMED, title=self._last[0])

    def _base(self, mention: Mention, source: Provision) -> tuple[str | None, EId | None, EId | None]:
        """The instrument, and the provision from which the places are counted (with the last one of 前两款)."""
        if mention.base is Base.NAMED or mention.title is not None:
            return mention.title, None, None
        if mention.base is Base.BACK and mention.start == self._end and self._last is not None:
            # 刑法第三百零七条之一前三款: the first three of that article.
            title, eid = self._last
            count = parse_numeral(mention.word[1:-1]) or 1
            step = "para" if mention.word[-1] == "款" else "item"
            return title, eid.child(step, 1), eid.child(step, count) if count > 1 else None
        if mention.base is Base.BACK:
            return None, *self._around.back(mention.word, source.eid)
        if mention.base is Base.THIS:
            return None, self._around.this(mention.word[-1], source), None
        if mention.base is Base.SAME and self._last is not None:
            title, eid = self._last
            return title, eid.ancestor({"条": "art", "款": "para", "项": "item"}[mention.word[-1]]), None
        return None, None, None

    def _target(
        self, mention: Mention, place: WrittenPlace, source: Provision, base: EId | None, kind: ReferenceKind
    ) -> tuple[EId | None, EId | None]:
        steps, through = place.steps, place.through
        if mention.base is Base.NAMED:
            return written_eid(steps), written_eid(through) if through else None
        if mention.title is not None or (base is None and mention.base in (Base.BACK, Base.THIS, Base.SAME)):
            return None, None
        one = self._own(written_eid(steps), source, base, kind)
        return one, self._own(written_eid(through), source, base, kind) if through else None

    def _own(self, written: EId, source: Provision, base: EId | None, kind: ReferenceKind) -> EId | None:
        """The provision of this text, or the place as written where there is none."""
        step = written.steps[0][0]
        if step in ("part", "chp", "sec"):
            group = EId(f"{base}__{written}") if base is not None and step == "sec" else written
            return self._around.group(group) or group
        if step == "art":
            return self._with_paragraph(written) if self._around.has_articles else None
        if base is None:
            return self._bare(written, source, kind)
        holder = base.ancestor("art") if step == "para" else base
        return self._with_paragraph(EId(f"{holder or base}__{written}"), source)

    def _bare(self, written: EId, source: Provision, kind: ReferenceKind) -> EId | None:
        """第二款, 第三项 alone: of the article at hand; 违反第三项 in a list: of the article named before it."""
        article = source.eid.ancestor("art")
        if article is None:
            return None
        if written.steps[0][0] == "para":
            own = EId(f"{article}__{written}")
            return own if own in self._around.known else self._named_before(written) or own
        here = self._around.item(article, written, source.eid.ancestor("para"))
        named = self._named_before(written)
        is_broken = kind is ReferenceKind.VIOLATION and source.eid.ancestor("item") is not None
        if named is not None and (here is None or here == source.eid or is_broken):
            return named
        return here or EId(f"{article}__{written}")

    def _named_before(self, written: EId) -> EId | None:
        """The item of this text's article that was named last, where it has such an item."""
        if self._last is None or self._last[0] is not None:
            return None
        outer = [one for step in ("para", "art") if (one := self._last[1].ancestor(step)) is not None]
        tried = (self._with_paragraph(EId(f"{one}__{written}")) for one in outer)
        return next((one for one in tried if one in self._around.known), None)

    def _with_paragraph(self, eid: EId, source: Provision | None = None) -> EId:
        """第六条第三项 says no 款: the only paragraph of 第六条 with such an item is meant."""
        article, names = eid.ancestor("art"), [name for name, _ in eid.steps]
        inner = next((name for name in ("item", "sub") if name in names), None)
        if article is None or inner is None or "para" in names or eid in self._around.known:
            return eid
        rest = eid.removeprefix(f"{article}__")
        near = source.eid.ancestor("para") if source is not None and source.eid.ancestor("art") == article else None
        return self._around.item(article, rest, near) or eid

    def _reason(self, mention: Mention, title: str | None, target: EId | None) -> str:
        if title is not None:
            return _OUTSIDE if mention.base in (Base.NAMED, Base.SAME) else _QUOTED
        if target is None:
            return _TOP if self._around.has_articles else _NO_ARTICLES
        return "" if target in self._around.known else _UNKNOWN
