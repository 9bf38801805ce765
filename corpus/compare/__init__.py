"""Comparison (新旧对照): two texts of one instrument side by side, provision by provision, changed words marked."""

import corpus.offline

# isort: split
from corpus.compare.change import ChangeKind, ComparedText, ProvisionChange
from corpus.compare.versions import compare_versions

__all__ = ["ChangeKind", "ComparedText", "ProvisionChange", "compare_versions"]
