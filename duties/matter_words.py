"""Matter words (事项用语): what an act is about, in at most 20 characters of the text."""

from __future__ import annotations

import re

from duties.verbs import STRONG, VERB

LONGEST = 20
_SHORTEST = 4
_INTO = re.compile(r"(?:纳入|列入|作为|提供|进行|开展|实施|给予|予以)(?P<object>[^，；]*)$")
_LEADING = re.compile(r"^(?:[将把对为向][^，；]*?(?=纳入|列入|作为|提供|进行|开展|实施|给予|予以))")
_FILLER = re.compile(
    r"^(?:本市|本省|本行政区域内?的?|本辖区内?的?|本地区的?|全市|全省|辖区内?的?|对|了|好|的|有关|相关)+"
)
_JOINS = r"(?:、|和(?!平|谐)|并且|并|与|以及|及(?!时)|或者|或)"
_JOINED = re.compile(rf"^{_JOINS}+")
_STOPS = re.compile(r"[；：。;:]")
_CUT = re.compile(r"的|、|，|或者|以及")
_FRAGMENT = re.compile(
    rf"^(?:{_JOINS}|第[^，；的]{{1,6}}[条款项]|[内的等中后前])|(?:[的或与]|(?<!普)及|(?<![平谐])和)$"
)
"""What no matter begins or ends with: a word cut from the words it belongs to."""
_END = re.compile(r"(?:等(?:工作|事项|活动|措施|情况)?|工作)$")


def matter_of(act: str) -> str:
    """The object of ``act``, its words without bearer, modal word and adverbials.

    >>> matter_of("建立健全养老服务联动协调机制")
    '养老服务联动协调机制'
    >>> matter_of("将养老服务经费纳入本级财政预算")
    '纳入本级财政预算'
    """
    act = _STOPS.split(act.strip("，；。：、 "))[0].rstrip("，、 ")
    act = _JOINED.sub("", act).removesuffix("的") or act
    moved = _LEADING.sub("", act)
    if moved != act:
        return _short(moved)
    words = _object(act)
    return _short(_FILLER.sub("", words) or words or act)


def last_clause(topic: str) -> str:
    """The last clause of what stands before a body, without the joining words at its head.

    >>> last_clause("未按照规定备案；或者拒绝检查的，并")
    '拒绝检查'
    """
    clauses = (_JOINED.sub("", clause.strip()).removesuffix("的") for clause in re.split(r"[，；：。;:]", topic))
    named = [clause for clause in clauses if len(clause) > 1]
    return named[-1] if named else topic


def _object(act: str) -> str:
    """``act`` without its verb, and without further verbs joined to it (研究制定并组织实施…)."""
    words, verb = act, VERB.match(act)
    while verb is not None and verb.end() < len(words) - 1:
        rest = words[verb.end() :]
        words = _JOINED.sub("", rest)
        verb = VERB.match(words) if len(words) < len(rest) else STRONG.match(words)
    return words


def _short(words: str) -> str:
    if len(words) <= LONGEST:
        return words
    bare = _END.sub("", words).removesuffix("的")
    if len(bare) <= LONGEST:
        return bare
    rests = (words[cut.end() :] for cut in _CUT.finditer(words))
    whole = next((rest for rest in rests if _SHORTEST <= len(rest) <= LONGEST and not _FRAGMENT.search(rest)), None)
    if whole is not None:
        return whole
    tail = words[-LONGEST:] if not re.search(r"[，；]", words[-LONGEST:]) else words[:LONGEST]
    return _JOINED.sub("", tail)
