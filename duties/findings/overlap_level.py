"""overlap.level (层级重叠): one duty is laid on two or more levels in the same words, and nothing tells their shares apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from duties.findings.body_words import UNNAMED
from duties.findings.finding import Finding, FindingKind
from duties.findings.level_words import names_many_levels
from duties.findings.mention import Mention
from duties.findings.reading import Paragraph, Reading

_DIVIDED = re.compile(r"分级|分别负责|按照(?:管理|管辖)权限|各自职责分级|事权")
_NOT_A_DUTY = re.compile(r"^(?:[^，。]{0,20}有下列|(?:及其)?[^，。]{0,10}工作人员)")
_OWN_ACT = re.compile(r"依照本|认定|作出[^，。]{0,10}决定")


def find(readings: Sequence[Reading]) -> Iterator[Finding]:
    """One finding for each paragraph in which a bearer of several levels acts.

    栖澜市和区、县（市）人民政府应当建立… is one; so is 县级以上人民政府; 市和县（市）人民政府 is none (divided by area).
    """
    for reading in readings:
        for paragraph in reading.paragraphs:
            bearers = tuple(dict.fromkeys(m.bearer for s, m in paragraph.mentions if _shared(m) and not _DIVIDED.search(s.text)))
            if bearers:
                yield _finding(reading, paragraph, bearers)


def _shared(mention: Mention) -> bool:
    if not names_many_levels(mention.bearer) or _NOT_A_DUTY.match(mention.rest):
        return False
    return not _is_unnamed(mention.bearer)


def _is_unnamed(bearer: str) -> bool:
    named = re.sub(r"^(?:县级以上(?:地方)?(?:各级)?|各级)(?:人民)?政府", "", bearer)
    return named != bearer and bool(UNNAMED.fullmatch(named.removeprefix("的")))


def _finding(reading: Reading, paragraph: Paragraph, bearers: tuple[str, ...]) -> Finding:
    why = f"“{'”“'.join(bearers)}”把两级以上的主体放在同一句话里，承担同样的职责，没有区分各级的份额。"
    return Finding(FindingKind.OVERLAP_LEVEL, *_main(reading, paragraph), (), bearers, why)


def _main(reading: Reading, paragraph: Paragraph) -> tuple[str, str, object]:
    return reading.doc, reading.read.version.id, paragraph.eid
