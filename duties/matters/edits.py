"""Edits (人工调整): what people merged, split and renamed, laid over the matters that the words gave."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from corpus import EditAction, MatterEdit, standing_edits
from duties.matters.fingerprint import fingerprint
from duties.matters.matter import Matter, Member, Reason
from duties.matters.naming import matter_name

_Titled = tuple[str, tuple[str, ...]]
"""Name and the edits that made the matter."""


def apply_edits(matters: Sequence[Matter], edits: Sequence[MatterEdit]) -> tuple[Matter, ...]:
    """The matters as people left them; an edit whose duties are gone from the corpus changes nothing.

    Edits are laid on one after the other, those undone left out. A duty is found by its fingerprint: its words where
    they still stand, else its bearer and matter where only one duty of the document has them.
    """
    standing = standing_edits(tuple(edits))
    if not standing:
        return tuple(matters)
    board = _Board.of(matters)
    for edit in standing:
        _ACTIONS[edit.action](board, edit)
    return board.matters()


@dataclass(slots=True)
class _Board:
    """Matters by id; duties by fingerprint."""

    shown: dict[str, Matter]
    wordings: dict[str, list[Member]]
    facts: dict[str, list[Member]]

    @classmethod
    def of(cls, matters: Iterable[Matter]) -> _Board:
        board = cls({matter.id: matter for matter in matters}, defaultdict(list), defaultdict(list))
        for matter in board.shown.values():
            for member in matter.members:
                wording, facts = fingerprint(member.duty).split(".")
                board.wordings[wording].append(member)
                board.facts[facts].append(member)
        return board

    def matters(self) -> tuple[Matter, ...]:
        left = (matter for matter in self.shown.values() if matter.members)
        return tuple(sorted(left, key=lambda matter: (-len(matter.members), matter.name, matter.id)))

    def find(self, prints: Iterable[str]) -> set[int]:
        """The identities of the duties with these fingerprints."""
        found: set[int] = set()
        for one in prints:
            wording, _, facts = one.partition(".")
            alike = self.facts.get(facts, [])
            there = self.wordings.get(wording) or (alike if len(alike) == 1 else [])
            found.update(id(member.duty) for member in there)
        return found

    def concerned(self, edit: MatterEdit) -> list[str]:
        """The matters that the edit names, by id; where an id is gone, that which holds most of what it held."""
        wanted = self.find(edit.duties)
        return [
            key
            for key, matter in self.shown.items()
            if key in edit.matters
            or (wanted and 2 * sum(id(member.duty) in wanted for member in matter.members) >= len(matter.members))
        ]

    def take(self, wanted: set[int]) -> list[Member]:
        """Those duties, taken out of the matters in which they are."""
        taken: list[Member] = []
        for key, matter in list(self.shown.items()):
            going = [member for member in matter.members if id(member.duty) in wanted]
            if going:
                taken += going
                staying = tuple(member for member in matter.members if id(member.duty) not in wanted)
                self.shown[key] = replace(matter, members=staying)
        return taken


def _merge(board: _Board, edit: MatterEdit) -> None:
    keys = board.concerned(edit)
    moving = {id(member.duty) for key in keys for member in board.shown[key].members} | board.find(edit.duties)
    if not moving:
        return
    largest = max((board.shown[key] for key in keys), key=lambda matter: (len(matter.members), matter.id), default=None)
    words = largest.words if largest is not None else ()
    kept = {id(member.duty) for member in largest.members} if largest is not None else set()
    notes = tuple(note for key in keys for note in board.shown[key].edits)
    members = [m if id(m.duty) in kept else _by_user(m, edit) for m in board.take(moving)]
    name = edit.name or (largest.name if largest is not None else "")
    _put(board, "合并" + " ".join(sorted(edit.matters)), members, words, (name, (*notes, _note(edit))))


def _split(board: _Board, edit: MatterEdit) -> None:
    moving = board.find(edit.duties)
    if moving:
        members = [_by_user(member, edit) for member in board.take(moving)]
        _put(board, "拆出" + " ".join(sorted(edit.duties)), members, (), (edit.name, (_note(edit),)))


def _rename(board: _Board, edit: MatterEdit) -> None:
    keys = [key for key in edit.matters if key in board.shown] or board.concerned(edit)
    for key in keys[:1]:
        matter = board.shown[key]
        board.shown[key] = replace(matter, name=edit.name, edits=(*matter.edits, _note(edit)))


_ACTIONS: dict[EditAction, Callable[[_Board, MatterEdit], None]] = {
    EditAction.MERGE: _merge,
    EditAction.SPLIT: _split,
    EditAction.RENAME: _rename,
}


def _put(board: _Board, seed: str, members: Sequence[Member], words: tuple[str, ...], titled: _Titled) -> None:
    ordered = tuple(sorted(members, key=lambda m: (m.duty.doc, m.duty.version_id, m.duty.start, m.duty.end)))
    known = words or tuple(sorted(frozenset.intersection(*(m.terms.things for m in ordered))))
    key = "u" + sha256(seed.encode()).hexdigest()[:10]
    name, notes = titled
    board.shown[key] = Matter(key, name or matter_name(ordered, known), known, ordered, notes)


def _by_user(member: Member, edit: MatterEdit) -> Member:
    return replace(member, reason=Reason((), 1.0, _note(edit)))


def _note(edit: MatterEdit) -> str:
    who = f"由{edit.by}" if edit.by else "由用户"
    when = f"于{edit.at:%Y-%m-%d}" if edit.at is not None else ""
    named = f"为“{edit.name}”" if edit.name else ""
    return f"{who}{when}{edit.action.value}{named}"
