"""reference.broken (引用落空): a provision is cited that does not exist in the text it names, today."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus import NUMERAL, Outcome, ResolvedReference
from duties.findings.faulty_references import citing_place, faulty_references, reference_finding
from duties.findings.finding import Finding, ReadText
from duties.findings.kinds import FindingKind
from duties.findings.lost_numbers import has_lost_numbers
from duties.findings.reading import Reading

_ARTICLE = re.compile(rf"第{NUMERAL}条")
_AMENDS = re.compile(r"修正案|修改.*的决定$")


def find(readings: Sequence[Reading]) -> Iterator[Finding]:
    """One finding for each paragraph and article cited in vain.

    本条例第九百条, where the text has fifty articles, is one; what cannot be judged (no such text in the corpus, a text
    that may be incomplete, a list whose numbers the copy has lost) is none, nor what a text of amendments says of the
    text as it was.
    """
    for reading in readings:
        if _AMENDS.search(reading.doc):
            continue

        def is_broken(result: ResolvedReference, text: ReadText = reading.read) -> bool:
            if result.outcome is not Outcome.NO_SUCH_PROVISION or _may_be_of_the_lead(text, result):
                return False
            return not _is_fault_of_copy(result)

        for group in faulty_references(reading, is_broken):
            yield reference_finding(reading, FindingKind.REFERENCE_BROKEN, group, "不存在")


def _is_fault_of_copy(result: ResolvedReference) -> bool:
    target = result.reference.target
    return result.version is not None and target is not None and has_lost_numbers(result.version, target)


def _may_be_of_the_lead(text: ReadText, result: ResolvedReference) -> bool:
    """有第三项行为的 in an item under 有第八条所列行为的: a bare item that may be one of the article named there."""
    source = result.reference.source
    if "条" in result.reference.quote or source.number("item") is None or result.instrument != text.instrument:
        return False
    home = text.version.provision(citing_place(result))
    return home is not None and bool(_ARTICLE.search(home.text))
