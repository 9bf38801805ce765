"""Assignments (任务分工): rows of lists and task tables, and notes （牵头单位：…；责任单位：…） in policy texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from corpus import ColumnRole, Provision, ProvisionKind, column_roles
from duties.act import Act
from duties.bearers import Group, Mention, find_mention
from duties.division_notes import Entry, read_notes
from duties.duty import Modality, Role
from duties.matter_words import matter_of
from duties.subjects import Ledger, Subject

_BEARERS = (ColumnRole.LEAD, ColumnRole.RESPONSIBLE, ColumnRole.COOPERATE)
_MEMBER = re.compile(r"(?:[^、，,；;（(]|[（(][^（）()]*[）)])+")
_END = re.compile(r"$")


def read_assignments(  # noqa: PLR0913  (a provision, where it stands, and what the document says of its columns)
    provision: Provision,
    text: str,
    base: int,
    ledger: Ledger,
    *,
    claimed: Mapping[str, ColumnRole],
    beside: Sequence[Provision] = (),
) -> list[Act]:
    """The acts that a row or a note in ``text`` (which begins at ``base``) assigns; none where it assigns nothing.

    ``claimed`` are the columns that a user gave another role. A 责任单位 beside a 牵头单位 helps, alone it leads.
    ``beside`` are the measure and the other lines of its note where the note stands in lines of its own.
    """
    entries = tuple(_cells(provision, text, claimed) if provision.cells else read_notes(text))
    bearers = [entry for entry in entries if entry.role in _BEARERS]
    task = next((entry for entry in entries if entry.role is ColumnRole.MATTER), None)
    if not bearers or (task is None and provision.kind is ProvisionKind.ROW):
        return []
    others = [entry for line in beside for entry in read_notes(line.text)]
    limit = next((entry.words for entry in (*entries, *others) if entry.role is ColumnRole.DEADLINE), "")
    topic = task.words if task else _topic(provision, text, bearers[0], beside)
    led = any(entry.role is ColumnRole.LEAD for entry in (*entries, *others))
    acts = []
    for entry in bearers:
        helps = entry.role is ColumnRole.COOPERATE or (entry.role is ColumnRole.RESPONSIBLE and led)
        role = Role.COOPERATE if helps else Role.LEAD
        start, end = _span(task or entry, entry)
        subject = _subject(entry, base, ledger)
        acts.append(Act(subject, role, Modality.MUST, matter_of(topic), start, end, task=topic, limit=limit))
    return acts


def _topic(provision: Provision, text: str, first: Entry, beside: Sequence[Provision]) -> str:
    """What the note is about: its own measure, or the measure above where the note is a line of its own."""
    own = provision.heading or text.partition("。")[0]
    if len(own) < first.start or not beside:
        return own
    measure = beside[0]
    return measure.heading or measure.text.partition("。")[0]


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


def _span(task: Entry, bearer: Entry) -> tuple[int, int]:
    """From the first of the two cells to the end of the last."""
    first, last = sorted((task, bearer), key=lambda entry: entry.start)
    return first.start, last.start + len(last.words)


def _subject(entry: Entry, base: int, ledger: Ledger) -> Subject:
    mention = find_mention(entry.words, 0, _END, ledger.terms, whole=True)
    if mention is None or mention.text != entry.words:
        members = _MEMBER.finditer(entry.words)
        groups = tuple(Group(m.start(), m.end(), m[0].strip(), public=True) for m in members if m[0].strip())
        mention = Mention(0, len(entry.words), len(entry.words), entry.words, groups)
    return ledger.subject(mention, base + entry.start)
