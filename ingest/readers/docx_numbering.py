"""Automatic numbers (numbering.xml) of Word paragraphs: 第一章, 第一条, （一）, 1. as Word shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from corpus import write_numeral

_HAN_FORMATS = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "ideographTraditional",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
    }
)
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: its form, its text (第%2条), where it starts, and after which level it begins anew."""

    form: str
    text: str
    start: int
    restart: int | None


class Numbering:
    """Counts the numbered paragraphs of one document in the order they are asked for."""

    def __init__(self, document: Document) -> None:
        self._lists: dict[str, str] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._styles = _style_numbers(document)
        part = next(
            (
                r.target_part
                for r in document.part.rels.values()
                if r.reltype.endswith("/numbering") and not r.is_external
            ),
            None,
        )
        if part is not None:
            self._read(parse_xml(part.blob))

    def _read(self, root: BaseOxmlElement) -> None:
        for abstract in root.iter(qn("w:abstractNum")):
            key = abstract.get(qn("w:abstractNumId"), "")
            self._levels[key] = {
                int(level.get(qn("w:ilvl"), "0")): _level(level) for level in abstract.iter(qn("w:lvl"))
            }
        for number in root.iter(qn("w:num")):
            target = number.find(qn("w:abstractNumId"))
            if target is not None:
                self._lists[number.get(qn("w:numId"), "")] = target.get(qn("w:val"), "")

    def label(self, paragraph: BaseOxmlElement) -> str:
        """The number that Word shows before this paragraph, or nothing."""
        number, depth = self._number_of(paragraph)
        abstract = self._lists.get(number, "")
        levels = self._levels.get(abstract, {})
        level = levels.get(depth)
        if level is None or level.form in ("bullet", "none"):
            return ""
        counts = self._counts.setdefault(abstract, {})
        self._advance(counts, levels, depth)
        written = re.sub(r"%([1-9])", lambda m: _written(counts, levels, int(m[1]) - 1), level.text)
        return f"{written} " if written and written[-1] not in "、．.）)" else written

    def _advance(self, counts: dict[int, int], levels: dict[int, _Level], depth: int) -> None:
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for below in range(depth + 1, _LEVELS):
            level = levels.get(below)
            if level is not None and (level.restart is None or (level.restart > 0 and depth < level.restart)):
                counts.pop(below, None)

    def _number_of(self, paragraph: BaseOxmlElement) -> tuple[str, int]:
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return "", 0
        style = properties.find(qn("w:pStyle"))
        inherited = self._styles.get(style.get(qn("w:val"), ""), ("", 0)) if style is not None else ("", 0)
        own = properties.find(qn("w:numPr"))
        return _read_reference(own, inherited) if own is not None else inherited


def _style_numbers(document: Document) -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for style in document.styles.element.iter(qn("w:style")):
        reference = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if reference is not None:
            found[style.get(qn("w:styleId"), "")] = _read_reference(reference, ("", 0))
    return found


def _read_reference(reference: BaseOxmlElement, inherited: tuple[str, int]) -> tuple[str, int]:
    number, depth = reference.find(qn("w:numId")), reference.find(qn("w:ilvl"))
    return (
        number.get(qn("w:val"), "") if number is not None else inherited[0],
        int(depth.get(qn("w:val"), "0")) if depth is not None else inherited[1],
    )


def _level(level: BaseOxmlElement) -> _Level:
    def value(tag: str, default: str) -> str:
        found = level.find(qn(tag))
        return found.get(qn("w:val"), default) if found is not None else default

    restart = value("w:lvlRestart", "")
    return _Level(
        value("w:numFmt", "decimal"),
        value("w:lvlText", ""),
        int(value("w:start", "1")),
        int(restart) if restart else None,
    )


def _written(counts: dict[int, int], levels: dict[int, _Level], depth: int) -> str:
    level = levels.get(depth)
    number = counts.get(depth, level.start if level is not None else 1)
    if level is not None and level.form in _HAN_FORMATS:
        return write_numeral(number)
    if level is not None and level.form.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(0x245F + number)
    return str(number)
