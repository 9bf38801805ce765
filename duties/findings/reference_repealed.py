"""reference.repealed (引用已废止): a text is cited that is repealed or replaced today, and by what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus import Outcome, ResolvedReference
from duties.findings.finding import Finding
from duties.findings.kinds import FindingKind
from duties.findings.reading import Reading
from duties.findings.reference_broken import reference_finding

_REPEALS = re.compile(r"废止|失效|停止(?:执行|施行)|不再(?:执行|适用)")
_END = re.compile(r"[。；\n]")


def find(readings: Sequence[Reading]) -> Iterator[Finding]:
    """One finding for each paragraph and text cited although it is no longer in force.

    依照《栖澜市犬只管理办法》处罚 is one once that is repealed; 《栖澜市犬只管理办法》同时废止 is none.
    """
    for reading in readings:
        for result in reading.read.references:
            if result.outcome is Outcome.NOT_IN_FORCE and not _is_repealing(reading, result):
                why = f"引用的“{result.reference.quote}”已经失效：{result.problem}。"
                yield reference_finding(reading, FindingKind.REFERENCE_REPEALED, result, why)


def _is_repealing(reading: Reading, result: ResolvedReference) -> bool:
    """The rest of the sentence says that what is named ends."""
    text, start = reading.read.version.text, result.reference.end
    end = _END.search(text, start)
    return bool(_REPEALS.search(text, start, end.start() if end is not None else len(text)))
