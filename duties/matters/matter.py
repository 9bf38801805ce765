"""Matter (事项): duties that are about the same thing, across provisions, instruments and levels."""

from __future__ import annotations

from dataclasses import dataclass

from duties.duty import Duty
from duties.matters.terms import Terms


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a duty belongs to its matter: the words shared and how alike (0 to 1), how near in meaning to the wording
    that leads the matter (``cosine``, ``near``; None and empty where words alone decided), or what a person decided.

    >>> Reason(("犬", "收容"), 0.82).chinese
    '词语相同：犬、收容（0.82）'
    >>> Reason(("犬",), 0.4, cosine=0.985, near="养犬：犬只收容场所").chinese
    '词语相同：犬（0.40）；语义相近 0.985（与“养犬：犬只收容场所”）'
    """

    words: tuple[str, ...]
    likeness: float
    edit: str = ""
    cosine: float | None = None
    near: str = ""

    @property
    def chinese(self) -> str:
        """The reason as people read it."""
        if self.edit:
            return self.edit
        shared = "、".join(word.lstrip("·") for word in self.words) or "全部"
        by_words = f"词语相同：{shared}（{self.likeness:.2f}）"
        return by_words if self.cosine is None else f"{by_words}；语义相近 {self.cosine:.3f}（与“{self.near}”）"

    def as_row(self) -> dict[str, object]:
        """The reason as a plain mapping; ``by`` is ``user``, ``words`` or ``words+meaning``."""
        by = "user" if self.edit else "words" if self.cosine is None else "words+meaning"
        cosine = None if self.cosine is None else round(self.cosine, 3)
        row = {"by": by, "words": list(self.words), "likeness": round(self.likeness, 2)}
        return row | {"cosine": cosine, "near": self.near or None}


@dataclass(frozen=True, slots=True)
class Member:
    """One duty of a matter, what it is about with its context (``terms``), and why it is here.

    ``topic`` is what the duty's document is about, ``label`` the duty's matter as it may stand in a heading.
    """

    duty: Duty
    terms: Terms
    reason: Reason
    topic: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """``id`` stays as long as the words by which the matter is known do; ``edits`` tells what people changed."""

    id: str
    name: str
    words: tuple[str, ...]
    members: tuple[Member, ...]
    edits: tuple[str, ...] = ()

    @property
    def duties(self) -> tuple[Duty, ...]:
        """The duties, in the order of the documents' titles and of their texts."""
        return tuple(member.duty for member in self.members)

    @property
    def why(self) -> str:
        """What the matter is known by, in one sentence."""
        known = "、".join(word.lstrip("·") for word in self.words)
        return "；".join((f"以“{known}”归并 {len(self.members)} 项职责", *self.edits))
