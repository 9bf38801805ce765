"""Words of a Chinese text with their part of speech and place, by jieba."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import lru_cache

import jieba
import jieba.posseg

jieba.setLogLevel(logging.WARNING)


@dataclass(frozen=True, slots=True)
class Word:
    """``text[start:end]`` with jieba's part of speech (n 名词, v 动词, ns 地名, r 代词 …)."""

    text: str
    flag: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def segment(text: str) -> tuple[Word, ...]:
    """The words of ``text`` in order; joined they are the text again.

    >>> [word.text for word in segment("网格员由街道管理")]
    ['网格', '员', '由', '街道', '管理']
    """
    words: list[Word] = []
    position = 0
    for pair in jieba.posseg.cut(text):
        words.append(Word(pair.word, pair.flag, position, position + len(pair.word)))
        position += len(pair.word)
    return tuple(words)
