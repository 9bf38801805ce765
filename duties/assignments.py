"""Assignments (任务分工): rows of lists and task tables, and notes （牵头单位：…；责任单位：…） in policy texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import Provision, ProvisionKind, Version
from duties.act import Act
from duties.bearers import Mention, find_mention
from duties.duty import Modality, Role
from duties.matter_words import matter_of
from duties.subjects import Ledger, Subject
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
    topic = task.words if task else provision.heading or text.partition("。")[0]
    led = any(entry.kind == "lead" for entry in entries)
    acts = []
    for entry in (entry for entry in entries if entry.kind != "task"):
        helps = entry.kind == "cooperate" or (entry.kind == "share" and led)
        role = Role.COOPERATE if helps else Role.LEAD
        start, end = _span(task or entry, entry)
        acts.append(Act(_subject(entry, base, ledger), role, Modality.MUST, matter_of(topic), start, end))
    return acts


def _entries(version: Version, provision: Provision, text: str) -> Iterator[Entry]:
    if "|" in text and provision.kind is ProvisionKind.ROW:
        yield from _cells(_header(version, provision), text)
        return
    for match in _FIELD.finditer(text):
        kind = _kind(match["name"])
        if kind is not None and match["value"].strip():
            yield Entry(kind, match["value"].strip(), match.start("value"))


def _header(version: Version, provision: Provision) -> Sequence[str]:
    """The column names: the first line that the table covers in the text."""
    table = version.provision(provision.eid.parent) if provision.eid.parent else None
    first = version.whole_text(table).partition("\n")[0] if table else ""
    return [name.strip() for name in first.split("|")]


def _cells(header: Sequence[str], text: str) -> Iterator[Entry]:
    start = 0
    for name, cell in zip(header, text.split("|"), strict=False):
        kind = _kind(name)
        if kind is not None and cell.strip():
            yield Entry(kind, cell.strip(), start + len(cell) - len(cell.lstrip()))
        start += len(cell) + 1


def _kind(name: str) -> str | None:
    return next((kind for kind, pattern in _COLUMNS if pattern.fullmatch(name.strip())), None)


def _span(task: Entry, bearer: Entry) -> tuple[int, int]:
    """From the first of the two cells to the end of the last."""
    first, last = sorted((task, bearer), key=lambda entry: entry.start)
    return first.start, last.start + len(last.words)


def _subject(entry: Entry, base: int, ledger: Ledger) -> Subject:
    mention = find_mention(entry.words, 0, _END, ledger.terms, whole=True)
    if mention is None or mention.text != entry.words:
        mention = Mention.of_words(entry.words, 0, len(entry.words))
    return ledger.subject(mention, base + entry.start)
