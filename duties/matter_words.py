"""Matter words (事项用语): what an act is about, in at most 20 characters of the text."""

from __future__ import annotations

import re

from duties.verbs import STRONG, VERB

LONGEST = 20
_INTO = re.compile(r"(?:纳入|列入|作为|提供|进行|开展|实施|给予|予以)(?P<object>[^，；]*)$")
_LEADING = re.compile(r"^(?:[将把对为向][^，；]*?(?=纳入|列入|作为|提供|进行|开展|实施|给予|予以))")
_FILLER = re.compile(
    r"^(?:本市|本省|本行政区域内?的?|本辖区内?的?|本地区的?|全市|全省|辖区内?的?|对|了|好|的|有关|相关)+"
)
_END = re.compile(r"(?:等(?:工作|事项|活动|措施|情况)?|工作)$")


def matter_of(act: str) -> str:
    """The object of ``act``, its words without bearer, modal word and adverbials.

    >>> matter_of("建立健全养老服务联动协调机制")
    '养老服务联动协调机制'
    >>> matter_of("将养老服务经费纳入本级财政预算")
    '纳入本级财政预算'
    """
    act = act.strip("，；。：、 ")
    moved = _LEADING.sub("", act)
    if moved != act:
        return _short(moved)
    words = _object(act)
    return _short(_FILLER.sub("", words) or words or act)


def _object(act: str) -> str:
    """``act`` without its verb, and without further verbs joined to it (研究制定并组织实施…)."""
    words, verb = act, VERB.match(act)
    while verb is not None and verb.end() < len(words) - 1:
        rest = words[verb.end() :]
        words = rest.lstrip("、和并与及")
        verb = VERB.match(words) if len(words) < len(rest) else STRONG.match(words)
    return words


def _short(words: str) -> str:
    if len(words) <= LONGEST:
        return words
    bare = _END.sub("", words)
    if len(bare) <= LONGEST:
        return bare
    for cut in re.finditer(r"的|、|，", words):
        rest = words[cut.end() :]
        if 4 <= len(rest) <= LONGEST:
            return rest
    return words[-LONGEST:] if not re.search(r"[，；]", words[-LONGEST:]) else words[:LONGEST]
