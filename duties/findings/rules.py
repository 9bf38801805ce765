"""All rules, and the one call that runs them: texts in, findings out, in an order that never changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from corpus import place_of
from duties.findings import (
    overlap_body,
    overlap_conflict,
    overlap_level,
    overlap_repeat,
    reference_broken,
    reference_repealed,
    undefined_bearer,
    undefined_content,
    undefined_designation,
    undefined_division,
    undefined_level,
    undefined_rule,
    undefined_subject,
)
from duties.findings.finding import Finding, ReadText
from duties.findings.kinds import FindingKind
from duties.findings.reading import Reading

Rule = Callable[[Sequence[Reading]], Iterable[Finding]]

RULES: dict[FindingKind, Rule] = {
    FindingKind.UNDEFINED_BEARER: undefined_bearer.find,
    FindingKind.UNDEFINED_DESIGNATION: undefined_designation.find,
    FindingKind.UNDEFINED_DIVISION: undefined_division.find,
    FindingKind.UNDEFINED_CONTENT: undefined_content.find,
    FindingKind.UNDEFINED_LEVEL: undefined_level.find,
    FindingKind.UNDEFINED_SUBJECT: undefined_subject.find,
    FindingKind.UNDEFINED_RULE: undefined_rule.find,
    FindingKind.OVERLAP_BODY: overlap_body.find,
    FindingKind.OVERLAP_LEVEL: overlap_level.find,
    FindingKind.OVERLAP_CONFLICT: overlap_conflict.find,
    FindingKind.OVERLAP_REPEAT: overlap_repeat.find,
    FindingKind.REFERENCE_BROKEN: reference_broken.find,
    FindingKind.REFERENCE_REPEALED: reference_repealed.find,
}
"""One rule for each kind."""


def find_findings(texts: Sequence[ReadText]) -> tuple[Finding, ...]:
    """Every finding within and across ``texts``: by title, version, place in the text, then kind."""
    readings = [Reading(text) for text in texts]
    found = {finding for rule in RULES.values() for finding in rule(readings)}
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[str, str, tuple[int, ...], int, tuple[str, ...]]:
    place = place_of(finding.eid)
    numbers = tuple(n for value in (place.article, place.paragraph) for n in _numbers(value))
    return finding.doc, finding.version_id, numbers, tuple(FindingKind).index(finding.kind), finding.bearers


def _numbers(value: int | str | None) -> tuple[int, int]:
    """第六条之一 comes after 第六条 and before 第七条."""
    base, _, inserted = str(value or 0).partition("-")
    return int(base), int(inserted or 0)
