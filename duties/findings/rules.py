"""All rules, and the one call that runs them: texts in, findings out, in an order that never changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial

from corpus import place_of
from duties.findings import (
    deadline_missing,
    level_mismatch,
    modality_weakened,
    overlap_body,
    overlap_conflict,
    overlap_level,
    overlap_repeat,
    reference_broken,
    reference_repealed,
    rule_overdue,
    undefined_bearer,
    undefined_content,
    undefined_designation,
    undefined_division,
    undefined_level,
    undefined_rule,
    undefined_subject,
)
from duties.findings.evidence import evident
from duties.findings.finding import Finding, ReadText
from duties.findings.kinds import FindingKind
from duties.findings.reading import Reading
from duties.findings.surroundings import Holding, Surroundings, among

Rule = Callable[[Sequence[Reading]], Iterable[Finding]]
SurveyingRule = Callable[[Sequence[Reading], Surroundings], Iterable[Finding]]

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
    FindingKind.LEVEL_MISMATCH: level_mismatch.find,
    FindingKind.MODALITY_WEAKENED: modality_weakened.find,
    FindingKind.DEADLINE_MISSING: deadline_missing.find,
}
"""One rule for each kind that the texts alone can show."""

SURVEYING_RULES: dict[FindingKind, SurveyingRule] = {FindingKind.RULE_OVERDUE: rule_overdue.find}
"""The rules that must know the day and what else the corpus holds."""


def find_findings(
    texts: Sequence[ReadText],
    surroundings: Surroundings | None = None,
    on_rule: Callable[[int, int], None] = lambda done, total: None,
) -> tuple[Finding, ...]:
    """Every finding within and across ``texts``: by title, version, place in the text, then kind.

    Without ``surroundings`` the texts are judged today, as if the corpus held nothing else. ``on_rule`` hears how
    many of the rules are done, of how many.
    """
    readings = [Reading(text) for text in texts]
    around = surroundings or among(texts, date.today())
    found: set[Finding] = set()
    runs = [partial(rule, readings) for rule in RULES.values()]
    runs += [partial(rule, readings, around) for rule in SURVEYING_RULES.values()]
    for number, run in enumerate(runs, start=1):
        found.update(run())
        on_rule(number, len(runs))
    by_version = {reading.read.version.id: reading for reading in readings}
    dead = {holding.version_id for holding in around.holdings if _is_dead(holding, around.today)}
    alive = {evident(one, by_version[one.version_id]) for one in found if one.version_id not in dead}
    return tuple(sorted(alive, key=_order))


def _is_dead(holding: Holding, today: date) -> bool:
    """Whether the text was in force and no longer is: nobody mends a repealed text."""
    return not holding.in_force and holding.starts_on <= today


def _order(finding: Finding) -> tuple[str, str, tuple[int, ...], int, tuple[str, ...]]:
    place = place_of(finding.eid)
    numbers = tuple(n for value in (place.article, place.paragraph) for n in _numbers(value))
    return finding.doc, finding.version_id, numbers, tuple(FindingKind).index(finding.kind), finding.bearers


def _numbers(value: int | str | None) -> tuple[int, int]:
    """第六条之一 comes after 第六条 and before 第七条."""
    base, _, inserted = str(value or 0).partition("-")
    return int(base), int(inserted or 0)
