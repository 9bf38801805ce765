"""Duties (职责): who must do what, by which provision; matters, the matrix of matters and levels, and findings."""

import corpus.offline

# isort: split
from duties.duty import Duty, Modality, Role
from duties.extract import extract_duties
from duties.findings import Finding, FindingKind, FindingPlace, ReadText, find_findings

__all__ = ["Duty", "Finding", "FindingKind", "FindingPlace", "Modality", "ReadText", "Role", "extract_duties", "find_findings"]
