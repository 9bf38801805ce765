"""level.mismatch (层级错位, 职责下沉): the higher text's duty of a department is laid on the street or township.

What a county's department must do by the higher text may come down to 街道办事处 and 乡镇人民政府 only by a decision
that the law foresees (行政处罚法 第二十四条: the province decides and publishes) or by entrusting (委托). A text that
says so, or a higher text that names streets and townships itself, gives no finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus import Level
from duties.duty import Duty, Modality, Role
from duties.findings.counterpart_duties import (
    CounterpartDuties,
    counterpart_duties,
    paragraph_holding,
    place_of_duty,
)
from duties.findings.finding import Finding
from duties.findings.kinds import FindingKind
from duties.findings.paragraphs import Paragraph
from duties.findings.reading import Reading
from duties.findings.related import related_pairs, topic

_LIKE, _COVERED, _SHARED = 0.65, 0.6, 6
"""How like the two acts, how much of the shorter stands in the longer, how many characters are common in runs."""

_STREET = re.compile(r"街道办事处|(?:乡镇|乡（镇）|镇|乡)人民政府")
_LOW_WORDS = re.compile(r"街道|乡镇|乡（镇）|乡级")
_BELOW = {Level.TOWNSHIP, Level.VILLAGE}
_DEPARTMENT = re.compile(r"(?<!编制)(?:部门|机关|机构|局|委员会)$")
_HANDED_DOWN = re.compile(
    r"委托|赋权|下放|交由|授权|省人民政府[^。；]{0,12}(?:决定|批准)|综合行政执法(?:改革|事项)"
    r"|根据[^。；]{0,20}(?:决定|目录)|依法承接|相对集中|行使[^。；]{0,20}(?:处罚权|执法权)"
)
"""The words of a text that says by what its streets have the power."""
_HELPS = {Role.ASSIST, Role.COOPERATE, Role.SUPPORT}


def find(readings: Sequence[Reading]) -> Iterator[Finding]:
    """One finding for each paragraph of a lower text that gives a street what the higher text gives a department.

    由街道办事处责令改正 where the province has 由县级市场监督管理部门责令改正 is one; 街道办事处协助 is none, and
    none is a power that the text says to be handed down or entrusted.
    """
    seen: set[tuple[str, Paragraph]] = set()
    for lower, higher in related_pairs(readings):
        for pair in counterpart_duties(lower, higher):
            if (
                not _is_lowered(pair, topic(higher.read.instrument))
                or _is_shared(pair, lower)
                or _is_theirs_above(pair, higher)
            ):
                continue
            paragraph = paragraph_holding(lower, pair.lower)
            if paragraph is None or _HANDED_DOWN.search(paragraph.text):
                continue
            if (lower.read.version.id, paragraph) not in seen:
                seen.add((lower.read.version.id, paragraph))
                yield _finding(lower, higher, pair, paragraph)


def _is_lowered(pair: CounterpartDuties, about: str) -> bool:
    ours, theirs = pair.lower, pair.higher
    return (
        pair.likeness >= _LIKE
        and _is_of_streets(ours)
        and Level.COUNTY in theirs.levels
        and not _BELOW & set(theirs.levels)
        and bool(_DEPARTMENT.search(theirs.bearer))
        and not _LOW_WORDS.search(theirs.bearer)
        and not {ours.role, theirs.role} & _HELPS
        and {ours.modality, theirs.modality} <= {Modality.MUST, Modality.MAY}
        and pair.covered >= _COVERED
        and pair.shares(about) >= _SHARED
    )


def _is_of_streets(duty: Duty) -> bool:
    """Streets and townships alone bear it."""
    return bool(duty.bodies) and all(_STREET.search(body) for body in duty.bodies)


def _is_shared(pair: CounterpartDuties, lower: Reading) -> bool:
    """The lower text leaves the department its part of the same act."""
    return any(
        not _is_of_streets(act.duty) and act.duty.role not in _HELPS and pair.ours.is_of(act)
        for act in lower.duty_acts
        if Level.COUNTY in act.duty.levels
    )


def _is_theirs_above(pair: CounterpartDuties, higher: Reading) -> bool:
    """The higher text gives streets or townships the same act, or a part of it."""
    return any(
        pair.ours.is_of(act)
        for act in higher.duty_acts
        if _LOW_WORDS.search(act.duty.bearer) or _BELOW & set(act.duty.levels)
    )


def _finding(lower: Reading, higher: Reading, pair: CounterpartDuties, paragraph: Paragraph) -> Finding:
    why = (
        f"同一事项（{'、'.join(pair.shared)}），《{higher.doc}》交给“{pair.higher.bearer}”，本文件交给“{pair.lower.bearer}”，"
        "没有写明委托或者赋权的依据。"
    )
    also = place_of_duty(higher, pair.higher)
    return lower.finding(FindingKind.LEVEL_MISMATCH, paragraph, (pair.lower.bearer,), why, also)
