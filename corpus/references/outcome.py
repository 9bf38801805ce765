"""Outcome (核对结果) of a reference, with what it leads to and, in Chinese, what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.eid import EId
from corpus.instrument import Instrument
from corpus.provision import Provision
from corpus.reference import Reference
from corpus.version import Version


class Outcome(StrEnum):
    """The value is what rows and filters carry."""

    RESOLVED = "resolved"
    UNKNOWN_INSTRUMENT = "unknown instrument"
    NO_SUCH_PROVISION = "no such provision"
    NOT_IN_FORCE = "not in force"
    AMBIGUOUS = "ambiguous"
    UNJUDGED = "cannot judge"

    @property
    def chinese(self) -> str:
        """The word shown to people.

        >>> Outcome.NO_SUCH_PROVISION.chinese
        '条款不存在'
        """
        return _CHINESE[self]


_CHINESE = {
    Outcome.RESOLVED: "已核对",
    Outcome.UNKNOWN_INSTRUMENT: "语料中没有该文件",
    Outcome.NO_SUCH_PROVISION: "条款不存在",
    Outcome.NOT_IN_FORCE: "文件已失效",
    Outcome.AMBIGUOUS: "所指不唯一",
    Outcome.UNJUDGED: "无法判断",
}


@dataclass(frozen=True, slots=True)
class ResolvedReference:
    """What a reference leads to. ``problem`` (Chinese) is empty exactly when the outcome is RESOLVED.

    ``provisions`` are the one meant, or all of a range; none where a whole instrument is meant. ``candidates`` are the
    instruments that the name may mean, never chosen from. ``version`` with UNJUDGED is a text of another day.
    """

    reference: Reference
    outcome: Outcome
    problem: str = ""
    instrument: Instrument | None = None
    version: Version | None = None
    provisions: tuple[Provision, ...] = ()
    candidates: tuple[Instrument, ...] = ()

    @property
    def target(self) -> EId | None:
        """The id of the (first) provision meant."""
        return self.provisions[0].eid if self.provisions else None
