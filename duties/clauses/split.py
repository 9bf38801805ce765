"""Sentences of a provision's own words (句), and the clauses of a sentence told into main clauses and conditions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SENTENCE = re.compile(r"[^。]+(?:。[”」』）)]*)?|。")
_QUOTED = re.compile(r"《(?:[^《》]|《[^》]*》)*》|“[^”]*”|（[^（）]*(?:（[^（）]*）[^（）]*)*）|\([^()]*\)|〔[^〕]*〕")
_PART = re.compile(r"[^，；：。,;:]+")
_CONDITION = re.compile(
    r"(?:的|之?外)$|^(?!.*(?:应当|必须|可以|不得)).*(?:时|[后前]|期间|情[况形]下|基础上)$|^(?:未经|非经|如果|倘若)"
)
FILLER = "□"
"""Stands for what is quoted or bracketed: no word in it speaks for the sentence."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch between commas, ``start`` into its sentence; a condition (未经批准, 有下列情形之一的) binds nobody.

    ``goes_on`` where a comma follows: 依照本法的规定，… says how, and the act comes after.
    """

    text: str
    start: int
    is_condition: bool
    goes_on: bool = False


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of ``text`` begins and ends, blanks around it left out.

    >>> [("甲应当做事。乙可以做事。"[a:b]) for a, b in split_sentences("甲应当做事。乙可以做事。")]
    ['甲应当做事。', '乙可以做事。']
    """
    for match in _SENTENCE.finditer(text):
        words = match.group()
        spoken = words.strip()
        if spoken.strip("。”」』） "):
            start = match.start() + words.index(spoken)
            yield start, start + len(spoken)


def masked(sentence: str) -> str:
    """The sentence with quoted and bracketed words as filler, as long as before.

    >>> masked("依照《刑法》处理")
    '依照□□□□处理'
    """
    return _QUOTED.sub(lambda match: FILLER * len(match.group()), sentence)


def split_parts(sentence: str) -> tuple[Part, ...]:
    """The parts of a masked sentence.

    >>> [(part.text, part.is_condition) for part in split_parts("未经批准，不得施工；需要延期的，应当申请。")]
    [('未经批准', True), ('不得施工', False), ('需要延期的', True), ('应当申请', False)]
    """
    return tuple(
        Part(
            match.group(),
            match.start(),
            _CONDITION.search(match.group().strip()) is not None,
            sentence[match.end() : match.end() + 1] in {"，", ","},
        )
        for match in _PART.finditer(sentence)
    )
