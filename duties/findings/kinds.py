"""Kinds of finding (发现的种类): the name, the Chinese word, how grave it usually is and how sure its rule is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

import yaml


class Severity(StrEnum):
    """How grave a finding is (严重程度)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def chinese(self) -> str:
        """The word shown to people.

        >>> Severity.HIGH.chinese
        '严重'
        """
        return {"high": "严重", "medium": "一般", "low": "轻微"}[self.value]


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
    RULE_OVERDUE = "rule.overdue"
    LEVEL_MISMATCH = "level.mismatch"
    MODALITY_WEAKENED = "modality.weakened"
    DEADLINE_MISSING = "deadline.missing"

    @property
    def chinese(self) -> str:
        """The name shown to people.

        >>> FindingKind.OVERLAP_LEVEL.chinese
        '层级重叠'
        """
        return self.traits.chinese

    @property
    def traits(self) -> Traits:
        """What ``kinds.yaml`` says of this kind."""
        return _traits()[self.value]


@dataclass(frozen=True, slots=True)
class Traits:
    """``confidence`` is the share of this rule's findings that proved right where people judged them, 0 to 1."""

    chinese: str
    severity: Severity
    confidence: float


@lru_cache(maxsize=1)
def _traits() -> Mapping[str, Traits]:
    written = yaml.safe_load((Path(__file__).parent / "kinds.yaml").read_text(encoding="utf-8"))
    return {
        kind: Traits(row["chinese"], Severity(row["severity"]), float(row["confidence"]))
        for kind, row in written.items()
    }
