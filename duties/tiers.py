"""Tiers (层级): at which levels the bodies of a bearer stand, and what the bodies are called without level words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from corpus import Level
from duties.table import read_table

_LEVEL = re.compile("|".join(f"(?P<r{i}>{row.pattern})" for i, row in enumerate(read_table("levels"))))
_VALUES = tuple(row.value for row in read_table("levels"))
_JOIN = re.compile(r"、|和|或者|或|以及|与|及")
_COMPOUNDS = next(row.pattern for row in read_table("bodies") if row.value == ("compound",))
_SPLIT = re.compile(rf"(?P<word>(?:{_COMPOUNDS}|[^、和与及或以])+(?:或(?!者)[^、]+)?)|(?:、|和|与|以及|及|或者|或)")
_TAIL = re.compile(r"(?:等)?(?:其他)?(?:有关|相关)?(?P<head>(?:行政)?(?:主管)?部门|机关)$")
_KNOWN = tuple((row.value[0], re.compile(row.pattern)) for row in read_table("bodies") if row.value != ("compound",))
_CHIEF = re.compile(r"[河湖林田]长$")
"""河长 and their like stand at every level down to the village."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a document tells about levels: its own level, and the levels at which bodies were named before."""

    level: Level
    learned: Mapping[str, frozenset[Level]]
    antecedent: tuple[Level, ...] = ()

    @property
    def usual(self) -> tuple[Level, ...]:
        """The levels of a department named without a level word: from the document's own down to the county."""
        return self.level.down_to(max(self.level, Level.COUNTY, key=lambda level: level.depth))


@dataclass(frozen=True, slots=True)
class Body:
    """One public body: its name without level words, and the level words' values (empty: none was written)."""

    name: str
    marks: tuple[str, ...]


def split_level(words: str) -> tuple[tuple[str, ...], str]:
    """The values of the level words that begin ``words``, and the rest.

    >>> split_level("市和区、县（市）人民政府")
    (('municipal', 'county'), '人民政府')
    >>> split_level("市场监督管理部门")
    ((), '市场监督管理部门')
    """
    marks: list[str] = []
    position = 0
    while (match := _LEVEL.match(words, position)) is not None:
        marks.extend(_VALUES[int(str(match.lastgroup)[1:])])
        if match.end() == position:
            break
        position = match.end()
        join = _JOIN.match(words, position)
        if join is not None and _LEVEL.match(words, join.end()):
            position = join.end()
    return tuple(marks), words[position:]


def name_bodies(words: str, terms: Collection[str] = ()) -> tuple[Body, ...]:
    """The bodies of one group of a bearer, normalised.

    >>> [body.name for body in name_bodies("市发展和改革、公安等部门")]
    ['发展和改革部门', '公安机关']
    """
    words = re.sub(r"(?:的|及其)?工作人员$", "", words)
    words = re.sub(r"（(?:以下|[^（）]{5,})[^（）]*）$", "", words)
    words = re.sub(r"等监管场所$|^有关(?=公安)|（[^（）]{3,}）(?=部门|、|等)", "", words)
    if words in terms:
        return (Body(words, ()),)
    marks, rest = split_level(words)
    rest = re.sub(r"^[^、]*所在地的?(?=人民政府$)", "", rest).replace("的办事机构", "办事机构")
    return tuple(Body(name, marks) for written in _names(rest) for name in _standard(written))


def _names(rest: str) -> tuple[str, ...]:
    rest = re.sub(r"^(?:人民政府|政府)(?=.)(?!采购)", "", rest)
    if not rest:
        return ("人民政府",)
    tail = _TAIL.search(rest)
    if tail is None or not _JOIN.search(rest):
        return (re.sub(r"等(?=(?:主管)?部门$|机关$)", "", rest),)
    words = [m["word"] for m in _SPLIT.finditer(rest[: tail.start()]) if m["word"]]
    return tuple(split_level(word)[1] + _suffix(word, tail["head"]) for word in words)


def _suffix(word: str, head: str) -> str:
    if word in ("公安", "国家安全", "税务") and head == "部门":
        return "机关" if word != "税务" else head
    return head


def _standard(name: str) -> tuple[str, ...]:
    return _STANDARD.get(name, (name,))


_STANDARD = {
    "乡（镇）人民政府": ("乡镇人民政府",),
    "镇人民政府": ("乡镇人民政府",),
    "乡人民政府": ("乡镇人民政府",),
    "公安部门": ("公安机关",),
    "社区居民委员会": ("居民委员会",),
    "政府": ("人民政府",),
    "村（居）民委员会": ("村民委员会", "居民委员会"),
    "居（村）民委员会": ("居民委员会", "村民委员会"),
}


def tiers_of(bodies: Iterable[Body], setting: Setting) -> tuple[Level, ...]:
    """The levels of all ``bodies`` together, highest first."""
    listed = tuple(bodies)
    marked = tuple(body for body in listed if not body.name.startswith("受")) or listed
    found = {level for body in marked for level in _tiers(body, setting)}
    if Level.TOWNSHIP in found and all("all" in body.marks and "政府" not in body.name for body in listed):
        found.discard(Level.TOWNSHIP)
    return tuple(level for level in Level if level in found)


def _tiers(body: Body, setting: Setting) -> tuple[Level, ...]:
    if body.marks:
        return tuple(level for mark in body.marks for level in _marked(mark, setting))
    if body.name in setting.learned:
        return tuple(setting.learned[body.name])
    known = next((value for value, pattern in _KNOWN if pattern.search(body.name)), None)
    if known is not None:
        return () if known == "open" else (Level(known),)
    return setting.level.down_to(Level.VILLAGE) if _CHIEF.search(body.name) else setting.usual


def _marked(mark: str, setting: Setting) -> tuple[Level, ...]:
    top = setting.level
    if mark in ("up", "local", "upmunicipal"):
        highest = top if mark == "up" else max(top, Level.PROVINCIAL, key=lambda level: level.depth)
        lowest = Level.MUNICIPAL if mark == "upmunicipal" else max(top, Level.COUNTY, key=lambda level: level.depth)
        return highest.down_to(lowest)
    if mark in ("all", "uptownship"):
        return top.down_to(Level.TOWNSHIP)
    if mark == "same":
        return setting.antecedent
    if mark == "above":
        return tuple(tuple(Level)[max(0, level.depth - 1)] for level in setting.antecedent)
    return () if mark == "open" else (Level(mark),)
