"""Counterparts (相对机关) in the words of an act: whom the bearer needs, asks, tells or hands over to."""

from __future__ import annotations

import re

from duties.bearers import find_mention
from duties.counterpart import Counterpart, Dealing
from duties.table import read_table
from duties.tiers import name_bodies

_FRAMES = tuple(
    (Dealing[str(row.value)], re.compile(row.fields["before"]), re.compile(row.fields["after"]))
    for row in read_table("counterparts")
)
_NOBODY = re.compile(r"的|(?:机关|机构|部门|单位)$")
_LONGEST = 600
"""No sentence that a person wrote is searched farther."""


def find_counterparts(words: str) -> tuple[Counterpart, ...]:
    """Every public body with which ``words`` deal, in their order; each body once, in its first dealing.

    >>> [(c.dealing.value, c.words) for c in find_counterparts("应当会同市公安机关编制规划，报市人民政府批准")]
    [('会同', '市公安机关'), ('报批', '市人民政府')]
    """
    words = words[:_LONGEST]
    found: dict[int, tuple[int, Counterpart]] = {}
    for rank, (dealing, before, after) in enumerate(_FRAMES):
        for match in before.finditer(words):
            mention = find_mention(words, match.end(), after)
            if mention is None or not mention.public or _NOBODY.match(mention.text):
                continue
            bodies = tuple(body.name for group in mention.groups if group.public for body in name_bodies(group.text))
            if mention.start not in found or found[mention.start][0] > rank:
                found[mention.start] = rank, Counterpart(dealing, mention.text, tuple(dict.fromkeys(bodies)))
    return tuple(dict.fromkeys(counterpart for _, (_, counterpart) in sorted(found.items())))
