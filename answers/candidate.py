"""Candidate (候选条款): a clause of the evidence, weighed against the question; every sign of fitness is kept."""

from __future__ import annotations

from dataclasses import dataclass

from answers.aim import AimKind, Amount
from answers.clause import Clause


@dataclass(frozen=True, slots=True)
class Candidate:
    """``coverage`` is the clause's own, ``context`` its article's with title and chapter; ``score`` is the sum.

    ``amounts`` are those it states, ``fits`` the aims it has the form to answer, ``unit`` how its article was found
    (1 for the best of its search).
    """

    clause: Clause
    scope: str
    unit: float
    dense: float
    coverage: float
    context: float
    amounts: tuple[Amount, ...]
    fits: tuple[AimKind, ...]
    score: float
