"""Duty act (职责行为): what a duty is about in bare words, so that duties of two texts can be laid side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from corpus import Version
from duties.duty import Duty, Role
from duties.findings.act import plain_words

_MATTER_WEIGHT = 2
_RUN = 2
_HALF, _MOST, _SAYS_ENOUGH = 0.5, 0.6, 8
"""The shares that make one act of two, and how many pairs of characters an act needs to be more than a commonplace."""
_STOP = re.compile(r"[。；\n]")
_PENALTY = re.compile(
    r"的，?由.*$|(?:给予|依法)?(?:警告|行政处罚|处罚|处分)|没收违法所得|拒不改正|逾期不改正|情节(?:较|特别)?严重|限期改正"
)


@dataclass(frozen=True)
class DutyAct:
    """``words`` is the act without its bearer and the words of form; a penalty's is the breach that it is for."""

    duty: Duty
    words: str

    @cached_property
    def pairs(self) -> Counter[str]:
        """The act as overlapping pairs of characters; those of the matter count twice."""
        found = Counter(_bigrams(self.words))
        for pair in set(_bigrams(plain_words(self.duty.matter))) & set(found):
            found[pair] += _MATTER_WEIGHT - 1
        return found

    def likeness(self, other: DutyAct) -> float:
        """How much of the shorter act stands in the longer, by pairs of characters (0 to 1)."""
        short, long = sorted((self, other), key=lambda act: sum(act.pairs.values()))
        return short.held_in(long)

    def held_in(self, other: DutyAct) -> float:
        """How much of this act stands in the other one (0 to 1)."""
        total = sum(self.pairs.values())
        return sum((self.pairs & other.pairs).values()) / total if total else 0.0

    def is_of(self, other: DutyAct) -> bool:
        """Whether this act is the other one or a part of it, or that one, if it says enough, a part of this."""
        return self.held_in(other) >= _HALF or (len(other.pairs) >= _SAYS_ENOUGH and other.held_in(self) >= _MOST)

    def shared_words(self, other: DutyAct) -> tuple[str, ...]:
        """The longest runs of characters that both acts have, the longest first, at most three."""
        return common_runs(self.words, other.words)


def duty_acts(version: Version, duties: Iterable[Duty]) -> tuple[DutyAct, ...]:
    """The acts of the duties of one version."""
    return tuple(DutyAct(duty, _words(version, duty)) for duty in duties)


def common_runs(one: str, other: str) -> tuple[str, ...]:
    """The longest runs that two strings of words share.

    >>> common_runs("定期组织消防安全检查", "对单位开展消防安全检查")
    ('消防安全检查',)
    """
    found: list[str] = []
    start = 0
    while start < len(one):
        end = start
        while end < len(one) and one[start : end + 1] in other:
            end += 1
        if end - start >= _RUN:
            found.append(one[start:end])
        start = max(end, start + 1)
    longest = sorted(dict.fromkeys(found), key=lambda run: (-len(run), one.find(run)))
    return tuple(longest[:3])


def _words(version: Version, duty: Duty) -> str:
    if duty.role is Role.ENFORCE:
        breach = _breach(version.text, duty.start)
        if len(breach) > _RUN:
            return breach
    return plain_words((duty.act or duty.quote).replace(duty.bearer, "", 1))


def _breach(text: str, at: int) -> str:
    """What the sentence says before the penalty begins."""
    opening = max((match.end() for match in _STOP.finditer(text, max(0, at - 300), at)), default=max(0, at - 300))
    return plain_words(_PENALTY.sub("", text[opening:at]))


def _bigrams(words: str) -> Iterator[str]:
    return (words[i : i + 2] for i in range(len(words) - 1))
