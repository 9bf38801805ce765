"""Damage (文字损坏): stretches of a text that lost characters on their way, marked and never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus import Remark, RemarkKind
from ingest.characters import clean_characters
from ingest.common_characters import is_common, plausibility
from ingest.line import Line
from ingest.mojibake import LOST, Repair, looks_misread, repair_mojibake
from ingest.pattern_table import Row, read_table

GATES = {
    "private": frozenset(map(chr, range(0xE000, 0xF900))),
    "bopomofo": frozenset(map(chr, (*range(0x3105, 0x3130), *range(0x2500, 0x2580)))),
}
"""Names of sets of characters that a row's field can stand for; any other field is its characters themselves."""
_CLAUSE = re.compile(r"[^，。；：、！？“”（）()《》\s]{0,24}")
COUNTED = "处文字损坏或缺失，已在原位标出，请核对原文"
_MISREAD_LENGTH = 12
_MISREAD = 0.7
_ODD_CHARACTERS = 8
_ENUMERATION = 10


def mark_damage(lines: Sequence[Line], characters: frozenset[str]) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """The lines with remarks on every damaged stretch, misread lines put right where that is certain, and warnings.

    ``characters`` are those of the whole text: they tell at once what need not be looked for.

    >>> text = "2019年x月，应当建立\ufffd度。"
    >>> lines, warnings = mark_damage([Line(text)], frozenset(text))
    >>> [(r.start, r.end, r.note) for r in lines[0].remarks]
    [(5, 6, '原文以字母 x 代替了内容'), (12, 13, '字符无法读出')]
    """
    characters |= {LOST} if any(line.remarks for line in lines) else set()
    repaired, warnings = _repair_misread(lines, characters)
    rows = [row for row in read_table("clean/damage") if not characters.isdisjoint(GATES.get(row.field, row.field))]
    marked = tuple(_mark(line, rows) for line in repaired) if rows else tuple(repaired)
    return marked, (*warnings, *warn_damage(marked))


def warn_damage(lines: Sequence[Line]) -> tuple[str, ...]:
    """How many damaged stretches the lines have, in one sentence; empty where they have none."""
    count = sum(remark.kind is RemarkKind.DAMAGED for line in lines for remark in line.remarks)
    return (f"有{count}{COUNTED}",) if count else ()


def _mark(line: Line, rows: Sequence[Row]) -> Line:
    """The line with a remark on every stretch that a row finds; stretches that touch are one, noted by the first."""
    found = [(start, end, row.value) for row in rows for start, end in _stretches(line.text, row)]
    if not found:
        return line
    joined: list[tuple[int, int, str]] = []
    for start, end, note in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]), joined[-1][2])
        else:
            joined.append((start, end, note))
    known = [(remark.start, remark.end) for remark in line.remarks]
    new = [
        Remark(RemarkKind.DAMAGED, start, end, note)
        for start, end, note in joined
        if all(end <= a or b <= start for a, b in known)
    ]
    return replace(line, remarks=tuple(sorted((*line.remarks, *new), key=lambda remark: remark.start)))


def _stretches(text: str, row: Row) -> Iterator[tuple[int, int]]:
    for match in row.pattern.finditer(text):
        end = _odd_end(text, match.end()) if row.weight == "stretch" else match.end()
        yield match.start(), end


def _odd_end(text: str, start: int) -> int:
    """The end of the last odd character of the clause that goes on at ``start``."""
    clause = _CLAUSE.match(text, start)
    odd = [i for i in range(start, clause.end()) if _is_odd(text[i])] if clause is not None else []
    return odd[-1] + 1 if odd else start


def _is_odd(character: str) -> bool:
    if "\u4e00" <= character <= "\u9fff":
        return not is_common(character)
    return (character.isascii() and character.isalpha()) or not character.isascii()


def _repair_misread(lines: Sequence[Line], characters: frozenset[str]) -> tuple[list[Line], tuple[str, ...]]:
    """Lines of mojibake in an otherwise sound text: put right where certain, else marked as a whole."""
    odd = sum(not is_common(c) if "\u4e00" <= c <= "\u9fff" else "\x80" <= c <= "\u024f" for c in characters)
    if odd < _ODD_CHARACTERS:
        return list(lines), ()
    result = [_read_again(line) if _is_misread(line.text) else line for line in lines]
    repaired = sum(new.text != old.text for new, old in zip(result, lines, strict=True))
    return result, (f"有{repaired}行为乱码，已按原字节还原，请核对原文",) if repaired else ()


def _is_misread(text: str) -> bool:
    if len(text) < _MISREAD_LENGTH or text.count("、") * _ENUMERATION > len(text):
        return False
    return looks_misread(text) and (plausibility(text) < _MISREAD or not any("\u4e00" <= c <= "\u9fff" for c in text))


def read_again(line: Line, cleaned: str) -> Line:
    """A line with control characters among its own: mojibake put right where that is certain, else ``cleaned``."""
    repair = repair_mojibake(line.text)
    if repair is None:
        return replace(line, text=cleaned, original="")
    return _repaired(replace(line, text=cleaned, original=""), repair)


def _read_again(line: Line) -> Line:
    repair = repair_mojibake(line.text) if not line.remarks else None
    if repair is None:
        whole = Remark(RemarkKind.DAMAGED, 0, len(line.text), "疑似乱码，无法可靠还原")
        return replace(line, remarks=(*line.remarks, whole))
    return _repaired(line, repair)


def _repaired(line: Line, repair: Repair) -> Line:
    text = clean_characters(repair.text)
    remark = Remark(RemarkKind.DAMAGED, 0, len(text), f"乱码已还原（{repair.way}）", line.text)
    return replace(line, text=text, remarks=(remark,))
