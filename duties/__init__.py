"""Duties (职责): who must do what, by which provision; matters, the matrix, findings and decisions about them."""

import corpus.offline

# isort: split
from duties.canonical import Succession, canonical, is_same_department, succession
from duties.clauses import Clause, ClauseKind, ClauseText, Shares, clauses_of, shares_by, shares_of
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
from duties.llm import Ask, Endpoint, LlmError, LlmReading, connect, extract_with_llm
from duties.matrix import Cell, CellState, Entry, Matrix, MatrixRow, Scope, build_matrix, scope_of, select_matters
from duties.matters import (
    Matter,
    Member,
    Reason,
    apply_edits,
    fingerprint,
    group_matters,
    pack_vector,
    read_matters,
    wordings_of,
    write_matters,
)
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
from duties.suggestions import Comparable, Near, Suggester, Suggestion, nothing_near

__all__ = [
    "ENOUGH",
    "Ask",
    "Cell",
    "CellState",
    "Clause",
    "ClauseKind",
    "ClauseText",
    "Comparable",
    "Counterpart",
    "Dealing",
    "Duty",
    "Endpoint",
    "Entry",
    "Evidence",
    "Finding",
    "FindingKind",
    "FindingPlace",
    "JudgedFinding",
    "LlmError",
    "LlmReading",
    "Matrix",
    "MatrixRow",
    "Matter",
    "Member",
    "Modality",
    "Near",
    "ReadText",
    "Reason",
    "ReviewState",
    "Role",
    "RulePrecision",
    "Scope",
    "Severity",
    "Shares",
    "Succession",
    "Suggester",
    "Suggestion",
    "Surroundings",
    "apply_edits",
    "build_matrix",
    "canonical",
    "clauses_of",
    "connect",
    "extract_duties",
    "extract_with_llm",
    "find_findings",
    "fingerprint",
    "group_matters",
    "holding_reviews",
    "is_same_department",
    "judge",
    "nothing_near",
    "pack",
    "pack_vector",
    "read_matters",
    "related_instruments",
    "rule_precision",
    "scope_of",
    "select_matters",
    "shares_by",
    "shares_of",
    "succession",
    "survey",
    "unpack",
    "wordings_of",
    "write_matters",
]
