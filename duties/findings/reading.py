"""A text as the rules read it: paragraphs (款), their sentences, and the bodies that a sentence gives something to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from corpus import EId, Provision, ProvisionKind, Version
from duties.duty import Duty
from duties.findings.finding import Finding, FindingKind, FindingPlace, ReadText
from duties.findings.mention import Mention, mentions_in

_HEADINGS = {ProvisionKind.HEADING1, ProvisionKind.HEADING2}
_LEAVES = {ProvisionKind.ITEM, ProvisionKind.SUBITEM, ProvisionKind.HEADING3, ProvisionKind.HEADING4}
_NO_DUTIES = {"pre", "annex", "tab", "row"}
"""Preamble, annexes and the rows of lists say what other provisions lay down."""
_TITLE = re.compile(r"[^，。；：]{2,16}。?")
"""A lead-in that is only the name of its section: 规范数据管理。"""
_SENTENCE = re.compile(r"[^。；\n]+[。；]?")


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
    duties: tuple[Duty, ...]

    @property
    def article(self) -> EId:
        """The article (or heading) that the paragraph stands in."""
        return self.eid.ancestor("art") or self.eid.parent or self.eid

    @property
    def mentions(self) -> Iterator[tuple[Sentence, Mention]]:
        """Every body that acts in the paragraph on its own account, with its sentence."""
        return ((s, m) for s in self.sentences for m in s.mentions if m.how != "partner")

    @property
    def partners(self) -> Iterator[Mention]:
        """The bodies that another one acts together with (会同…)."""
        return (m for s in self.sentences for m in s.mentions if m.how == "partner")


@dataclass(frozen=True)
class Reading:
    """One text ready for the rules."""

    read: ReadText

    @property
    def doc(self) -> str:
        """The title as findings write it."""
        return self.read.doc

    def place(self, paragraph: Paragraph) -> FindingPlace:
        """The paragraph as a finding's place."""
        return self.read.place(paragraph.eid)

    def finding(
        self,
        kind: FindingKind,
        paragraph: Paragraph,
        bearers: Iterable[str],
        why: str,
        also: Iterable[FindingPlace] = (),
    ) -> Finding:
        """A finding whose main place is ``paragraph`` of this text."""
        bodies = tuple(dict.fromkeys(bearers))
        return Finding(kind, self.doc, self.read.version.id, paragraph.eid, tuple(also), bodies, why)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph that may carry duties: all but purpose (第一条), scope and the date of entry into force."""
        version = self.read.version
        blocks = [p for p in version.provisions if _is_block(p, version)]
        return tuple(_paragraph(block, version, self.read.duties) for block in blocks)

    @cached_property
    def by_article(self) -> dict[EId, tuple[Paragraph, ...]]:
        """The paragraphs of each article."""
        grouped: dict[EId, list[Paragraph]] = {}
        for paragraph in self.paragraphs:
            grouped.setdefault(paragraph.article, []).append(paragraph)
        return {article: tuple(paragraphs) for article, paragraphs in grouped.items()}

    @cached_property
    def text(self) -> str:
        """All paragraphs joined by line breaks."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


def _is_block(provision: Provision, version: Version) -> bool:
    if provision.eid.steps[0][0] in _NO_DUTIES:
        return False
    if provision.kind in _HEADINGS:
        return bool(provision.text.strip())
    return provision.kind is ProvisionKind.PARAGRAPH and bool(version.whole_text(provision).strip())


def _paragraph(block: Provision, version: Version, duties: tuple[Duty, ...]) -> Paragraph:
    end = block.end
    start = max(version.text.find(block.text[:12], block.start, end), block.start) if block.text else block.start
    here = tuple(duty for duty in duties if block.start <= duty.start < end)
    leaves = [p for p in version.provisions if p.kind in _LEAVES and block.start <= p.start < end and p.eid != block.eid]
    sentences = tuple(_sentences(block, start, end, leaves, version, here))
    return Paragraph(block.eid, version.text[start:end], start, sentences, here)


def _sentences(
    block: Provision, start: int, end: int, leaves: list[Provision], version: Version, duties: tuple[Duty, ...]
) -> Iterator[Sentence]:
    marks = [(block.eid, start), *((leaf.eid, leaf.start + len(leaf.label)) for leaf in leaves)]
    stops = [*(leaf.start for leaf in leaves), end]
    lead = version.text[start : stops[0]].strip() if leaves else ""
    if leaves and leaves[0].kind is ProvisionKind.HEADING3 and _TITLE.fullmatch(lead):
        marks, stops = marks[1:], stops[1:]
    for (eid, begin), stop in zip(marks, stops, strict=True):
        for match in _SENTENCE.finditer(version.text, begin, stop):
            spoken = match.group().strip()
            at = match.start() + match.group().find(spoken)
            inside = tuple(duty for duty in duties if at <= duty.start < match.end())
            if spoken:
                yield Sentence(eid, spoken, at, lead if eid != block.eid else "", inside)
