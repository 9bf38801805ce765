"""Lossless: what a version's provisions say, joined, against the characters of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import Provision, Version

# What stands between a label, a heading and the words, and belongs to none of them.
_FRAME = re.compile(r"[\s。:：【】\[\]〔〕（）()|]")


@dataclass(frozen=True, slots=True)
class Joined:
    """``faults`` tells where words are lost, cut or said twice; ``outside`` are the lines in no provision (题注)."""

    faults: tuple[str, ...]
    outside: tuple[str, ...]


def join_provisions(text: str, provisions: Sequence[Provision]) -> Joined:
    """Labels, headings and words of all provisions, one after the other, laid over the text.

    Every line must be said whole or, like a title or a signature, not at all.
    """
    said = bytearray(len(text))
    faults, place = [], 0
    for provision in provisions:
        for words in (provision.label, provision.heading, provision.text):
            wanted = _FRAME.sub("", words)
            found = _lay(text, max(place, provision.start), wanted, said)
            if found is None:
                faults.append(f"{provision.eid}: {wanted[:20]}")
                continue
            place = found
    outside = []
    for start, line in _lines(text):
        open_characters = [i for i, c in enumerate(line, start) if not said[i] and not _FRAME.match(c)]
        if not open_characters:
            continue
        if any(said[start : start + len(line)]):
            faults.append(f"{line[open_characters[0] - start :][:20]}")
        else:
            outside.append(line)
    return Joined(tuple(faults), tuple(outside))


def _lay(text: str, place: int, wanted: str, said: bytearray) -> int | None:
    """Mark ``wanted`` in ``said`` from its next place on; the place behind it, None where the text goes another way.

    Only whole lines may be passed over.
    """
    if not wanted:
        return place
    while True:
        found = _match(text, place, wanted)
        if found is not None:
            for i in range(place, found):
                said[i] = 1
            return found
        place = text.find("\n", place) + 1
        if not place:
            return None


def _match(text: str, place: int, wanted: str) -> int | None:
    for character in wanted:
        while place < len(text) and _FRAME.match(text[place]):
            place += 1
        if place >= len(text) or text[place] != character:
            return None
        place += 1
    return place


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def labels_outside(version: Version) -> frozenset[int]:
    """Where the lines begin that lie in no provision's span."""
    ends = 0
    spans: list[tuple[int, int]] = []
    for provision in sorted(version.provisions, key=_start):
        if provision.start > ends:
            spans.append((ends, provision.start))
        ends = max(ends, provision.end)
    spans.append((ends, len(version.text) + 1))
    starts = [start for start, _ in _lines(version.text)]
    return frozenset(start for start in starts if any(first <= start < end for first, end in spans))


def _start(provision: Provision) -> int:
    return provision.start
