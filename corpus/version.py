"""Version (文本版本): the text of an instrument in force from a date, with its provisions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256

from corpus.eid import EId
from corpus.provision import Provision, ProvisionKind
from corpus.reference import Reference
from corpus.remark import Remark


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The file a version was read from; ``sha256`` is its content address, ``name`` what the user called it."""

    sha256: str
    name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class Dates:
    """Dated events of a text (题注): 通过 adopted, 批准 approved, 公布 promulgated, 施行 in force, 废止 repealed.

    ``stated_on`` is the first day in force as a person has stated it; it goes before all that was read.
    """

    adopted_on: date | None = None
    approved_on: date | None = None
    promulgated_on: date | None = None
    effective_on: date | None = None
    repealed_on: date | None = None
    stated_on: date | None = None

    @property
    def starts_on(self) -> date | None:
        """The first day in force of this very text: its latest event.

        An amended text keeps the 施行 clause of its first version, so that a 施行 date before the day when the text was
        passed or made public is not when this text began.

        >>> Dates(promulgated_on=date(2021, 10, 12), effective_on=date(2018, 1, 1)).starts_on
        datetime.date(2021, 10, 12)
        """
        if self.stated_on is not None:
            return self.stated_on
        known = (self.effective_on, self.promulgated_on, self.approved_on, self.adopted_on)
        return max((day for day in known if day is not None), default=None)


@dataclass(frozen=True)
class Version:
    """One text. ``text`` is the cleaned text that every provision's, reference's and remark's offsets point into.

    ``original_text`` is as long as ``text`` and holds the characters of the source where they were turned into
    simplified ones (empty where none was). ``incomplete`` says (Chinese) why the text is probably not whole.
    """

    id: str
    instrument_id: str
    source: SourceFile
    text: str
    dates: Dates
    provisions: tuple[Provision, ...]
    references: tuple[Reference, ...] = ()
    warnings: tuple[str, ...] = field(default=())
    remarks: tuple[Remark, ...] = ()
    original_text: str = ""
    incomplete: tuple[str, ...] = ()

    @cached_property
    def _by_eid(self) -> dict[EId, Provision]:
        return {provision.eid: provision for provision in self.provisions}

    def provision(self, eid: EId) -> Provision | None:
        """The provision with this id, or None."""
        return self._by_eid.get(eid)

    def whole_text(self, provision: Provision) -> str:
        """The provision as it stands in the text, with label and children."""
        return self.text[provision.start : provision.end]

    def as_written(self, provision: Provision) -> str:
        """The provision in the characters of the source: traditional where the source is traditional."""
        return (self.original_text or self.text)[provision.start : provision.end]

    def remarks_in(self, provision: Provision) -> tuple[Remark, ...]:
        """The remarks (附注) on any stretch of the provision."""
        return tuple(r for r in self.remarks if r.start < provision.end and provision.start < r.end)

    def children(self, eid: EId) -> tuple[Provision, ...]:
        """The provisions right under ``eid`` by path, in the order of the text."""
        return self._children.get(eid, ())

    @cached_property
    def _children(self) -> dict[EId | None, tuple[Provision, ...]]:
        grouped: dict[EId | None, list[Provision]] = {}
        for provision in self.provisions:
            grouped.setdefault(provision.parent, []).append(provision)
        return {parent: tuple(below) for parent, below in grouped.items()}

    @property
    def articles(self) -> tuple[Provision, ...]:
        """Every 条 in the order of the text."""
        return tuple(p for p in self.provisions if p.kind is ProvisionKind.ARTICLE)

    def grouping(self, provision: Provision) -> tuple[Provision, ...]:
        """The 编, 章, 节 that ``provision`` stands in, outermost first, found by span."""
        return tuple(
            p
            for p in self.provisions
            if p.kind in _GROUPS and p.eid != provision.eid and p.start <= provision.start and provision.end <= p.end
        )


_GROUPS = {ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.SECTION, ProvisionKind.ANNEX}


def version_id(file_sha256: str, ordinal: int = 0) -> str:
    """The id of the ``ordinal``-th instrument in a file: the same file twice is one version.

    >>> version_id("ab" * 32) == version_id("ab" * 32) != version_id("ab" * 32, 1)
    True
    """
    return "v" + sha256(f"{file_sha256}\n{ordinal}".encode()).hexdigest()[:16]
