"""Findings (发现): places where duties are undefined or overlap, one rule for each kind."""

import corpus.offline

# isort: split
from duties.findings.finding import Finding, FindingPlace, ReadText
from duties.findings.kinds import FindingKind, Severity
from duties.findings.related import related_instruments
from duties.findings.rules import find_findings
from duties.findings.surroundings import Holding, Surroundings, survey

__all__ = [
    "Finding",
    "FindingKind",
    "FindingPlace",
    "Holding",
    "ReadText",
    "Severity",
    "Surroundings",
    "find_findings",
    "related_instruments",
    "survey",
]
