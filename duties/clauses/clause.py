"""Clause (条款句): one sentence of a provision with its kind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus import EId


class ClauseKind(StrEnum):
    """What a sentence does; the value is the drafters' own word, in the order in which people read shares."""

    DUTY = "义务性"
    PROHIBITION = "禁止性"
    POWER = "赋权性"
    ENCOURAGEMENT = "倡导性"
    DECLARATION = "宣示性"
    STATEMENT = "陈述性"
    PENALTY = "罚则"


@dataclass(frozen=True, slots=True)
class Clause:
    """Sentence ``ordinal`` (from 1) of the provision's own words: characters ``start:end`` of the version's text.

    ``cue`` is the words that decided (应当; empty where nothing spoke and the sentence only states something).
    """

    eid: EId
    ordinal: int
    kind: ClauseKind
    start: int
    end: int
    cue: str = ""

    def as_row(self) -> dict[str, object]:
        """The sentence as a plain mapping, as the command line prints it."""
        return {"eid": str(self.eid), "ordinal": self.ordinal, "kind": self.kind.value, "cue": self.cue}
