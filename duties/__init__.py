"""Duties (职责): who must do what, by which provision; matters, the matrix, findings and decisions about them."""

import corpus.offline

# isort: split
from duties.canonical import Succession, canonical, is_same_department, succession
from duties.clauses import Clause, ClauseKind, Shares, clauses_of, shares_of
from duties.counterpart import Counterpart, Dealing
from duties.duty import Duty, Modality, Role
from duties.extract import extract_duties
from duties.findings import (
    Finding,
    FindingKind,
    FindingPlace,
    ReadText,
    Severity,
    Surroundings,
    find_findings,
    related_instruments,
    survey,
)
from duties.matrix import Matrix, build_matrix
from duties.matters import Matter, group_matters
from duties.packing import pack, unpack
from duties.reviews import (
    ENOUGH,
    Evidence,
    JudgedFinding,
    ReviewState,
    RulePrecision,
    holding_reviews,
    judge,
    rule_precision,
)
from duties.suggestions import Comparable, Suggester, Suggestion

__all__ = [
    "ENOUGH",
    "Clause",
    "ClauseKind",
    "Comparable",
    "Counterpart",
    "Dealing",
    "Duty",
    "Evidence",
    "Finding",
    "FindingKind",
    "FindingPlace",
    "JudgedFinding",
    "Matrix",
    "Matter",
    "Modality",
    "ReadText",
    "ReviewState",
    "Role",
    "RulePrecision",
    "Severity",
    "Shares",
    "Succession",
    "Suggester",
    "Suggestion",
    "Surroundings",
    "build_matrix",
    "canonical",
    "clauses_of",
    "extract_duties",
    "find_findings",
    "group_matters",
    "holding_reviews",
    "is_same_department",
    "judge",
    "pack",
    "related_instruments",
    "rule_precision",
    "shares_of",
    "succession",
    "survey",
    "unpack",
]
