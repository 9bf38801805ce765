"""Inquiry (问答任务): a question as read, with the texts and the weights it is answered with."""

from __future__ import annotations

from dataclasses import dataclass

from answers.analysis import Analysis
from answers.library import Library
from answers.profile import Profile


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What every step of answering looks at."""

    analysis: Analysis
    library: Library
    profile: Profile
