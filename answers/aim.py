"""Aim (问题意图): what a question is after, and the amount it asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from answers.pattern_table import PatternRow, pattern_table


class AimKind(StrEnum):
    """Who must act, what a word means, what a breach costs, what is forbidden, which steps, or what a provision says."""

    WHO = "who"
    DEFINITION = "definition"
    PENALTY = "penalty"
    PROHIBITION = "prohibition"
    PROCEDURE = "procedure"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Aim:
    """``words`` of the question show the aim; ``reason`` tells people how it was read."""

    kind: AimKind
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A number asked for: ``label`` 面积, ``stated`` what a provision that answers must contain, ``of`` the thing measured."""

    name: str
    label: str
    words: str
    stated: re.Pattern[str]
    of: str = ""


def read_aims(text: str) -> tuple[Aim, ...]:
    """Every aim of a question, once each, in the order of the table.

    >>> [aim.kind.value for aim in read_aims("栖澜市乱倒垃圾由谁处罚、罚多少？")]
    ['who', 'penalty']
    """
    found: dict[AimKind, Aim] = {}
    for row in pattern_table("aims.yaml"):
        match = row.found_in(text)
        if match is not None:
            kind = AimKind(row.name)
            found.setdefault(kind, Aim(kind, match[0], f"问题中“{match[0]}”{row.more['reason']}"))
    return tuple(found.values())


def read_amounts(text: str) -> tuple[Amount, ...]:
    """Every amount a question asks for, with the thing measured where the words next to it name one.

    >>> [(amount.label, amount.of) for amount in read_amounts("栖澜市给狗上牌一年要交多少管理费？")]
    [('金额', '管理费')]
    """
    found = ((row, row.found_in(text)) for row in pattern_table("amounts.yaml"))
    return tuple(_amount(row, match, text) for row, match in found if match is not None)


_NUMBER = "[0-9０-９.．零〇一二三四五六七八九十百千万亿两半]+(?:以上|以下|多)?"


@lru_cache(maxsize=64)
def _stated(answer: str) -> re.Pattern[str]:
    return re.compile(answer.replace("NUM", _NUMBER), re.X)


def _amount(row: PatternRow, match: re.Match[str], text: str) -> Amount:
    return Amount(row.name, row.more["label"], match[0], _stated(row.more["answer"]), _thing_measured(text))


# The noun right behind or right before the question word: 多少【管理费】, 几个月【押金】, 【门票】多少钱, 【电话】是多少.
_THING = re.compile(
    r"""
    (?:多少|几个月|几年|几天)的?(?P<behind>[一-鿿]{1,4}?(?:费用?|金|款|补助|补贴|工资|租|价|票|税|奖励))(?![一-鿿]{0,1}额外)
    | (?P<before>[一-鿿]{1,4}?(?:费|金|补助|补贴|工资|租|价|价格|票|税|电话|奖励))(?:标准)?(?:是|为|有|要)?多少
    """,
    re.X,
)
_NO_THING = {"罚款", "罚金", "资金"}
"""What every penalty clause states in other words (处…元以下罚款)."""


def _thing_measured(text: str) -> str:
    match = _THING.search(text)
    thing = (match["behind"] or match["before"]) if match else ""
    return "" if thing in _NO_THING else thing
