"""reference.broken (引用落空): a provision is cited that does not exist in the text it names, today."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus import Outcome, ResolvedReference
from duties.findings.faulty_references import faulty_references, reference_finding
from duties.findings.finding import Finding
from duties.findings.kinds import FindingKind
from duties.findings.reading import Reading

_AMENDS = re.compile(r"修正案|修改.*的决定$")


def find(readings: Sequence[Reading]) -> Iterator[Finding]:
    """One finding for each paragraph and article cited in vain.

    本条例第九百条, where the text has fifty articles, is one; what cannot be judged (no such text in the corpus, a text
    that may be incomplete) is none, nor what a text of amendments says of the text as it was.
    """
    for reading in readings:
        if _AMENDS.search(reading.doc):
            continue
        for group in faulty_references(reading, _is_broken):
            yield reference_finding(reading, FindingKind.REFERENCE_BROKEN, group, "不存在")


def _is_broken(result: ResolvedReference) -> bool:
    return result.outcome is Outcome.NO_SUCH_PROVISION
