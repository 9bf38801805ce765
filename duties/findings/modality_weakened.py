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
from duties.findings.related import related_pairs, topic

_LIKE, _COVERED, _SHARED = 0.55, 0.75, 5
"""How like the two acts, how much of the shorter stands in the longer, how many characters are common in runs."""

_CHOICE = (Modality.MAY, Modality.ENCOURAGE)
_LEAVES = re.compile(r"可以|鼓励|支持|根据需要|视情|委托")
"""Words that leave the act open already, or make another act of it."""
_CHOOSES = re.compile(r"可以|鼓励|支持|倡导")
_OTHER_ACT = re.compile(r"委托|可以(?:先|提前|不|直接|将)|认为(?:确)?有?必要")
"""Words that make another act of it, or another time or occasion."""
_NEAR = 8
"""So far before the act 可以由… and 鼓励… begin."""
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
        for pair in counterpart_duties(lower, higher):
            if not _is_weaker(pair, lower, higher) or _is_ordered_too(pair, lower) or _is_left_above(pair, higher):
                continue
            paragraph = paragraph_holding(lower, pair.lower)
            if paragraph is not None and (lower.read.version.id, paragraph) not in seen:
                seen.add((lower.read.version.id, paragraph))
                yield _finding(lower, higher, pair, paragraph)


def _is_weaker(pair: CounterpartDuties, lower: Reading, higher: Reading) -> bool:
    ours, theirs = pair.lower, pair.higher
    return (
        pair.likeness >= _LIKE
        and ours.modality in _CHOICE
        and theirs.modality is Modality.MUST
        and {ours.role, theirs.role} <= _DOES
        and have_common_body(ours, theirs)
        and _may_be_one_level(ours, theirs)
        and pair.covered >= _COVERED
        and pair.shares(topic(higher.read.instrument)) >= _SHARED
        and _is_left_open(ours, lower)
        and _is_ordered(theirs, higher)
    )


def _may_be_one_level(ours: Duty, theirs: Duty) -> bool:
    return not ours.levels or not theirs.levels or bool(set(ours.levels) & set(theirs.levels))


def _is_left_open(duty: Duty, reading: Reading) -> bool:
    """可以 or 鼓励 stands with this very act, which is no other act and has no condition of its own."""
    text = reading.read.version.text
    spoken = text[max(0, duty.start - _NEAR) : duty.end]
    return bool(_CHOOSES.search(spoken)) and not _OTHER_ACT.search(spoken) and duty.eid.number("item") is None


def _is_ordered(duty: Duty, reading: Reading) -> bool:
    """Nothing in the act or its lead-in leaves it open, and the sentence speaks of no body that only the state has."""
    text = reading.read.version.text
    opening = max(text.rfind(mark, 0, duty.start) for mark in _STOP) + 1
    home = paragraph_holding(reading, duty)
    lead = text[home.start : duty.start].partition("\n")[0] if home is not None and duty.eid.number("item") else ""
    spoken = text[opening : duty.end]
    return not _LEAVES.search(lead + text[duty.start : duty.end]) and not _ITS_OWN.search(reading.doc + spoken)


def _is_ordered_too(pair: CounterpartDuties, lower: Reading) -> bool:
    """Another provision of the lower text orders the same."""
    return any(
        act.duty.modality is Modality.MUST and pair.theirs.is_of(act) and have_common_body(pair.lower, act.duty)
        for act in lower.duty_acts
    )


def _is_left_above(pair: CounterpartDuties, higher: Reading) -> bool:
    """The higher text leaves the act, or a part of it, to choice itself."""
    return any(
        act.duty.modality in _CHOICE and pair.ours.is_of(act)
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
