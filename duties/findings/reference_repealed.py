"""reference.repealed (引用已废止): a text is cited that is repealed or replaced today, and by what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus import Outcome, ResolvedReference
from duties.findings.faulty_references import faulty_references, reference_finding, sentence_around
from duties.findings.finding import Finding
from duties.findings.kinds import FindingKind
from duties.findings.reading import Reading

_REPEALS = re.compile(r"废止|失效|停止(?:执行|施行)|不再(?:执行|适用)")
_BEFORE = re.compile(r"(?:施行|实施|公布|颁布|生效)(?:以|之)?前|原(?:《[^》]*》、?)*$")
"""What was done under the text while it was in force."""


def find(readings: Sequence[Reading]) -> Iterator[Finding]:
    """One finding for each paragraph and text cited although it is no longer in force.

    依照《栖澜市犬只管理办法》处罚 is one once that is repealed; 《栖澜市犬只管理办法》同时废止 is none, nor is what was
    granted under it 本条例施行前.
    """
    for reading in readings:

        def is_dead(result: ResolvedReference, text: str = reading.read.version.text) -> bool:
            return result.outcome is Outcome.NOT_IN_FORCE and not _speaks_of_the_past(text, result)

        for group in faulty_references(reading, is_dead):
            yield reference_finding(reading, FindingKind.REFERENCE_REPEALED, group, "已经失效")


def _speaks_of_the_past(text: str, result: ResolvedReference) -> bool:
    """The rest of the sentence says that what is named ends, or the sentence that it tells of the time before."""
    start, end = result.reference.start, result.reference.end
    opening, closing = sentence_around(text, start, end)
    return bool(
        _REPEALS.search(text, end, closing) or _BEFORE.search(text[opening:start]) or _BEFORE.match(text[end:closing])
    )
