"""Matters (事项): duties grouped by what they are about, explained, and changed by people for good."""

from __future__ import annotations

import corpus.offline

# isort: split
from duties.matters.edits import apply_edits
from duties.matters.fingerprint import fingerprint
from duties.matters.grouping import group_matters
from duties.matters.matter import Matter, Member, Reason
from duties.matters.meaning import Packed, pack_vector
from duties.matters.subject import wordings_of
from duties.matters.terms import Terms, read_terms
from duties.matters.written import read_matters, write_matters

__all__ = [
    "Matter",
    "Member",
    "Packed",
    "Reason",
    "Terms",
    "apply_edits",
    "fingerprint",
    "group_matters",
    "pack_vector",
    "read_matters",
    "read_terms",
    "wordings_of",
    "write_matters",
]
