"""Bearers (职责主体): the public bodies that a text names, found at a given place, with private ones told apart."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from duties.level_prefix import split_level
from duties.phrases import PHRASES, begins, holds
from duties.table import read_table
from duties.verbs import STRONG, VERB

_HEADS = tuple((row.value == "public", re.compile(rf"(?:{row.pattern})$")) for row in read_table("heads"))
# Names end within names (市人民政府办公室), so every beginning is tried; the engine does that faster than a loop.
_HEADS_WITHIN = re.compile(rf"(?=(?P<head>{'|'.join(f'(?:{row.pattern})' for row in read_table('heads'))}))")
_STAFF = re.compile(r"(?:、单位)?(?:的|及其)?工作人员$")
_UNITS = re.compile(r"(?:部门|机关|政府|办事处|局)等(?:有关|相关)?单位$")
"""甲部门、乙部门等单位: the units are the bodies named."""
_LONG_ALIAS = re.compile(r"[（(][^（）()]{4,}[）)]$")
_SHORT_ALIAS = re.compile(r"[（(][^（）()]{1,3}[）)]$")
"""派出机关（机构）: another word for the head."""
_ENTRUSTED = re.compile(r"受[^的]{2,16}委托的")
_ATTACHED = re.compile(r"单位|其?工作人员")
"""What follows a list of bodies and belongs to it: 甲部门、乙部门、单位及其工作人员."""
_UNDER = re.compile(r"在[^，。；、]*(?:政府|党委|部门|机关|机构|委员会)$")
_LED = re.compile(r"的?(?:统一)?(?:领导|指导|组织|统筹|协调|监督)(?:和[一-龥]{2})?下")
_COUNTED = re.compile(r"[一二两三四五六七八九十0-9０-９]+(?:名|位)")
"""两名以上执法人员: how many take part, no body."""
_OPENING, _CLOSING = re.compile(r"[（(]"), re.compile(r"[）)]")
LONGEST_NAME = 240
"""No list of bodies is longer; a text without punctuation must not make us try every length."""
_AHEAD = 60
"""How far behind a name we look for what follows it."""


@dataclass(frozen=True, slots=True)
class Group:
    """One member of a list of subjects: 公安、民政等部门 is one group, as is 物业服务企业."""

    start: int
    end: int
    text: str
    public: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """A subject as written.

    ``start:end`` is its public part (empty where it has none), ``stop`` where the whole ends. ``term`` is the short
    name that the text gives it there (以下简称…), or empty.
    """

    start: int
    end: int
    stop: int
    text: str
    groups: tuple[Group, ...]
    term: str = ""

    @property
    def public(self) -> bool:
        """Whether a public body is among the subjects."""
        return self.end > self.start

    @classmethod
    def of_words(cls, text: str, start: int, end: int) -> Mention:
        """Characters ``start:end`` of ``text``, taken for a public body whatever they are."""
        return cls(start, end, end, text[start:end], (Group(start, end, text[start:end], public=True),))


def find_mention(  # noqa: PLR0913  (what stands before, behind and around a name)
    text: str, at: int, after: re.Pattern[str], terms: Collection[str] = (), *, whole: bool = False, of: bool = False
) -> Mention | None:
    """The longest subject that begins at ``at`` and is followed by ``after`` (or, where ``whole``, by nothing).

    A body that only qualifies a thing (市民政局规定的条件) counts where ``of`` is set.

    >>> from duties.verbs import FOLLOW
    >>> find_mention("市发展和改革、商务等部门和行业协会应当加强指导", 0, FOLLOW).text
    '市发展和改革、商务等部门'
    """
    sought = begins("sought", text, at)
    at += sought.end() if sought else 0
    limit = _limit(text, at)
    for end in sorted(set(_ends(text, at, limit, terms)), reverse=True):
        stop, shown = _past_alias(text, end)
        if not _is_name(text[at:end], terms) or (not of and begins("qualifies", text[stop : stop + _AHEAD])):
            continue
        past = begins("etcetera", text[stop : stop + _AHEAD])
        stop += past.end() if past else 0
        if begins("noun", text[stop : stop + _AHEAD]) is not None:
            continue  # 市人民政府机构|编制管理机关: the name goes on
        if _UNDER.search(text, at, end) and _LED.match(text, stop):
            continue  # 市林长办在市人民政府|领导下: under whom it works is no part of its name
        if after.match(text, stop) or (whole and stop == len(text)):
            return _mention(text, at, shown, stop, terms)
    return None


def _ends(text: str, at: int, limit: int, terms: Collection[str]) -> Iterator[int]:
    """Where a name that begins at ``at`` may end: after every head word, with and without 及其工作人员."""
    for match in _HEADS_WITHIN.finditer(text, at, limit):
        end = match.end("head")
        yield end
        staff = begins("staff", text[end : end + _AHEAD])
        if staff is not None:
            yield end + staff.end()
    yield from (at + len(term) for term in terms if text.startswith(term, at))


def _limit(text: str, at: int) -> int:
    """How far a name can reach at most: to a cut or to a verb that never stands in names."""
    farthest = min(len(text), at + LONGEST_NAME)
    cut = PHRASES["cut"].search(text, at, farthest)
    limit = cut.start() if cut else farthest
    inside = [(m.start(), m.end()) for m in PHRASES["described"].finditer(text, at, limit)]
    for match in STRONG.finditer(text, at, limit):
        covered = any(start <= match.start() < end for start, end in inside)
        if not covered and begins("noun", text[match.start() : limit]) is None:
            return match.start()
    return limit


def _past_alias(text: str, end: int) -> tuple[int, int]:
    """Where the subject stops and its words end: 以下简称 is stepped over, another alias is part of the words."""
    match = begins("alias", text, end)
    if match is None:
        return end, end
    stop = end + match.end()
    return (stop, end) if re.match(r"以下|包括|含", match["within"]) else (stop, stop)


def _is_name(words: str, terms: Collection[str]) -> bool:
    if words in terms:
        return True
    if _COUNTED.match(words):
        return False
    if len(_OPENING.findall(words)) != len(_CLOSING.findall(words)):
        return False
    if holds("alien", PHRASES["described"].sub("", words)):
        return False
    if VERB.match(words) and not (holds("noun", words) or PHRASES["described"].match(words) or _ENTRUSTED.match(words)):
        return False
    return "的" not in PHRASES["described"].sub("", PHRASES["of"].sub("", words)) and not words.startswith("、")


def _mention(text: str, at: int, end: int, stop: int, terms: Collection[str]) -> Mention:
    groups = tuple(_groups(text, at, end, terms))
    defined = begins("defines", text, end)
    if defined is not None and any(defined["term"].endswith(term) for term in terms):
        groups = (Group(at, end, text[at:end], public=True),)
    run = _public_run(groups)
    if not run:
        return Mention(at, at, stop, "", groups)
    term = defined["term"] if defined is not None and run[-1].end == end else ""
    return Mention(run[0].start, run[-1].end, stop, text[run[0].start : run[-1].end], run, term)


def _public_run(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    run: list[Group] = []
    for group in groups:
        if group.public:
            run.append(group)
        elif run:
            break
    rest = groups[groups.index(run[-1]) + 1 :] if run else ()
    staff = rest and rest[-1].text.endswith("工作人员") and all(_ATTACHED.fullmatch(group.text) for group in rest)
    return (*run, *rest) if staff else tuple(run)


def _groups(text: str, at: int, end: int, terms: Collection[str]) -> Iterator[Group]:
    if text[at:end] in terms:
        yield Group(at, end, text[at:end], public=True)
        return
    start = at
    cuts = [(match.start(), match.end()) for match in PHRASES["join"].finditer(text, at, end)]
    for cut, following in [*cuts, (end, end)]:
        public = kind_of(text[start:cut], terms)
        if cut == end or (public is not None and not _goes_on(text, start, cut, following, end)):
            yield Group(start, cut, text[start:cut], bool(public))
            start = following


def _goes_on(text: str, start: int, cut: int, following: int, end: int) -> bool:
    """Whether a mere 各区 is the beginning of 各区、县（市）建设部门 and not a bearer of its own."""
    if split_level(text[start:cut])[1]:
        return False
    marks, rest = split_level(text[following:end])
    return bool(marks and rest) and begins("own_place", rest) is None


def kind_of(words: str, terms: Collection[str] = ()) -> bool | None:
    """True for a public body, False for a private one, None where no head word closes ``words``.

    >>> kind_of("市民政部门"), kind_of("养老机构"), kind_of("市民政")
    (True, False, None)
    """
    bare = _LONG_ALIAS.sub("", _STAFF.sub("", words) or words)
    if _UNITS.search(bare):
        return True
    if any(bare.endswith(term) for term in terms):
        return True
    alike = (bare, _SHORT_ALIAS.sub("", bare))
    return next((public for name in alike for public, head in _HEADS if head.search(name)), None)
