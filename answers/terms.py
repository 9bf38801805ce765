"""Terms (内容词): the words of a question that an answering provision should speak of, with their legal equivalents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import jieba.analyse

from answers.pattern_table import pattern_table, word_list
from answers.segment import Word, segment


@dataclass(frozen=True, slots=True)
class Term:
    """``word`` as asked; ``legal`` what a statute calls it (房东 → 出租人); ``weight`` grows with rarity."""

    word: str
    legal: tuple[str, ...]
    weight: float

    def found_in(self, text: str) -> bool:
        """Whether ``text`` has the word or what a statute calls it."""
        return self.word in text or any(other in text for other in self.legal)


def read_terms(text: str, leave_out: tuple[str, ...] = ()) -> tuple[Term, ...]:
    """The content words of a question, each once; words of ``leave_out`` (places, titles already used) do not count.

    >>> [term.word for term in read_terms("请问栖澜市的房东要不要登记？", ("栖澜市",))]
    ['房东', '登记']
    """
    rest = text
    for taken in leave_out:
        rest = rest.replace(taken, "，")
    words = segment(rest)
    telling = [w for w in words if _is_content(w)] or [w for w in words if _is_short_content(w)]
    found = {w.text: Term(w.text, legal_words(w.text), _rarity(w.text)) for w in telling}
    for lay in _lay_phrases(rest):
        found.setdefault(lay.word, lay)
    return tuple(found.values())


def legal_words(text: str) -> tuple[str, ...]:
    """What statutes say for the everyday words in ``text``; empty where the table has nothing.

    >>> legal_words("房东")
    ('出租人',)
    """
    rows = (row for row in pattern_table("lay_words.yaml") if row.found_in(text))
    return tuple(dict.fromkeys(word for row in rows for word in row.name.split("|")))


def coverage(terms: tuple[Term, ...], text: str) -> float:
    """The share (by weight) of ``terms`` that ``text`` speaks of; 0 where there are no terms."""
    total = sum(term.weight for term in terms)
    return sum(term.weight for term in terms if term.found_in(text)) / total if total else 0.0


_CONTENT_FLAGS = ("n", "v", "a", "j", "l", "i", "eng", "s", "b")
_GLUED = re.compile(r"[能要得没让想来去上了各][^一]")
"""What jieba glues together in everyday speech (能罚, 得去, 要交): no word of the matter."""


def _is_content(word: Word) -> bool:
    is_long = len(word.text) > 1 or word.flag == "n"
    is_glued = len(word.text) == 2 and word.flag == "v" and bool(_GLUED.fullmatch(word.text))
    return is_long and not is_glued and _is_short_content(word)


def _is_short_content(word: Word) -> bool:
    return word.flag.startswith(_CONTENT_FLAGS) and word.text not in word_list("stop")


def _lay_phrases(text: str) -> tuple[Term, ...]:
    """Everyday phrases longer than jieba's words (亲弟弟, 不产生油烟), found over the whole question."""
    rows = ((row, row.found_in(text)) for row in pattern_table("lay_words.yaml"))
    return tuple(Term(m[0], tuple(row.name.split("|")), _rarity(m[0])) for row, m in rows if m is not None)


@lru_cache(maxsize=8192)
def _rarity(word: str) -> float:
    """jieba's own inverse document frequency (2 to 14); a word it does not know counts as its median."""
    table = jieba.analyse.default_tfidf
    return float(table.idf_freq.get(word, table.median_idf))
