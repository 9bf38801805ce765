"""Act (行为): what the reader notes in one provision, before it becomes a duty."""

from __future__ import annotations

from dataclasses import dataclass

from duties.duty import Modality, Role
from duties.subjects import Subject


@dataclass(frozen=True, slots=True)
class Act:
    """Its subject, role, modality, matter, and the characters ``start:end`` of the provision's words that show it.

    ``words`` is the act alone; ``penal`` marks a penalty clause (由…责令…, 处…), which counts once for each body;
    ``task`` and ``limit`` are the measure and the deadline that a note or a list gives.
    """

    subject: Subject
    role: Role
    modality: Modality
    matter: str
    start: int
    end: int
    penal: bool = False
    words: str = ""
    task: str = ""
    limit: str = ""
