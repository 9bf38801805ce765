"""Wanted (待答事项): the things a question asks for, and whether a clause gives them."""

from __future__ import annotations

from answers.aim import AimKind
from answers.analysis import Analysis
from answers.candidate import Candidate

_OPEN = {AimKind.TEXT, AimKind.PROHIBITION, AimKind.PROCEDURE, AimKind.COMPARE}
"""Aims that nearly every clause has the form for: they ask for no further clause."""


def wanted(analysis: Analysis) -> frozenset[str]:
    """The names of everything asked for: ``{"who", "money"}``."""
    aims = {aim.kind.value for aim in analysis.aims if aim.kind not in _OPEN}
    return frozenset(aims | {amount.name for amount in analysis.amounts})


def given(candidate: Candidate) -> frozenset[str]:
    """What of it the clause gives."""
    return frozenset({kind.value for kind in candidate.fits} | {amount.name for amount in candidate.amounts})
