"""Counterpart (相对机关): another body that an act needs or tells: 会同…, 报…批准, 向…备案, 征求…意见."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Dealing(StrEnum):
    """How the bearer deals with the other body; the value is the word shown to people."""

    TOGETHER = "会同"
    APPROVAL = "报批"
    FILING = "备案"
    REPORT = "报告"
    OPINION = "征求意见"
    HANDOVER = "移送"
    ENTRUSTING = "委托"
    REQUEST = "提请"


@dataclass(frozen=True, slots=True)
class Counterpart:
    """``words`` is the other body as written, ``bodies`` the same split and normalised.

    >>> Counterpart(Dealing.APPROVAL, "市人民政府", ("人民政府",)).as_row()
    {'dealing': '报批', 'words': '市人民政府', 'bodies': ['人民政府']}
    """

    dealing: Dealing
    words: str
    bodies: tuple[str, ...]

    def as_row(self) -> dict[str, object]:
        """The counterpart as a plain mapping."""
        return {"dealing": self.dealing.value, "words": self.words, "bodies": list(self.bodies)}
