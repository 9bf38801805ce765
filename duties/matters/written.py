"""Written (写存): matters as bytes that name their duties by place among the texts, and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duties.findings import ReadText
from duties.matters.matter import Matter, Member, Reason
from duties.matters.terms import Terms
from duties.packing import pack, unpack


@dataclass(frozen=True, slots=True)
class _WrittenMember:
    text: int
    duty: int
    things: tuple[str, ...]
    aspects: tuple[str, ...]
    reason: Reason
    topic: str
    label: str


@dataclass(frozen=True, slots=True)
class _WrittenMatter:
    id: str
    name: str
    words: tuple[str, ...]
    members: tuple[_WrittenMember, ...]


def write_matters(matters: Sequence[Matter], texts: Sequence[ReadText]) -> bytes:
    """The matters of these texts; edits are not among them, they are laid on anew."""
    places = {id(duty): (at, number) for at, text in enumerate(texts) for number, duty in enumerate(text.duties)}

    def written(member: Member) -> _WrittenMember:
        things, aspects = tuple(sorted(member.terms.things)), tuple(sorted(member.terms.aspects))
        at, number = places[id(member.duty)]
        return _WrittenMember(at, number, things, aspects, member.reason, member.topic, member.label)

    return pack(_WrittenMatter(m.id, m.name, m.words, tuple(map(written, m.members))) for m in matters)


def read_matters(packed: bytes, texts: Sequence[ReadText]) -> tuple[Matter, ...]:
    """The matters again, with the duties of the same texts in the same order."""

    def member(one: _WrittenMember) -> Member:
        terms = Terms(frozenset(one.things), frozenset(one.aspects))
        return Member(texts[one.text].duties[one.duty], terms, one.reason, one.topic, one.label)

    return tuple(Matter(m.id, m.name, m.words, tuple(map(member, m.members))) for m in unpack(packed, _WrittenMatter))
