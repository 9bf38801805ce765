"""Details (职责要素): the act alone, when it is due, by when, and with whom, each a run of the provision's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from duties.act import Act
from duties.condition import find_condition
from duties.counterpart import Counterpart
from duties.counterparts import find_counterparts
from duties.duty import Role
from duties.predicates import strip_lead
from duties.sentences import Clause, split_clauses
from duties.time_limit import find_limit

_END = "，；。：、;:, \n"
_TOLD = (Role.PERMIT, Role.ENFORCE)
"""A body that is only applied to or told: limits and partners are those of the one who applies."""
_OTHERS = re.compile(r"[^，；]*(?:应当|必须|可以|不得|有权|负责)[^，；]*(?:[，；]|$)")
"""A clause in which somebody else acts: its limits and partners are not the bearer's."""
_GOES_ON = re.compile(r"(?:并|经|报|由|同时|及时|依法|在|征求|听取)")
"""How a clause begins that still belongs to the act before (报市人民政府批准后公布)."""


@dataclass(frozen=True, slots=True)
class Details:
    """What a duty's own fields beyond bearer and matter are; empty where the text says nothing."""

    act: str = ""
    condition: str = ""
    time_limit: str = ""
    counterparts: tuple[Counterpart, ...] = ()


def details_of(text: str, act: Act, acts: Sequence[Act] = ()) -> Details:
    """The details of ``act``, one of the ``acts`` that were read in the provision's words ``text``."""
    if act.task:
        return Details(act=act.task, time_limit=act.limit)
    begin = _begin(text, act)
    clauses = _clauses(text, act, begin)
    start, stop = _reach(text, act, begin, clauses, acts)
    condition = find_condition(text, clauses, begin)
    if condition is not None and condition[0] <= begin < condition[1]:
        begin = min(condition[1] + 1, act.end)
    condition = _without_bearer(text, condition, act.subject.words)
    told = act.words == "" and act.role in _TOLD
    runs = _runs(text, act, max(start, condition[1] if condition else start), stop)
    limit = None if told or act.penal else _limit(text, act, runs)
    return Details(
        act=_bare(text, begin, act.end, limit),
        condition=text[slice(*condition)].strip() if condition else "",
        time_limit=text[slice(*limit)] if limit else "",
        counterparts=() if told else _counterparts(text, runs, act),
    )


def _without_bearer(text: str, condition: tuple[int, int] | None, bearer: str) -> tuple[int, int] | None:
    """民政局接到举报后: 接到举报后."""
    if condition is not None and text.startswith(bearer, condition[0]) and condition[0] + len(bearer) < condition[1]:
        return condition[0] + len(bearer), condition[1]
    return condition


def _runs(text: str, act: Act, start: int, stop: int) -> tuple[tuple[int, int], ...]:
    """What is searched: from the bearer on, then the clauses right before it in which nobody else acts."""
    bearer = text.find(act.subject.words, start, act.end)
    if bearer < 0:
        return ((start, stop),)
    before = max([start, *(start + match.end() for match in _OTHERS.finditer(text[start:bearer]))])
    return (bearer + len(act.subject.words), stop), (before, bearer)


def _begin(text: str, act: Act) -> int:
    """Where the act alone begins: at its own words, else behind the bearer's, else where the quote begins."""
    if act.words:
        at = text.find(act.words, act.start, max(act.end, act.start + len(act.words)))
        return at if at >= 0 else act.start
    bearer = text.find(act.subject.words, act.start, act.end)
    at = bearer + len(act.subject.words) if bearer >= 0 else act.start
    at += len(text[at : act.end]) - len(text[at : act.end].lstrip(_END))
    return min(strip_lead(text[: act.end], at)[0], act.end)


def _clauses(text: str, act: Act, begin: int) -> list[Clause]:
    """The clauses of the act's sentence, as far back as a semicolon."""
    sentence = next((s for s in split_clauses(text) if s[0].start <= begin <= s[-1].end), ())
    kept: list[Clause] = []
    for clause in sentence:
        if kept and kept[-1].mark in "；;：:" and clause.start <= min(begin, max(act.start, kept[-1].end + 1)):
            kept = []
        kept.append(clause)
    return kept


def _reach(text: str, act: Act, begin: int, clauses: Sequence[Clause], acts: Sequence[Act]) -> tuple[int, int]:
    """From behind the act before to where the next act, or a clause that is none of this act's, begins."""
    others = [other for other in acts if other is not act and (other.words or other.end <= begin)]
    earlier = [other.end for other in others if other.words and other.end < begin]
    first = clauses[0].start if clauses else act.start
    start = max([first, *(end for end in earlier if end > first)])
    start += len(text[start:]) - len(text[start:].lstrip(_END))
    following = [_begin(text, other) for other in others if other.words and _begin(text, other) > begin]
    stop = act.end
    for clause in clauses:
        if clause.start < act.end:
            continue
        if any(clause.start <= at < clause.end for at in following) or not _GOES_ON.match(text, clause.start):
            break
        stop = clause.end
        if clause.mark in "；;":
            break
    return min(start, begin), stop


def _limit(text: str, act: Act, runs: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    for start, stop in runs:
        found = find_limit(text[start : min(stop, act.end)])
        if found is not None:
            return start + found[0], start + found[1]
    return None


def _bare(text: str, begin: int, end: int, limit: tuple[int, int] | None) -> str:
    """The act without the limit at its head (十五日内作出决定)."""
    begin -= text.startswith("应予", begin - 1)
    if limit is not None and limit[0] <= begin < limit[1] < end:
        begin = limit[1] + len(text[limit[1] : end]) - len(text[limit[1] : end].lstrip(_END))
        begin = min(strip_lead(text[:end], begin)[0], end)
    return re.sub(r"^(?:的|或者)", "", text[begin:end].rstrip(_END))


def _counterparts(text: str, runs: Sequence[tuple[int, int]], act: Act) -> tuple[Counterpart, ...]:
    found = (counterpart for start, stop in sorted(runs) for counterpart in find_counterparts(text[start:stop]))
    return tuple(dict.fromkeys(other for other in found if other.words != act.subject.words))
