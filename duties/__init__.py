"""Duties (职责): who must do what, by which provision; matters, the matrix of matters and levels, and findings."""

import corpus.offline

# isort: split
from duties.canonical import Succession, canonical, is_same_department, succession
from duties.counterpart import Counterpart, Dealing
from duties.duty import Duty, Modality, Role
from duties.extract import extract_duties
from duties.findings import (
    Finding,
    FindingKind,
    FindingPlace,
    ReadText,
    Severity,
    find_findings,
    related_instruments,
)
from duties.matrix import Matrix, build_matrix
from duties.matters import Matter, group_matters

__all__ = [
    "Counterpart",
    "Dealing",
    "Duty",
    "Finding",
    "FindingKind",
    "FindingPlace",
    "Matrix",
    "Matter",
    "Modality",
    "ReadText",
    "Role",
    "Severity",
    "Succession",
    "build_matrix",
    "canonical",
    "extract_duties",
    "find_findings",
    "group_matters",
    "is_same_department",
    "related_instruments",
    "succession",
]
