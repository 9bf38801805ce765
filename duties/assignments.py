"""Assignments (任务分工): rows of lists and task tables, and notes （牵头单位：…；责任单位：…） in policy texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpus import ColumnRole, Provision, ProvisionKind, column_roles
from duties.act import Act
from duties.bearers import Mention, find_mention
from duties.duty import Modality, Role
from duties.matter_words import matter_of
from duties.subjects import Ledger, Subject

_BEARERS = (ColumnRole.LEAD, ColumnRole.RESPONSIBLE, ColumnRole.COOPERATE)
_FIELD = re.compile(r"(?:^|[；;（(。\n])\s*(?P<name>[^：:；;。，（()]{2,8})[：:](?P<value>[^；;）)。\n]+)")
_END = re.compile(r"$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell: the role of its column, its words and where they begin in the provision's words."""

    role: ColumnRole
    words: str
    start: int


def read_assignments(
    provision: Provision, text: str, base: int, ledger: Ledger, claimed: Mapping[str, ColumnRole]
) -> list[Act]:
    """The acts that a row or a note in ``text`` (which begins at ``base``) assigns; none where it assigns nothing.

    ``claimed`` are the columns that a user gave another role. A 责任单位 beside a 牵头单位 helps, alone it leads.
    """
    entries = tuple(_cells(provision, text, claimed) if provision.cells else _notes(text))
    task = next((entry for entry in entries if entry.role is ColumnRole.MATTER), None)
    if task is None and provision.kind is ProvisionKind.ROW:
        return []
    topic = task.words if task else provision.heading or text.partition("。")[0]
    led = any(entry.role is ColumnRole.LEAD for entry in entries)
    acts = []
    for entry in (entry for entry in entries if entry.role in _BEARERS):
        helps = entry.role is ColumnRole.COOPERATE or (entry.role is ColumnRole.RESPONSIBLE and led)
        role = Role.COOPERATE if helps else Role.LEAD
        start, end = _span(task or entry, entry)
        acts.append(Act(_subject(entry, base, ledger), role, Modality.MUST, matter_of(topic), start, end))
    return acts


def _cells(provision: Provision, text: str, claimed: Mapping[str, ColumnRole]) -> Iterator[Entry]:
    """The cells of a row where they stand in its words; an empty cell stands nowhere."""
    roles = {**column_roles(tuple(name for name, _ in provision.cells)), **claimed}
    at = 0
    for name, words in provision.cells:
        named = text.find(f"{name}：{words}", at)
        start = named + len(name) + 1 if named >= 0 else text.find(words, at)
        if words and start >= 0:
            at = start + len(words)
            yield Entry(roles.get(name, ColumnRole.NONE), words, start)


def _notes(text: str) -> Iterator[Entry]:
    """（牵头单位：…；责任单位：…） in a running text."""
    for match in _FIELD.finditer(text):
        role = column_roles((match["name"].strip(),)).get(match["name"].strip())
        if role is not None and match["value"].strip():
            yield Entry(role, match["value"].strip(), match.start("value"))


def _span(task: Entry, bearer: Entry) -> tuple[int, int]:
    """From the first of the two cells to the end of the last."""
    first, last = sorted((task, bearer), key=lambda entry: entry.start)
    return first.start, last.start + len(last.words)


def _subject(entry: Entry, base: int, ledger: Ledger) -> Subject:
    mention = find_mention(entry.words, 0, _END, ledger.terms, whole=True)
    if mention is None or mention.text != entry.words:
        mention = Mention.of_words(entry.words, 0, len(entry.words))
    return ledger.subject(mention, base + entry.start)
