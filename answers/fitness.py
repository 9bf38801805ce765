"""Fitness (切合度): how far a clause has the form of an answer to what is asked: 0 to about 2, a definition 4."""

from __future__ import annotations

import re

from answers.aim import AimKind
from answers.clause import Clause
from answers.inquiry import Inquiry
from answers.pattern_table import pattern_table
from answers.who import best_weight

_DEFINED = re.compile(
    r"""
    所称(?:的)?(?P<called>[一-鿿“”（）、]{2,24}?)(?:，|是指|包括|系指)     # 本条例所称网格，是指…
    | ^(?!本|[^，。]*所称)(?P<named>[一-鿿“”]{2,16}?)，?(?:是指|是)                          # 网格是…
    """,
    re.X,
)
_DEFINITION = 4.0
"""所称网格员，是指… answers 什么是网格员 whatever else speaks of 网格员."""
_HALF = 0.3
"""A clause that has the words of such an answer, but not about the very thing asked."""


def fitness(kind: AimKind, clause: Clause, inquiry: Inquiry) -> float:
    """How well the clause's form answers that aim."""
    if not has_form(kind, clause.text):
        return 0.0
    if kind in (AimKind.WHO, AimKind.DUTIES):
        return best_weight(clause, inquiry) or _HALF
    if kind is AimKind.DEFINITION:
        return _DEFINITION if defines_what_is_asked(clause.text, inquiry.analysis.question.text) else _HALF
    return 1.0


def has_form(kind: AimKind, text: str) -> bool:
    """Whether a clause with these words can answer such a question at all.

    >>> has_form(AimKind.PENALTY, "由市网格主管部门处二百元罚款")
    True
    """
    return any(row.found_in(text) for row in pattern_table("fits.yaml") if row.name == kind)


def defines_what_is_asked(clause: str, question: str) -> bool:
    """Whether the clause defines a word of the question.

    >>> defines_what_is_asked("本条例所称网格员，是指从事网格服务的人员。", "什么是网格员？")
    True
    """
    found = (match["called"] or match["named"] for match in _DEFINED.finditer(clause))
    return any(word.strip("“”") in question for word in found)
