"""A text as the rules read it, and the findings that they make of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from corpus import EId
from duties.findings.duty_act import DutyAct, duty_acts
from duties.findings.finding import Finding, FindingPlace, ReadText
from duties.findings.kinds import FindingKind, Severity
from duties.findings.paragraphs import Paragraph, paragraphs_of

if TYPE_CHECKING:
    from duties.findings.counterpart_duties import CounterpartDuties


@dataclass(frozen=True, eq=False)
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

    def finding(  # noqa: PLR0913  (one argument for each field of a finding)
        self,
        kind: FindingKind,
        paragraph: Paragraph,
        bearers: Iterable[str],
        why: str,
        also: Iterable[FindingPlace] = (),
        *,
        severity: Severity | None = None,
        confidence: float | None = None,
    ) -> Finding:
        """A finding whose main place is ``paragraph`` of this text; the kind's severity and confidence unless given."""
        bodies = tuple(dict.fromkeys(bearers))
        places = tuple(also)
        return Finding(kind, self.doc, self.read.version.id, paragraph.eid, places, bodies, why, severity, confidence)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph that may carry duties, in the order of the text."""
        return paragraphs_of(self.read.version, self.read.duties)

    @cached_property
    def by_article(self) -> dict[EId, tuple[Paragraph, ...]]:
        """The paragraphs of each article."""
        grouped: dict[EId, list[Paragraph]] = {}
        for paragraph in self.paragraphs:
            grouped.setdefault(paragraph.article, []).append(paragraph)
        return {article: tuple(paragraphs) for article, paragraphs in grouped.items()}

    @cached_property
    def duty_acts(self) -> tuple[DutyAct, ...]:
        """What each duty of the text is about, in bare words."""
        return duty_acts(self.read.version, self.read.duties)

    @cached_property
    def compared_duties(self) -> dict[str, tuple[CounterpartDuties, ...]]:
        """The pairs made with each higher text so far, by its version: several rules ask for them."""
        return {}
