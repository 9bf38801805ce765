"""Predicates (谓语): whether a clause states an act of its own, and with which modal word."""

from __future__ import annotations

import re
from dataclasses import dataclass

from duties.duty import Modality
from duties.phrases import PHRASES, begins, holds
from duties.verbs import AIM, SAME, STRONG, VERB

_DEED = re.compile(rf"{STRONG.pattern}|监督|使用|规划|解决|建设|治理|保障|维护|应用")
_TITLE = re.compile(r"《[^《》]*》")
_LIST = ("、", "和", "以及")
"""What goes on with a list: 根据权属情况、养护费用|核定."""
_MANNER_REACH = 46
"""How far from the beginning a phrase of manner can end."""
_DIRECTED = re.compile(r"(?:对|向|为)[^，]{2,}(?:进行|开展|实施|提供|给予)")


@dataclass(frozen=True, slots=True)
class Predicate:
    """An act at ``start`` of the clause's text; ``modality`` None where the clause has no modal word."""

    start: int
    words: str
    modality: Modality | None


@dataclass(frozen=True, slots=True)
class Setting:
    """A clause's place: ``acted`` after an act of its bearer, ``final`` in its sentence, ``bound`` by a modal word."""

    acted: bool = False
    final: bool = True
    bound: Modality | None = None


def is_condition(clause: str) -> bool:
    """Whether the clause only says when or under which condition.

    >>> is_condition("符合申领条件的"), is_condition("应当予以签注")
    (True, False)
    """
    if clause.endswith("的"):
        return True
    return holds("condition", clause) and not holds("inner", clause[-30:])


def strip_lead(clause: str, at: int) -> tuple[int, Modality | None]:
    """Where the predicate proper begins after modal words and adverbs, and the modality read on the way.

    >>> strip_lead("应当依法及时公布", 0)
    (6, <Modality.MUST: 'must'>)
    """
    modality: Modality | None = None
    while True:
        modal, adverb = begins("modal", clause, at), begins("adverb", clause, at)
        if modal is not None:
            modality = Modality(str(modal.lastgroup))
            at += modal.end()
        elif adverb is not None:
            at += adverb.end()
        else:
            return at, modality


def read_predicate(clause: str, at: int = 0, setting: Setting = Setting()) -> Predicate | None:
    """The act that ``clause`` states from ``at`` on, or None where it only says how, when or to what end.

    >>> read_predicate("应当根据本地实际制定实施方案").words
    '制定实施方案'
    >>> read_predicate("提高服务水平", 0, Setting(acted=True)) is None
    True
    """
    lead, modality = strip_lead(clause, at)
    start = lead
    received = begins("received", clause, start)
    if received is not None:
        start, modality = strip_lead(clause, start + received.end())
    start += _manner(clause[start:])
    words, modality = clause[start:], modality or setting.bound
    grounds = modality is None and not setting.final and begins("grounds", clause, lead)
    if not words or grounds or holds("state", words) or holds("occasion", words):
        return None
    if is_adverbial(words, final=setting.final):
        return None
    if setting.acted and modality is None and _follows_up(words):
        return None
    if _begins_act(words, final=setting.final) or (not setting.acted and AIM.match(words)):
        return Predicate(start, words, modality or _inner_modality(words))
    if modality is not None and _bound_act(words, final=setting.final):
        return Predicate(start, words, modality)
    return None


def _manner(words: str) -> int:
    """How long a phrase of manner right before the verb is (根据本地实际|设立…); 0 where none stands."""
    if not holds("manner", words):
        return 0
    words = _TITLE.sub(lambda title: "》" * len(title[0]), words)
    comma = re.search(r"[，；]", words)
    reach = min(_MANNER_REACH, comma.start() if comma else len(words))
    found = (match.end() for match in PHRASES["manner_end"].finditer(words, 1, reach))
    ends = (end for end in found if not words.startswith(_LIST, end))
    behind = (strip_lead(words, end)[0] for end in ends)
    return next((at for at in behind if _verb_at(words, at)), 0)


def _verb_at(words: str, at: int) -> bool:
    verb = VERB.match(words, at)
    end = verb.end() if verb else at + 1
    acting = verb is not None or begins("handled", words, at) is not None
    if verb is not None and verb.end() == len(words) and begins("settles", words, at) is not None:
        return True
    return acting and begins("nominal", words, end) is None


def _follows_up(words: str) -> bool:
    """Aim, publication or contents of the act before (提高…水平, 并公布): no act of its own."""
    return bool(AIM.match(words) or SAME.fullmatch(words)) or holds("rules_on", words) or holds("measured", words)


def is_adverbial(words: str, *, final: bool) -> bool:
    """按照国家规定, 结合本地实际: says how, not what.

    >>> is_adverbial("按照国家规定", final=False), is_adverbial("制定规划", final=True)
    (True, False)
    """
    if holds("span", words):
        return True
    if "向社会公" in words or (_DIRECTED.search(words) and not re.search(r"的[^，]{2,8}$", words)):
        return False
    based, closed = holds("basis", words), holds("adverbial", words)
    if not (closed or holds("means", words) or (not final and based)):
        return False
    if not final and re.match(r"根据|结合|依据|按照|依照|按", words):
        return True
    if not closed and re.match(r"在|自|通过", words):
        return not any(len(m[0]) > 1 and _acts(words, m) for m in VERB.finditer(words, 3))
    return not any(_acts(words, m) for m in PHRASES["deed"].finditer(words, 2))


def _acts(words: str, verb: re.Match[str]) -> bool:
    return begins("nominal", words, verb.end()) is None


def _begins_act(words: str, *, final: bool) -> bool:
    if words.startswith(("将", "把")):
        return holds("put", words)
    if words.startswith(("对", "就")):
        return any(final or "的" not in words[m.end() :] for m in PHRASES["treat"].finditer(words, 2))
    if holds("basis", words):
        return any(not words.startswith("的", m.end()) for m in _DEED.finditer(words, 2))
    if VERB.match(words) or re.search(r"纳入|列入", words):
        return True
    return holds("preposition", words) and VERB.search(words, 2) is not None


def _bound_act(words: str, *, final: bool) -> bool:
    """After 应当, 可以, 不得 nearly everything is an act, whatever its verb."""
    if holds("measured", words):
        return False
    if final:
        return len(words) > 1
    return len(words) > 3 and (not holds("preposition", words) or bool(re.match(r"[为向与][^，]{5,}", words)))


def _inner_modality(words: str) -> Modality | None:
    match = PHRASES["inner"].search(words)
    late = match is not None and words[: match.start()].endswith(("时", "后", "的"))
    return Modality(str(match.lastgroup)) if match and (late or not VERB.match(words)) else None
