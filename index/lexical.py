"""Lexical vectors: the words of a text as jieba cuts them for search, weighted as BM25 does; IDF is left to Qdrant."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from zlib import crc32

import jieba
from haystack.dataclasses import SparseEmbedding

from corpus import NUMERAL, parse_numeral

K1 = 1.2
B = 0.75
MEAN_LENGTH = 90
"""Terms of a mean passage. A constant, so that a passage's vector never depends on its neighbours."""

_ARTICLE = re.compile(
    rf"""
    第?(?P<number>{NUMERAL})(?P<unit>[编章节条款项])      # 第六条
    (?:之(?P<insert>{NUMERAL}))?                       # 之一
    """,
    re.X,
)
_WORD = re.compile(r"\w")


def lexical_document(text: str, titles: Iterable[str] = ()) -> SparseEmbedding:
    """The vector of a passage; ``titles`` are whole titles that count as one term each, besides their words."""
    counts = Counter((*terms(text), *map(_title_term, titles)))
    norm = K1 * (1 - B + B * counts.total() / MEAN_LENGTH)
    return _vector({term: count * (K1 + 1) / (count + norm) for term, count in counts.items()})


def lexical_query(text: str, titles: Iterable[str] = ()) -> SparseEmbedding:
    """The vector of a question: every term once, however often it was said."""
    return _vector(dict.fromkeys((*terms(text), *map(_title_term, titles)), 1.0))


def terms(text: str) -> Iterator[str]:
    """The terms of a text; numbers of provisions whole and in one form, stop words and punctuation left out.

    >>> list(terms("栖澜市网格员，第六条之一"))
    ['第6-1条', '栖澜市', '网格', '员']
    """
    rest: list[str] = []
    end = 0
    for match in _ARTICLE.finditer(text):
        number, insert = parse_numeral(match["number"]), parse_numeral(match["insert"] or "")
        if number is None or not match[0].startswith("第"):
            continue
        yield f"第{number}{'' if insert is None else f'-{insert}'}{match['unit']}"
        rest.append(text[end : match.start()])
        end = match.end()
    rest.append(text[end:])
    for part in rest:
        yield from (
            word for word in _cutter().cut_for_search(part.lower()) if _WORD.search(word) and word not in _stop_words()
        )


def term_index(term: str) -> int:
    """The number of a term in the sparse vector, the same on every machine and in every run.

    >>> term_index("网格")
    2526490529
    """
    return crc32(term.encode())


def _vector(weights: dict[str, float]) -> SparseEmbedding:
    summed: dict[int, float] = {}
    for term, weight in weights.items():
        index = term_index(term)
        summed[index] = max(weight, summed.get(index, 0.0))
    ordered = sorted(summed)
    return SparseEmbedding(indices=ordered, values=[summed[index] for index in ordered])


def _title_term(title: str) -> str:
    return f"《{title}》"


@cache
def _cutter() -> jieba.Tokenizer:
    # An own tokenizer: what other code teaches jieba's global one does not change our vectors.
    jieba.setLogLevel(logging.WARNING)
    cutter = jieba.Tokenizer()
    cutter.initialize()
    return cutter


@cache
def _stop_words() -> frozenset[str]:
    lines = Path(__file__).with_name("stop_words.txt").read_text(encoding="utf-8").split()
    return frozenset(lines)
