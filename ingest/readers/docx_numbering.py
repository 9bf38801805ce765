"""Automatic numbers (numbering.xml) of Word paragraphs: 第一章, 第一条, （一）, 1. as Word shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.readers.docx_number_forms import write_number
from ingest.readers.docx_styles import Styles
from ingest.readers.docx_tags import ALTERNATE, CHOICE, child, is_on, value, w
from ingest.readers.package import Element

_LEVELS = 9
_NO_LIST = "0"
_ARTICLE = re.compile(r"第\s?%[1-9]\s?条\s*")
_CLOSED = re.compile(r"[、．.，：:）)\]】]$")


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: its form, its text (第%2条), where it starts, after which level it begins anew."""

    form: str
    pattern: str
    text: str
    start: int
    restart: int | None
    is_legal: bool
    is_tight: bool
    style: str


@dataclass(frozen=True, slots=True)
class _List:
    """A ``w:num``: the definition whose counter it shares, its levels, and where it sets the counter anew."""

    shared: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Definitions:
    """The lists that numbering.xml defines, by ``w:numId``."""

    def __init__(self, root: Element | None, styles: Styles, *, is_turned: bool = False) -> None:
        self.styles = styles
        self._is_turned = is_turned
        self.lists: dict[str, _List] = {}
        if root is None:
            return
        self._abstracts = {a.get(w("abstractNumId"), ""): a for a in root.iter(w("abstractNum"))}
        self._targets = {n.get(w("numId"), ""): value(n, "abstractNumId") for n in root.iter(w("num"))}
        for number in root.iter(w("num")):
            self.lists[number.get(w("numId"), "")] = self._read(number)

    def _read(self, number: Element) -> _List:
        shared = self._follow(value(number, "abstractNumId"))
        abstract = self._abstracts.get(shared)
        levels = (
            {_depth(level): self._level(level) for level in abstract.iter(w("lvl"))} if abstract is not None else {}
        )
        starts: dict[int, int] = {}
        for override in number.iter(w("lvlOverride")):
            depth = _depth(override)
            level = child(override, "lvl")
            if level is not None:
                levels[depth] = self._level(level)
            start = _int(value(override, "startOverride"))
            if start is not None:
                starts[depth] = start
        return _List(shared, levels, starts)

    def _level(self, level: Element) -> _Level:
        """A level; LibreOffice, which turned an old file, forgets that articles run on over chapters."""
        read = _level(level)
        return replace(read, restart=0) if self._is_turned and _ARTICLE.fullmatch(read.text) else read

    def _follow(self, key: str) -> str:
        """The definition that a list style (w:numStyleLink) leads to."""
        for _ in range(_LEVELS):
            linked = value(self._abstracts.get(key), "numStyleLink")
            if not linked:
                return key
            target = self._targets.get(value(self.styles.numbering(linked), "numId"), "")
            if not target or target == key:
                return self._styled(linked) or key
            key = target
        return key

    def _styled(self, style: str) -> str:
        return next((key for key, a in self._abstracts.items() if value(a, "styleLink") == style), "")

    def of(self, properties: Element | None, style: str) -> tuple[str, int]:
        """(w:numId, level) of a paragraph with these own properties and this style; ("", 0) for none."""
        own = child(properties, "numPr")
        chain = [(key, self.styles.numbering(key)) for key, _ in self.styles.chain(style)]
        numbers = (value(own, "numId"), *(value(inherited, "numId") for _, inherited in chain))
        number = next(filter(None, numbers), "")
        depths = [_int(value(own, "ilvl"))]
        for key, inherited in chain:
            depths += [self._linked(number, key), _int(value(inherited, "ilvl"))]
        depth = next((depth for depth in depths if depth is not None), 0)
        return ("", 0) if number in ("", _NO_LIST) else (number, depth)

    def _linked(self, number: str, style: str) -> int | None:
        """The level that names ``style`` as its own (w:pStyle)."""
        listed = self.lists.get(number)
        levels = listed.levels if listed is not None else {}
        return next((depth for depth, level in levels.items() if level.style == style), None)


class Numbering:
    """Counts the numbered paragraphs of one document in the order they are asked for."""

    def __init__(self, definitions: Definitions) -> None:
        self._definitions = definitions
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self.is_used = False

    def label(self, properties: Element | None, style: str) -> str:
        """The number that Word shows before a paragraph, or nothing."""
        number, depth = self._definitions.of(properties, style)
        listed = self._definitions.lists.get(number)
        level = listed.levels.get(depth) if listed is not None else None
        if listed is None or level is None:
            return ""
        self.is_used = True
        counts = self._counts.setdefault(listed.shared, {})
        self._advance(counts, listed, number, depth)
        if level.form in ("bullet", "none") and "%" not in level.text.replace(f"%{depth + 1}", ""):
            return ""
        written = re.sub(r"%([1-9])", lambda m: _written(counts, listed, level, int(m[1]) - 1), level.text).strip()
        return written if not written or level.is_tight or _CLOSED.search(written) else f"{written} "

    def _advance(self, counts: dict[int, int], listed: _List, number: str, depth: int) -> None:
        start = listed.starts.get(depth, listed.levels[depth].start)
        if depth in listed.starts and (number, depth) not in self._begun:
            counts.pop(depth, None)
        self._begun.add((number, depth))
        counts[depth] = counts.get(depth, start - 1) + 1
        for below in range(depth + 1, _LEVELS):
            level = listed.levels.get(below)
            if level is not None and (level.restart is None or (level.restart > 0 and depth < level.restart)):
                counts.pop(below, None)


def _depth(element: Element) -> int:
    return _int(element.get(w("ilvl"), "0")) or 0


def _int(text: str) -> int | None:
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else None


def _level(level: Element) -> _Level:
    form, pattern = _form(level)
    text = value(level, "lvlText")
    return _Level(
        form,
        pattern,
        text,
        _int(value(level, "start", default="1")) or 0,
        _int(value(level, "lvlRestart")),
        is_on(child(level, "isLgl")),
        # 第一条 joined to its text would no longer be told from a citation: it always gets its blank.
        value(level, "suff") == "nothing" and re.search(r"第\s?%[1-9]\s?[编章节条]$", text) is None,
        value(level, "pStyle"),
    )


def _form(level: Element) -> tuple[str, str]:
    """The number form; newer ones stand in an alternative beside the one for old programs."""
    found = level.find(f"{ALTERNATE}/{CHOICE}/{w('numFmt')}")
    if found is None:
        found = level.find(w("numFmt"))
    return (found.get(w("val"), "decimal"), found.get(w("format"), "")) if found is not None else ("decimal", "")


def _written(counts: dict[int, int], listed: _List, shown: _Level, depth: int) -> str:
    level = listed.levels.get(depth)
    if level is None or level.form in ("none", "bullet"):
        return ""
    number = counts.get(depth, level.start)
    return write_number(number, "decimal" if shown.is_legal else level.form, level.pattern)
