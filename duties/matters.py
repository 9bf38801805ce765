"""Matters (事项): duties that are about the same thing, across provisions, instruments and levels."""

from __future__ import annotations

import logging
import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import jieba

from duties.duty import Duty

ALIKE = 0.6
"""Two matters are one when the words they share carry this part of the weight of the smaller one."""

_COMMON = frozenset(
    {"工作", "管理", "有关", "相关", "本市", "本省", "行政区域", "进行", "应当", "情况", "活动", "事项", "其他", "规定"}
    | {"制度", "机制", "以及", "或者", "及其", "提供", "建立", "纳入", "措施", "组织", "制定", "具体", "公布", "实施"}
)
_TERM = re.compile(r"[一-鿿]{2,}")


@lru_cache(maxsize=1)
def _cutter() -> jieba.Tokenizer:
    jieba.setLogLevel(logging.WARNING)
    return jieba.Tokenizer()


@dataclass(frozen=True, slots=True)
class Matter:
    """A set of duties about one thing: ``name`` is the matter of its first duty, ``words`` what it is known by."""

    name: str
    words: frozenset[str]
    duties: tuple[Duty, ...]


def matter_terms(text: str) -> frozenset[str]:
    """The words of a matter that tell it from another; where only common words stand, those.

    >>> sorted(matter_terms("养老服务联动协调机制"))
    ['养老', '协调', '服务', '联动']
    """
    words = {word for word in _cutter().lcut(text) if _TERM.fullmatch(word)}
    return frozenset(words - _COMMON or words)


def group_matters(duties: Iterable[Duty]) -> tuple[Matter, ...]:
    """Every duty in exactly one matter, matters in the order of their first duty.

    The first duty of a matter decides what it is about: a later one joins the matter with which it shares most, if that
    is enough (``ALIKE``), and opens a new one otherwise. Words that stand in many matters count for little.
    """
    listed = tuple(duties)
    terms = [matter_terms(duty.matter) for duty in listed]
    weight = _weights(terms)
    leaders: list[frozenset[str]] = []
    members: list[list[Duty]] = []
    holding: dict[str, list[int]] = {}
    for duty, words in zip(listed, terms, strict=True):
        place = _nearest(words, leaders, holding, weight)
        if place is None:
            place = len(leaders)
            leaders.append(words)
            members.append([])
            for word in words:
                holding.setdefault(word, []).append(place)
        members[place].append(duty)
    return tuple(Matter(duties[0].matter, words, tuple(duties)) for words, duties in zip(leaders, members, strict=True))


def _weights(terms: Collection[frozenset[str]]) -> Mapping[str, float]:
    count = Counter(word for words in terms for word in words)
    return {word: math.log(1 + len(terms) / number) for word, number in count.items()}


def _nearest(
    words: frozenset[str], leaders: list[frozenset[str]], holding: Mapping[str, list[int]], weight: Mapping[str, float]
) -> int | None:
    candidates = sorted({place for word in words for place in holding.get(word, ())})
    scored = [(_likeness(words, leaders[place], weight), -place) for place in candidates]
    best = max(scored, default=(0.0, 0))
    return -best[1] if best[0] >= ALIKE else None


def _likeness(one: frozenset[str], other: frozenset[str], weight: Mapping[str, float]) -> float:
    def total(words: frozenset[str]) -> float:
        return sum(weight[word] for word in words)

    # One shared word of many is chance: the larger side counts with half its weight.
    smaller, larger = sorted((total(one), total(other)))
    return total(one & other) / max(smaller, larger / 2) if larger else 0.0
