"""Duties (职责): who must do what, by which provision; matters, the matrix of matters and levels, and findings."""

import corpus.offline

# isort: split
from duties.duty import Duty, Modality, Role

__all__ = ["Duty", "Modality", "Role"]
