"""Finding (发现): a place where duties are undefined or overlap, with its kind, its bearers and the reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus import EId, Instrument, ResolvedReference, Version, place_of, short_title
from duties.duty import Duty


class FindingKind(StrEnum):
    """What is wrong; the value is the name that rows and filters carry."""

    UNDEFINED_BEARER = "undefined.bearer"
    UNDEFINED_DESIGNATION = "undefined.designation"
    UNDEFINED_DIVISION = "undefined.division"
    UNDEFINED_CONTENT = "undefined.content"
    UNDEFINED_LEVEL = "undefined.level"
    UNDEFINED_SUBJECT = "undefined.subject"
    UNDEFINED_RULE = "undefined.rule"
    OVERLAP_BODY = "overlap.body"
    OVERLAP_LEVEL = "overlap.level"
    OVERLAP_CONFLICT = "overlap.conflict"
    OVERLAP_REPEAT = "overlap.repeat"
    REFERENCE_BROKEN = "reference.broken"
    REFERENCE_REPEALED = "reference.repealed"

    @property
    def chinese(self) -> str:
        """The name shown to people.

        >>> FindingKind.OVERLAP_LEVEL.chinese
        '层级重叠'
        """
        return _CHINESE[self]


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

    >>> Finding(FindingKind.UNDEFINED_RULE, "栖澜市犬只规定", "v1", EId("art_9__para_2"), (), (), "未定期限。").article
    9
    """

    kind: FindingKind
    doc: str
    version_id: str
    eid: EId
    also: tuple[FindingPlace, ...]
    bearers: tuple[str, ...]
    why: str

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


_CHINESE = {
    FindingKind.UNDEFINED_BEARER: "主体不明",
    FindingKind.UNDEFINED_DESIGNATION: "主体待定",
    FindingKind.UNDEFINED_DIVISION: "分工不明",
    FindingKind.UNDEFINED_CONTENT: "职责空泛",
    FindingKind.UNDEFINED_LEVEL: "层级缺位",
    FindingKind.UNDEFINED_SUBJECT: "主语缺失",
    FindingKind.UNDEFINED_RULE: "配套规则无期限",
    FindingKind.OVERLAP_BODY: "部门重叠",
    FindingKind.OVERLAP_LEVEL: "层级重叠",
    FindingKind.OVERLAP_CONFLICT: "上下冲突",
    FindingKind.OVERLAP_REPEAT: "重复上位法",
    FindingKind.REFERENCE_BROKEN: "引用落空",
    FindingKind.REFERENCE_REPEALED: "引用已废止",
}
