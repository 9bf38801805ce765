"""Paragraphs (款) and sentences: the pieces of a text that the rules look at, in articles and policy headings alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from corpus import EId, Provision, ProvisionKind, Version
from duties.duty import Duty
from duties.findings.mention import Mention, mentions_in

_LEAVES = {
    ProvisionKind.ITEM,
    ProvisionKind.SUBITEM,
    ProvisionKind.HEADING3,
    ProvisionKind.HEADING4,
    ProvisionKind.PARAGRAPH,
}
_NO_DUTIES = {"pre", "annex", "tab", "row"}
"""Preamble, annexes and the rows of lists say what other provisions lay down."""

_SENTENCE = re.compile(r"[^。；\n]+[。；]?")
_FULL_WIDTH = str.maketrans(",;:()", "，；：（）")
"""Half-width marks are read as the full-width ones that drafters mean; no place moves."""
_TITLE = re.compile(r"[^，。；：]{2,16}。?")
"""A lead-in that is only the name of its section: 规范数据管理。"""


_CASES = re.compile(r"(?:情形|行为|条件|情况)(?:之一)?[^。；]{0,30}[：:]$")
_CASE = re.compile(r"的[；。，]?$")
"""有下列情形之一的：（一）甲部门通知不准出境的；: a case of another's duty."""


@dataclass(frozen=True)
class Sentence:
    """A sentence, or an item, of a paragraph; ``lead`` is the lead-in that an item stands under, else empty."""

    eid: EId
    text: str
    start: int
    lead: str
    duties: tuple[Duty, ...]

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The bodies that the sentence makes act, in the order of the text."""
        if _CASES.search(self.lead) and _CASE.search(self.text):
            return ()
        return mentions_in(self.text, tuple(dict.fromkeys(duty.bearer for duty in self.duties)))

    @property
    def act_text(self) -> str:
        """The sentence without its bodies: what is to be done."""
        text = self.text
        for mention in reversed(self.mentions):
            text = text[: mention.start] + text[mention.end :]
        return text


@dataclass(frozen=True)
class Paragraph:
    """A paragraph with its items: ``eid`` is the place that a finding names."""

    eid: EId
    text: str
    start: int
    sentences: tuple[Sentence, ...]

    @property
    def article(self) -> EId:
        """The article (or first heading) that the paragraph stands in."""
        return self.eid.ancestor("art") or self.eid.ancestor("h1") or self.eid

    @property
    def mentions(self) -> Iterator[tuple[Sentence, Mention]]:
        """Every body that acts in the paragraph on its own account, with its sentence."""
        return ((s, m) for s in self.sentences for m in s.mentions if m.how != "partner")

    @property
    def partners(self) -> Iterator[Mention]:
        """The bodies that another one acts together with (会同…)."""
        return (m for s in self.sentences for m in s.mentions if m.how == "partner")


def paragraphs_of(version: Version, duties: tuple[Duty, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs of the articles, and the sections （一） of a policy text with their points."""
    text = version.text.translate(_FULL_WIDTH)
    spans = (
        _Span(text, block, _inside(version, at)) for at, block in enumerate(version.provisions) if _is_block(block)
    )
    return tuple(span.paragraph(duties) for span in spans if span.is_spoken)


def _is_block(provision: Provision) -> bool:
    first, last = provision.eid.steps[0][0], provision.eid.steps[-1][0]
    if first in _NO_DUTIES:
        return False
    return last in ("h1", "h2") or (last == "para" and provision.eid.number("h1") is None)


def _inside(version: Version, at: int) -> list[Provision]:
    """What stands under the provision at ``at``: provisions come in the order of the text, so it follows at once."""
    under = f"{version.provisions[at].eid}__"
    return list(takewhile(lambda p: p.eid.startswith(under), version.provisions[at + 1 :]))


class _Span:
    """The part of a version's text that one paragraph or policy heading covers without the headings under it."""

    def __init__(self, text: str, block: Provision, inside: list[Provision]) -> None:
        self._text, self._block = text, block
        below = (p.start for p in inside if p.kind is ProvisionKind.HEADING2)
        self._end = min(below, default=block.end)
        self._leaves = [p for p in inside if p.kind in _LEAVES and p.start < self._end]
        self._start = self._own_words()

    def _own_words(self) -> int:
        """Where the words after the label and the heading's name begin."""
        first = self._block.text[:12].translate(_FULL_WIDTH)
        head = self._text.find(first, self._block.start, self._end) if first else -1
        if head >= 0:
            return head
        return min((leaf.start for leaf in self._leaves), default=self._end)

    @property
    def is_spoken(self) -> bool:
        """Whether anything but the heading's name stands here."""
        return bool(self._text[self._start : self._end].strip())

    def paragraph(self, duties: tuple[Duty, ...]) -> Paragraph:
        """The span as a paragraph with its sentences."""
        here = [duty for duty in duties if self._start <= duty.start < self._end]
        text = self._text[self._start : self._end]
        return Paragraph(self._block.eid, text, self._start, tuple(self._sentences(here)))

    def _sentences(self, duties: list[Duty]) -> Iterator[Sentence]:
        for eid, start, stop, lead in self._pieces():
            for match in _SENTENCE.finditer(self._text, start, stop):
                spoken = match.group().strip()
                at = match.start() + match.group().find(spoken)
                inside = tuple(duty for duty in duties if at <= duty.start < match.end())
                if spoken:
                    yield Sentence(eid, spoken, at, lead, inside)

    def _pieces(self) -> Iterator[tuple[EId, int, int, str]]:
        """The lead-in and each item with where it begins and ends; points of a policy text need no lead-in."""
        stops = [*(leaf.start for leaf in self._leaves), self._end]
        lead = self._text[self._start : stops[0]].strip() if self._leaves else ""
        titled = self._block.kind is not ProvisionKind.PARAGRAPH and bool(_TITLE.fullmatch(lead))
        if not titled:
            yield self._block.eid, self._start, stops[0], ""
        for leaf, stop in zip(self._leaves, stops[1:], strict=True):
            yield leaf.eid, leaf.start + len(leaf.label), stop, "" if titled else lead
