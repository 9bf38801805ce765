"""Aim (问题意图): what a question is after, and the amount it asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from answers.pattern_table import PatternRow, pattern_table, word_list
from answers.segment import Word, segment


class AimKind(StrEnum):
    """Who must act, what must be done, what a word means, what a breach costs, what is forbidden, by which steps …"""

    WHO = "who"
    DUTIES = "duties"
    DEFINITION = "definition"
    PENALTY = "penalty"
    PROHIBITION = "prohibition"
    PROCEDURE = "procedure"
    TEXT = "text"
    COMPARE = "compare"


@dataclass(frozen=True, slots=True)
class Aim:
    """``words`` of the question show the aim; ``reason`` tells people how it was read."""

    kind: AimKind
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A number asked for: ``label`` 面积, ``stated`` what must stand in an answer, ``of`` the thing measured."""

    name: str
    label: str
    words: str
    stated: re.Pattern[str]
    of: str = ""

    @property
    def chinese(self) -> str:
        """What is asked for, as a refusal names it: 奖金的金额, 面积."""
        return self.label if not self.of or self.of in self.label else f"{self.of}的{self.label}"


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


_ANY = "figure"
"""Any number at all: counts only where no other kind of amount is asked for."""


def read_amounts(text: str) -> tuple[Amount, ...]:
    """Every amount a question asks for, with the thing measured where the words next to it name one.

    >>> [(amount.label, amount.of) for amount in read_amounts("栖澜市给狗上牌一年要交多少管理费？")]
    [('金额', '管理费')]
    """
    found = ((row, row.found_in(text)) for row in pattern_table("amounts.yaml"))
    amounts = tuple(_amount(row, match, text) for row, match in found if match is not None)
    return tuple(amount for amount in amounts if amount.name != _ANY) or amounts


_NUMERAL_WORDS = "少几"
_NUMBER = "[0-9０-９.．零〇一二三四五六七八九十百千万亿两半]+(?:以上|以下|多)?"


@lru_cache(maxsize=64)
def _stated(answer: str) -> re.Pattern[str]:
    return re.compile(answer.replace("NUM", _NUMBER), re.X)


def _amount(row: PatternRow, match: re.Match[str], text: str) -> Amount:
    thing = _thing_measured(text, match)
    is_counted = row.name == "count" and thing and match[0][-1] not in _NUMERAL_WORDS
    answer = f"NUM{match[0][-1]}.{{0,4}}{thing}" if is_counted else row.more["answer"]
    return Amount(row.name, row.more["label"], match[0], _stated(answer), thing)


_ASKING = re.compile(r"多少|几个月|几")


def _thing_measured(text: str, match: re.Match[str]) -> str:
    """The noun right behind or right before the question word: 多少【管理费】, 几个月【押金】, 【门票】多少钱."""
    asking = _ASKING.search(text, match.start(), match.end() + 2)
    if asking is None:
        return ""
    words = segment(text)
    behind = next((w for w in words if w.start >= asking.end() and not w.flag.startswith(("q", "m", "u"))), None)
    before = next((w for w in reversed(words) if w.end <= asking.start() and w.text not in word_list("link")), None)
    return next((w.text for w in (behind, before) if w is not None and _is_thing(w)), "")


def _is_thing(word: Word) -> bool:
    is_noun = word.flag.startswith("n") and word.flag != "ns"
    is_sum = word.text.endswith(("费", "工资", "金"))
    is_name = word.text in word_list("measure") or "罚" in word.text
    return len(word.text) > 1 and (is_noun or is_sum) and not is_name
