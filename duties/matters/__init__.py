"""Matters (事项): duties grouped by what they are about, explained, and changed by people for good."""

from __future__ import annotations

import corpus.offline

# isort: split
from duties.matters.edits import apply_edits
from duties.matters.fingerprint import fingerprint
from duties.matters.grouping import group_matters
from duties.matters.matter import Matter, Member, Reason
from duties.matters.terms import Terms, read_terms

__all__ = ["Matter", "Member", "Reason", "Terms", "apply_edits", "fingerprint", "group_matters", "read_terms"]
