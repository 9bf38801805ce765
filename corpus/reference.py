"""Reference (引用): a mention of another provision in a provision's text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.eid import EId


class ReferenceKind(StrEnum):
    """What the citing words do; the value is the word in front of the mention, as the field counts them."""

    BASIS = "根据"
    COMPLIANCE = "依照"
    VIOLATION = "违反"
    MANNER = "按照"
    MENTION = "提及"


@dataclass(frozen=True, slots=True)
class Reference:
    """In provision ``source``, characters ``start:end`` of the version's text mention ``target`` of ``title``.

    ``title`` is None where this very text is meant; ``target`` is None where a whole instrument is meant or the place
    does not exist, and ``reason`` then says why. ``through`` is the last provision of a range (第八条至第十条).
    """

    source: EId
    start: int
    end: int
    quote: str
    title: str | None
    target: EId | None
    reason: str = ""
    kind: ReferenceKind = ReferenceKind.MENTION
    through: EId | None = None
