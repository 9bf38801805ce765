"""modality.weakened (约束减弱): what the higher text orders (应当), the lower one leaves to choice (可以, 鼓励)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from duties.duty import Duty, Modality, Role
from duties.findings.counterpart_duties import (
    CounterpartDuties,
    counterpart_duties,
    have_common_body,
    paragraph_holding,
    place_of_duty,
)
from duties.findings.finding import Finding
from duties.findings.kinds import FindingKind
from duties.findings.paragraphs import Paragraph
from duties.findings.reading import Reading
from duties.findings.related import related_pairs

_LIKE, _COVERED, _SHARED = 0.55, 0.75, 5
"""How like the two acts, how much of the shorter stands in the longer, how many characters are common in runs."""

_CHOICE = (Modality.MAY, Modality.ENCOURAGE)
_LEAVES = re.compile(r"可以|鼓励|支持|根据需要|视情|委托")
"""Words that leave the act open already, or make another act of it."""
_OTHER_ACT = re.compile(r"委托|可以(?:先|提前|不|直接)")
"""Words that make another act of it, or another time."""
_ITS_OWN = re.compile(r"全国人民代表大会|全国人大|国务院|最高人民|中央")
"""A body that exists once, above: what concerns it no lower text can weaken."""
_DOES = {Role.LEAD, Role.SUPERVISE, Role.SUPPORT}
_STOP = "。；\n"


def find(readings: Sequence[Reading]) -> Iterator[Finding]:
    """One finding for each paragraph of a lower text that leaves to choice what the higher text orders the same body.

    市民政部门可以公布名录 under 民政部门应当公布名录 is one; 可以 above and below is none, nor a lower text that
    orders it elsewhere, nor what befalls offenders, nor what the law lays down for bodies that the state has but once.
    """
    seen: set[tuple[str, Paragraph]] = set()
    for lower, higher in related_pairs(readings):
        pairs = counterpart_duties(lower, higher)
        for pair in pairs:
            if not _is_weaker(pair, higher) or _is_ordered_too(pair, pairs) or _is_left_above(pair, higher):
                continue
            paragraph = paragraph_holding(lower, pair.lower)
            if paragraph is not None and (lower.read.version.id, paragraph) not in seen:
                seen.add((lower.read.version.id, paragraph))
                yield _finding(lower, higher, pair, paragraph)


def _is_weaker(pair: CounterpartDuties, higher: Reading) -> bool:
    ours, theirs = pair.lower, pair.higher
    return (
        pair.likeness >= _LIKE
        and ours.modality in _CHOICE
        and theirs.modality is Modality.MUST
        and {ours.role, theirs.role} <= _DOES
        and have_common_body(ours, theirs)
        and _may_be_one_level(ours, theirs)
        and pair.covered >= _COVERED
        and sum(map(len, pair.shared)) >= _SHARED
        and not _OTHER_ACT.search(ours.quote)
        and _is_ordered(theirs, higher)
    )


def _may_be_one_level(ours: Duty, theirs: Duty) -> bool:
    return not ours.levels or not theirs.levels or bool(set(ours.levels) & set(theirs.levels))


def _is_ordered(duty: Duty, reading: Reading) -> bool:
    """Nothing in the act leaves it open, and the sentence does not speak of a body that only the state has."""
    text = reading.read.version.text
    opening = max(text.rfind(mark, 0, duty.start) for mark in _STOP) + 1
    spoken = text[opening : duty.end]
    return not _LEAVES.search(text, duty.start, duty.end) and not _ITS_OWN.search(reading.doc + spoken)


def _is_ordered_too(pair: CounterpartDuties, pairs: Sequence[CounterpartDuties]) -> bool:
    """Another provision of the lower text orders the same."""
    return any(
        other.lower.modality is Modality.MUST and other.higher == pair.higher and other.lower != pair.lower
        for other in pairs
    )


def _is_left_above(pair: CounterpartDuties, higher: Reading) -> bool:
    """The higher text leaves the act, or a part of it, to choice itself."""
    return any(
        act.duty.modality in _CHOICE and pair.ours.likeness(act) >= _COVERED
        for act in higher.duty_acts
        if have_common_body(pair.lower, act.duty)
    )


def _finding(lower: Reading, higher: Reading, pair: CounterpartDuties, paragraph: Paragraph) -> Finding:
    why = (
        f"同一事项（{'、'.join(pair.shared)}），《{higher.doc}》规定“{pair.higher.bearer}”应当办理，"
        f"本文件改为“{pair.lower.modality.chinese}”，约束减弱。"
    )
    also = place_of_duty(higher, pair.higher)
    return lower.finding(FindingKind.MODALITY_WEAKENED, paragraph, (pair.lower.bearer,), why, also)
