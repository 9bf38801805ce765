"""Lines of a Word file while it is read: a paragraph with its tracked changes, notes and hidden words as remarks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus import Remark, RemarkKind
from ingest.characters import clean_characters
from ingest.line import Line, LineStyle
from ingest.readers.docx_words import Mark

_CHANGED = "含未接受的修订，显示的是修订后的文字"
_ADDED = "含未接受的修订：这一段是新增的，修订前没有"
_REMOVED = "含未接受的修订：此处有一段文字被删去"
_PROBE = "字"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its automatic number: words after and before the changes, and remarks on places in ``final``."""

    final: str
    before: str
    style: LineStyle
    is_tracked: bool = False
    marks: tuple[Mark, ...] = ()

    def followed_by(self, other: Paragraph) -> Paragraph:
        """Both as one, because the mark between them was deleted; the first gives its style if it has words."""
        by = len(self.final)
        return Paragraph(
            self.final + other.final,
            f"{self.before}\n{other.before}",
            self.style if self.final.strip() else other.style,
            self.is_tracked or other.is_tracked,
            (*self.marks, *(replace(mark, at=mark.at + by) for mark in other.marks)),
        )


class Lines:
    """Collects lines; a remark on words that are not there any more waits for the next line, or goes to the last."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._waiting: list[Remark] = []

    def add(self, line: Line) -> None:
        """Take a line with what waits for it."""
        if not line.text:
            self._waiting.extend(line.remarks)
            return
        waiting = tuple(replace(remark, start=0, end=len(line.text)) for remark in self._waiting)
        self._waiting.clear()
        self._lines.append(replace(line, remarks=(*waiting, *line.remarks)) if waiting else line)

    def wait(self, before: str) -> None:
        """Note words that were deleted, to be told with the next line."""
        if before.strip():
            self._waiting.append(Remark(RemarkKind.TRACKED, 0, 0, _REMOVED, clean_characters(before)))

    def add_paragraph(self, paragraph: Paragraph) -> None:
        """Take a paragraph; a line break in it ends a line."""
        parts = paragraph.final.split("\n")
        befores = paragraph.before.split("\n") if paragraph.is_tracked else []
        is_paired = len(befores) == len(parts)
        offset = 0
        for number, part in enumerate(parts):
            text = clean_characters(part)
            remarks = [_placed(m, part, offset, text) for m in paragraph.marks if 0 <= m.at - offset <= len(part)]
            if paragraph.is_tracked and (is_paired or number == 0):
                remarks.extend(_changed(text, befores[number] if is_paired else paragraph.before))
            self.add(Line(text, style=paragraph.style, remarks=tuple(remarks)))
            offset += len(part) + 1

    def finish(self) -> tuple[Line, ...]:
        """The lines; what still waits is told with the last one."""
        if self._waiting and self._lines:
            last = self._lines[-1]
            waiting = tuple(replace(remark, start=0, end=len(last.text)) for remark in self._waiting)
            self._lines[-1] = replace(last, remarks=(*last.remarks, *waiting))
            self._waiting.clear()
        return tuple(self._lines)


def _placed(mark: Mark, part: str, offset: int, text: str) -> Remark:
    """The mark on the character in front of it, counted in the cleaned line."""
    at = len(clean_characters(part[: mark.at - offset] + _PROBE)) - 1
    start = min(max(0, at - 1), max(0, len(text) - 1))
    return Remark(mark.kind, start, min(start + 1, len(text)), mark.note)


def _changed(text: str, before: str) -> tuple[Remark, ...]:
    original = clean_characters(before.replace("\n", " "))
    if original == text:
        return ()
    note = _REMOVED if not text else _CHANGED if original else _ADDED
    return (Remark(RemarkKind.TRACKED, 0, len(text), note, original),)


def joined(lines: Sequence[Line], between: str) -> tuple[str, tuple[Remark, ...]]:
    """The words of some lines in one, with their remarks moved along."""
    text = ""
    remarks: list[Remark] = []
    for line in lines:
        by = len(text) + (len(between) if text else 0)
        text = f"{text}{between}{line.text}" if text else line.text
        remarks.extend(remark.moved(by) for remark in line.remarks)
    return text, tuple(remarks)
