"""Verbs (行为动词) of the tables as compiled patterns: what may begin a predicate, what never stands in a name."""

from __future__ import annotations

import re

from duties.table import read_table


def _words(*values: str) -> str:
    return "|".join(f"(?:{row.pattern})" for row in read_table("verbs") if row.value in values)


MODAL = r"应当|可以|必须|不得|有权|应|可|须|要"
STRONG = re.compile(_words("strong"))
"""A verb that never stands inside the name of a public body; it ends a name."""

VERB = re.compile(_words("strong", "weak"))
"""A verb that may begin an act."""

AIM = re.compile(_words("aim"))
SAME = re.compile(_words("same"))
NOTE = re.compile(_words("note"))

FOLLOW_TEXT = rf"(?:{MODAL}|负责|{_words('strong', 'weak', 'prep')})"
FOLLOW = re.compile(FOLLOW_TEXT)
"""What may stand right after a subject: a modal word, an adverbial or a verb."""

QUALIFIED_FOLLOW = re.compile(
    rf"{MODAL}|负责|依法|按照|依照|根据|对|承担|在|自|接到|收到|发现|认为|审查|依据|会同|及时|组织|指导|监督"
)
"""What follows a body with a relative clause before it; a bare verb there would more often belong to a thing."""
