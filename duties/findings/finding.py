"""Finding (发现): a place where duties are undefined or overlap, with its kind, its bearers and the reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus import EId, Instrument, ResolvedReference, Version, place_of, short_title
from duties.duty import Duty
from duties.findings.kinds import FindingKind, Severity


@dataclass(frozen=True, slots=True)
class FindingPlace:
    """One provision that a finding rests on: the title without 《》, the version and the paragraph's eid."""

    doc: str
    version_id: str
    eid: EId

    @property
    def article(self) -> int | str | None:
        """The 条 (6, or ``"6-1"``)."""
        return place_of(self.eid).article

    @property
    def paragraph(self) -> int | str | None:
        """The 款, counted from 1."""
        return place_of(self.eid).paragraph

    def as_row(self) -> dict[str, object]:
        """The place as a plain mapping (doc, article, paragraph, eid, version_id)."""
        return {
            "doc": self.doc,
            "article": self.article,
            "paragraph": self.paragraph,
            "eid": str(self.eid),
            "version_id": self.version_id,
        }


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of the findings table.

    ``doc``, ``version_id`` and ``eid`` are the main place (a paragraph), ``also`` the other ones, ``bearers``
    the bodies as written (empty for a missing level), ``why`` one Chinese sentence for the official who reads it.
    ``confidence`` is between 0 and 1; ``severity`` and ``confidence`` are the kind's unless the rule knows better.

    >>> finding = Finding(FindingKind.UNDEFINED_RULE, "栖澜犬只规定", "v1", EId("art_9__para_2"), (), (), "无期限。")
    >>> finding.article, finding.severity.chinese
    (9, '一般')
    """

    kind: FindingKind
    doc: str
    version_id: str
    eid: EId
    also: tuple[FindingPlace, ...]
    bearers: tuple[str, ...]
    why: str
    judged_severity: Severity | None = None
    judged_confidence: float | None = None

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return self.judged_severity or self.kind.traits.severity

    @property
    def confidence(self) -> float:
        """How sure the rule is, 0 to 1."""
        return self.kind.traits.confidence if self.judged_confidence is None else self.judged_confidence

    @property
    def main(self) -> FindingPlace:
        """The main place."""
        return FindingPlace(self.doc, self.version_id, self.eid)

    @property
    def article(self) -> int | str | None:
        """The 条 of the main place."""
        return self.main.article

    @property
    def paragraph(self) -> int | str | None:
        """The 款 of the main place."""
        return self.main.paragraph

    def as_row(self) -> dict[str, object]:
        """The finding as a plain mapping, as the command line prints it."""
        return {
            "kind": self.kind.value,
            **self.main.as_row(),
            "also": [place.as_row() for place in self.also],
            "bearers": list(self.bearers),
            "why": self.why,
            "severity": self.severity.value,
            "confidence": self.confidence,
        }


@dataclass(frozen=True, slots=True)
class ReadText:
    """What the rules look at: an instrument, one version of it, and the duties read out of that version.

    ``references`` are the version's references as they stand against the corpus today; without them the rules about
    references find nothing.
    """

    instrument: Instrument
    version: Version
    duties: tuple[Duty, ...]
    references: tuple[ResolvedReference, ...] = ()

    @property
    def doc(self) -> str:
        """The title as findings write it, without the state's name."""
        return short_title(self.instrument.title)

    def place(self, eid: EId) -> FindingPlace:
        """The provision ``eid`` of this text as a finding's place."""
        return FindingPlace(self.doc, self.version.id, eid)


Rule = Callable[[Sequence[ReadText]], list[Finding]]
"""A rule takes the texts at hand and gives its findings, in any order."""
