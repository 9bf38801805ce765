"""Cues (规范词): the table of words that tell a sentence's kind, each row compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from duties.clauses.clause import ClauseKind

_TABLE = Path(__file__).with_name("cues.yaml")
STAGES = ("elsewhere", "penal", "sanction", "offence", "form", "modal", "assigned", "indicative")
"""Consequences that stand elsewhere; consequences (in a part, in a part of a chapter on liability, in the whole
sentence), forms of sentences, the first modal of the main clause, the
indicative (``assigned`` goes before a modal of a later part)."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One row: ``pattern`` tells ``kind``, in a whole sentence (``offence``, ``form``) or in a part of it."""

    name: str
    stage: str
    kind: ClauseKind
    pattern: re.Pattern[str]
    must: tuple[str, ...]
    must_not: tuple[str, ...]


def _read() -> Iterator[Cue]:
    for row in yaml.safe_load(_TABLE.read_text(encoding="utf-8")):
        pattern = re.compile(re.sub(r"\s+", "", row["pattern"]))
        kind = ClauseKind(row["value"])
        yield Cue(row["name"], row["stage"], kind, pattern, tuple(row["must"]), tuple(row["must_not"]))


CUES = tuple(_read())
"""Every row in the order of the table."""
BY_STAGE = {stage: tuple(cue for cue in CUES if cue.stage == stage) for stage in STAGES}
