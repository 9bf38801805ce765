"""Terms (用语): what a matter is known by: the things it is about, and the kind of work done on them (方面)."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import jieba

from duties.table import read_table

ASPECT_MARK = "·"
"""Stands before an aspect among the words, so that the work 规划 is no other thing named so."""

_TERM = re.compile(r"[一-鿿]{2,}")
_EMPTY = re.compile(
    r"[第一二三四五六七八九十百千万两几]+[个日月年款项条名次倍元分人以]|[由报向对经][省市县区镇乡村]|[未不应并且].$"
)
_LAW = re.compile(r"《[^》]*》")


@dataclass(frozen=True, slots=True)
class Terms:
    """``things`` are the words for what is dealt with (生活垃圾, 收运), ``aspects`` the kinds of work (规划, 宣传)."""

    things: frozenset[str]
    aspects: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.things or self.aspects)

    def __or__(self, other: Terms) -> Terms:
        return Terms(self.things | other.things, self.aspects | other.aspects)


@lru_cache(maxsize=1)
def _cutter() -> jieba.Tokenizer:
    jieba.setLogLevel(logging.WARNING)
    return jieba.Tokenizer()


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """Words that stand in duties of every kind and tell none from another."""
    return frozenset(Path(__file__).with_name("common_words.txt").read_text(encoding="utf-8").split())


@lru_cache(maxsize=4096)
def from_word(sentence: str, start: int, end: int) -> str:
    """``sentence[start:end]`` from the first whole word in it.

    >>> from_word("建立生活垃圾投放制度", 5, 10)
    '投放制度'
    """
    here = 0
    for word in _cutter().lcut(sentence):
        if here >= start:
            return sentence[here:end].lstrip("、，的和与及") or sentence[start:end]
        here += len(word)
    return sentence[start:end]


@lru_cache(maxsize=2)
def _patterns(table: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """The patterns of a table as one, the earlier row first, and what each of its groups stands for."""
    rows = read_table(table)
    joined = "|".join(f"(?P<r{number}>{row.pattern})" for number, row in enumerate(rows))
    return re.compile(joined), {f"r{number}": str(row.value) for number, row in enumerate(rows)}


@lru_cache(maxsize=65536)
def read_terms(text: str) -> Terms:
    """The terms of a matter's or topic's words.

    >>> terms = read_terms("犬只收容场所的监督检查")
    >>> sorted(terms.things), sorted(terms.aspects)
    (['场所', '收容', '犬'], ['检查'])
    """
    rest, things = _taken(_LAW.sub(" ", text), "synonyms")
    rest, aspects = _taken(rest, "aspects")
    words = {word for word in _cutter().lcut(rest) if _TERM.fullmatch(word) and not _EMPTY.match(word)}
    return Terms(frozenset(things | (words - _common())), frozenset(aspects))


@lru_cache(maxsize=65536)
def aspects_of(text: str) -> frozenset[str]:
    """The kinds of work that a text speaks of.

    >>> sorted(aspects_of("犬只收容场所的监督检查和宣传教育"))
    ['宣传', '检查']
    """
    return frozenset(_taken(_LAW.sub(" ", text), "aspects")[1])


def _taken(text: str, table: str) -> tuple[str, set[str]]:
    """``text`` without what the table matches, and the values of what matched."""
    pattern, values = _patterns(table)
    found: set[str] = set()

    def take(match: re.Match[str]) -> str:
        found.add(values[str(match.lastgroup)])
        return " "

    return pattern.sub(take, text), found
