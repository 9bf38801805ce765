"""reference.broken (引用落空): a provision is cited that does not exist in the text it names, today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus import EId, Outcome, ResolvedReference
from duties.findings.finding import Finding
from duties.findings.kinds import FindingKind
from duties.findings.reading import Reading


def find(readings: Sequence[Reading]) -> Iterator[Finding]:
    """One finding for each paragraph and place cited in vain.

    本条例第九百条, where the text has fifty articles, is one; what cannot be judged (no such text in the corpus, a text
    that may be incomplete) is none.
    """
    for reading in readings:
        for result in reading.read.references:
            if result.outcome is Outcome.NO_SUCH_PROVISION:
                why = f"引用的“{result.reference.quote}”不存在：{result.problem}。"
                yield reference_finding(reading, FindingKind.REFERENCE_BROKEN, result, why)


def reference_finding(reading: Reading, kind: FindingKind, result: ResolvedReference, why: str) -> Finding:
    """A finding in the paragraph that cites; where the provision stands in no paragraph, in that itself."""
    source: EId = result.reference.source.ancestor("para") or result.reference.source
    return Finding(kind, reading.doc, reading.read.version.id, source, (), (), why)
