"""Assignments (任务分工): rows of responsibility lists and task tables, and notes （牵头单位：…；责任单位：…） in policy texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.provision import Provision, ProvisionKind
from corpus.version import Version
from duties.act import Act
from duties.bearers import Mention, find_mention
from duties.duty import Modality, Role
from duties.matter_words import matter_of
from duties.subjects import Ledger
from duties.table import read_table

_COLUMNS = tuple((str(row.value), re.compile(row.pattern)) for row in read_table("columns"))
_FIELD = re.compile(r"(?:^|[；;（(。\n])\s*(?P<name>[^：:；;。，（()]{2,8})[：:](?P<value>[^；;）)。\n]+)")
_END = re.compile(r"$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell: the kind of its column, its words and where they begin in the provision's words."""

    kind: str
    words: str
    start: int


def read_assignments(version: Version, provision: Provision, text: str, base: int, ledger: Ledger) -> list[Act]:
    """The acts that a row or a note in ``text`` (which begins at ``base``) assigns; none where it assigns nothing."""
    entries = tuple(_entries(version, provision, text))
    task = next((entry for entry in entries if entry.kind == "task"), None)
    if task is None and provision.kind is ProvisionKind.ROW:
        return []
    matter = matter_of(task.words) if task else matter_of(provision.heading or text.split("。")[0])
    led = any(entry.kind == "lead" for entry in entries)
    bearers = [entry for entry in entries if entry.kind != "task"]
    return [_act(entry, led=led, matter=matter, start=task.start if task else entry.start, base=base, ledger=ledger) for entry in bearers]


def _entries(version: Version, provision: Provision, text: str) -> Iterator[Entry]:
    if "|" in text and provision.kind is ProvisionKind.ROW:
        yield from _cells(_header(version, provision), text)
        return
    for match in _FIELD.finditer(text):
        kind = _kind(match["name"])
        if kind is not None and match["value"].strip():
            yield Entry(kind, match["value"].strip(), match.start("value"))


def _header(version: Version, provision: Provision) -> Sequence[str]:
    table = version.provision(provision.eid.parent) if provision.eid.parent else None
    return [name.strip() for name in table.text.split("|")] if table else []


def _cells(header: Sequence[str], text: str) -> Iterator[Entry]:
    start = 0
    for name, cell in zip(header, text.split("|"), strict=False):
        kind = _kind(name)
        if kind is not None and cell.strip():
            yield Entry(kind, cell.strip(), start + len(cell) - len(cell.lstrip()))
        start += len(cell) + 1


def _kind(name: str) -> str | None:
    return next((kind for kind, pattern in _COLUMNS if pattern.fullmatch(name.strip())), None)


def _act(entry: Entry, *, led: bool, matter: str, start: int, base: int, ledger: Ledger) -> Act:
    mention = find_mention(entry.words, 0, _END, ledger.terms, whole=True)
    if mention is None or not mention.public or mention.text != entry.words:
        mention = Mention.of_words(entry.words, 0, len(entry.words))
    subject = ledger.subject(mention, base + entry.start)
    helps = entry.kind == "cooperate" or (entry.kind == "share" and led)
    role = Role.COOPERATE if helps else Role.LEAD
    end = entry.start + len(entry.words)
    return Act(subject, role, Modality.MUST, matter, min(start, entry.start), max(end, start))
