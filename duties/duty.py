"""Duty (职责): one act that a provision lays on a public body (bearer × act)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus import EId, Level, Number, place_of
from duties.counterpart import Counterpart


class Role(StrEnum):
    """What part the bearer plays (职责类型)."""

    LEAD = "lead"
    COOPERATE = "cooperate"
    SUPERVISE = "supervise"
    ASSIST = "assist"
    PERMIT = "permit"
    ENFORCE = "enforce"
    SUPPORT = "support"

    @property
    def chinese(self) -> str:
        """The word shown to people.

        >>> Role.LEAD.chinese
        '牵头负责'
        """
        return _ROLE_WORDS[self]


class Modality(StrEnum):
    """How the provision binds the bearer (规范词)."""

    MUST = "must"
    MAY = "may"
    MUST_NOT = "must_not"
    ENCOURAGE = "encourage"

    @property
    def chinese(self) -> str:
        """The word shown to people.

        >>> Modality.MUST_NOT.chinese
        '不得'
        """
        return _MODALITY_WORDS[self]


@dataclass(frozen=True, slots=True)
class Duty:
    """One row of the duty table.

    ``bearer`` is the text's wording (区、县（市）人民政府), ``bodies`` the same split and normalised (人民政府),
    ``matter`` the object in at most 20 characters, ``quote`` the run from the bearer to the end of the act:
    characters ``start:end`` of the version's text. ``act`` is the act alone (制定养犬管理规划), ``condition`` when it
    is due (发现违法行为的), ``time_limit`` by when (十五日内, 每年一月底前), ``counterparts`` whom it needs or tells
    (会同公安机关, 报市人民政府批准): all as written, empty where the text says nothing.
    """

    doc: str
    version_id: str
    eid: EId
    bearer: str
    bodies: tuple[str, ...]
    levels: tuple[Level, ...]
    role: Role
    modality: Modality
    matter: str
    quote: str
    start: int
    end: int
    act: str = ""
    condition: str = ""
    time_limit: str = ""
    counterparts: tuple[Counterpart, ...] = ()

    @property
    def article(self) -> Number | None:
        """The 条 (6, or ``"6-1"``)."""
        return place_of(self.eid).article

    @property
    def paragraph(self) -> Number | None:
        """The 款, counted from 1."""
        return place_of(self.eid).paragraph

    @property
    def item(self) -> Number | None:
        """The 项, or None."""
        return place_of(self.eid).item

    def as_row(self) -> dict[str, object]:
        """The duty as a plain mapping, as the command line prints it (doc, article, paragraph, item, bearer …, eid)."""
        return {
            "doc": self.doc,
            "article": self.article,
            "paragraph": self.paragraph,
            "item": self.item,
            "bearer": self.bearer,
            "bodies": list(self.bodies),
            "levels": [level.value for level in self.levels],
            "role": self.role.value,
            "modality": self.modality.value,
            "matter": self.matter,
            "act": self.act,
            "condition": self.condition,
            "time_limit": self.time_limit,
            "counterparts": [counterpart.as_row() for counterpart in self.counterparts],
            "quote": self.quote,
            "eid": str(self.eid),
        }


_ROLE_WORDS = {
    Role.LEAD: "牵头负责",
    Role.COOPERATE: "协同配合",
    Role.SUPERVISE: "监督检查",
    Role.ASSIST: "协助",
    Role.PERMIT: "审批备案",
    Role.ENFORCE: "查处处罚",
    Role.SUPPORT: "领导保障",
}

_MODALITY_WORDS = {
    Modality.MUST: "应当",
    Modality.MAY: "可以",
    Modality.MUST_NOT: "不得",
    Modality.ENCOURAGE: "鼓励",
}
