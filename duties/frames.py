"""Frames (句式): bodies that stand elsewhere than at the head of a clause: 由…, 向…申请, 报…批准, 会同…, 责成…."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from duties.bearers import Mention, find_mention
from duties.duty import Role
from duties.qualified import find_qualified
from duties.table import read_table
from duties.verbs import FOLLOW_TEXT


@dataclass(frozen=True, slots=True)
class Frame:
    """``before`` ends right before the body, ``after`` begins right behind it; ``kind`` is what the body then is."""

    name: str
    kind: str
    before: re.Pattern[str]
    after: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Framed:
    """A body found in a frame; ``start`` is where the frame's first word stands, ``end`` where its last one ends."""

    frame: Frame
    mention: Mention
    start: int
    end: int


LONGEST_CLAUSE = 1000
"""How much of a clause is searched for bodies; no clause that a person wrote is longer."""

FRAMES = tuple(
    Frame(
        row.name,
        str(row.value),
        re.compile(row.fields["before"]),
        re.compile(row.fields["after"].replace("{follow}", FOLLOW_TEXT)),
    )
    for row in read_table("frames")
)
SUBJECT = next(frame for frame in FRAMES if frame.kind == "subject")
ROLES = {
    "permit": Role.PERMIT,
    "enforce": Role.ENFORCE,
    "lead": Role.LEAD,
    "supervise": Role.SUPERVISE,
    "member": Role.COOPERATE,
    "attribute": Role.LEAD,
}
"""The role that a frame gives; another frame leaves it to the act."""


def find_framed(text: str, start: int, end: int, terms: Collection[str], kinds: Collection[str]) -> Iterator[Framed]:
    """Every public body in characters ``start:end`` that stands in a frame of one of ``kinds``."""
    frames, opening = _of_kinds(tuple(kinds))
    if opening.search(text, start, min(end, start + LONGEST_CLAUSE)) is not None:
        for frame in frames:
            yield from _in_frame(frame, text, start, end, terms)


@lru_cache(maxsize=32)
def _of_kinds(kinds: tuple[str, ...]) -> tuple[tuple[Frame, ...], re.Pattern[str]]:
    """The frames of these kinds, and whether any of them can begin: most clauses hold none, one look tells."""
    frames = tuple(frame for frame in FRAMES if frame.kind in kinds)
    return frames, re.compile("|".join(f"(?:{frame.before.pattern})" for frame in frames))


def _in_frame(frame: Frame, text: str, start: int, end: int, terms: Collection[str]) -> Iterator[Framed]:
    for match in frame.before.finditer(text, start, min(end, start + LONGEST_CLAUSE)):
        of = frame.kind in ("member", "attribute")
        mention = find_mention(text[:end], match.end(), frame.after, terms, of=of)
        if mention is None and frame.kind == "permit":
            mention = find_qualified(text[:end], match.end(), terms, frame.after)
        if mention is None or not mention.public:
            continue
        after = frame.after.match(text, mention.stop)
        yield Framed(frame, mention, match.start(), after.end() if after else mention.stop)
