"""Tiers (层级): at which levels the bodies of a bearer stand, and what the bodies are called without level words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from corpus import Level
from duties.level_prefix import split_level
from duties.table import read_table

_JOIN = re.compile(r"、|和|或者|或|以及|与|及(?!时)")
_COMPOUNDS = next(row.pattern for row in read_table("bodies") if row.value == ("compound",))
_SPLIT = re.compile(rf"(?P<word>(?:{_COMPOUNDS}|[^、和与及或以])+(?:或(?!者)[^、]+)?)|(?:、|和|与|以及|及|或者|或)")
_TAIL = re.compile(r"(?:等)?(?:其他)?(?:有关|相关)?(?P<head>(?:行政)?(?:主管)?部门|机关)$")
_KNOWN = tuple((row.value[0], re.compile(row.pattern)) for row in read_table("bodies") if row.value != ("compound",))
_BRACKETS = str.maketrans("()", "（）")
_OWN = re.compile(r"^其(?!他)")
"""其派出机构: whose it is stands in the words before, no part of the body's name."""
_MADE = re.compile(
    r"^[^、]*?(?:政府|机关|部门)(?:按照[^，、]{2,8}规定|依法)?(?:设立|建立|组建|下设)的(?=[一-龥]{2,14}(?:机构|队伍|中心|站|组织)$)"
)
_APPOINTED = re.compile(r"[^、]*(?:政府|机关)(?:依法)?(?:确定|指定|明确|授权)的[一-龥]{0,8}(?:部门|机构)")
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


def name_bodies(words: str, terms: Collection[str] = ()) -> tuple[Body, ...]:
    """The bodies of one group of a bearer, normalised.

    >>> [body.name for body in name_bodies("市发展和改革、公安等部门")]
    ['发展和改革部门', '公安机关']
    """
    words = re.sub(r"(?:的|及其)?工作人员$", "", words.translate(_BRACKETS))
    words = re.sub(r"（以下(?:简称|统称|合称)[^（）]*）(?=.)", "", words)
    words = re.sub(r"（(?:以下|[^（）]{5,})[^（）]*）$", "", words)
    words = re.sub(
        r"(?<=[门关府处局])等(?:有关|相关)?单位$|等监管场所$|^有关(?=公安)|（[^（）]{3,}）(?=部门|、|等)", "", words
    )
    words = _OWN.sub("", words) or words
    if words in terms:
        return (Body(words, ()),)
    words = _MADE.sub("", words)
    marks, rest = split_level(words)
    if _APPOINTED.fullmatch(words):
        return (Body(words, marks),)
    rest = re.sub(r"^各(?=.*(?:法院|检察院|派出所)$)", "", rest).replace("的办事机构", "办事机构")
    rest = rest.removeprefix("的") or rest
    return tuple(Body(name, marks) for written in _names(rest) for name in _standard(written))


def _names(rest: str) -> tuple[str, ...]:
    rest = re.sub(r"^(?:人民政府|政府)(?=.)(?!采购)", "", rest)
    if not rest:
        return ("人民政府",)
    tail = _TAIL.search(rest)
    if tail is None or not _JOIN.search(rest):
        return (re.sub(r"等(?:其他)?(?:有关|相关)?(?=(?:行政)?(?:主管)?部门$|机关$)", "", rest),)
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
    "镇（乡）人民政府": ("乡镇人民政府",),
    "乡、镇人民政府": ("乡镇人民政府",),
    "乡、民族乡、镇人民政府": ("乡镇人民政府",),
    "民族乡人民政府": ("乡镇人民政府",),
    "乡镇政府": ("乡镇人民政府",),
    "街道办": ("街道办事处",),
    "街道": ("街道办事处",),
    "村委会": ("村民委员会",),
    "居委会": ("居民委员会",),
    "社区居（村）民委员会": ("居民委员会", "村民委员会"),
    "镇人民政府": ("乡镇人民政府",),
    "乡人民政府": ("乡镇人民政府",),
    "公安部门": ("公安机关",),
    "社区居民委员会": ("居民委员会",),
    "政府": ("人民政府",),
    "村（居）民委员会": ("村民委员会", "居民委员会"),
    "居（村）民委员会": ("居民委员会", "村民委员会"),
}


def fixed_levels(words: str) -> frozenset[Level]:
    """The levels that the kinds of body in a list fix by themselves, whatever the document.

    >>> sorted(level.value for level in fixed_levels("乡镇人民政府、街道办事处和社区居民委员会"))
    ['township', 'village']
    """
    parts = re.split(r"、|和|或者|以及|及其|及|的", words)
    known = (next((value for value, pattern in _KNOWN if pattern.search(part)), "open") for part in parts)
    return frozenset(Level(value) for value in known if value != "open")


def tiers_of(bodies: Iterable[Body], setting: Setting) -> tuple[Level, ...]:
    """The levels of all ``bodies`` together, highest first."""
    listed = tuple(bodies)
    marked = tuple(body for body in listed if not body.name.startswith("受")) or listed
    found = {level for body in marked for level in _tiers(body, setting)}
    if Level.TOWNSHIP in found and all(
        {"all", "localall"} & set(body.marks) and "政府" not in body.name for body in listed
    ):
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
    top, local = setting.level, _at_most(setting.level, Level.PROVINCIAL)
    ranges = {
        "up": (top, _at_most(top, Level.COUNTY)),
        "local": (local, _at_most(top, Level.COUNTY)),
        "upprovincial": (top, _at_most(top, Level.PROVINCIAL)),
        "upmunicipal": (local, Level.MUNICIPAL),
        "all": (top, Level.TOWNSHIP),
        "uptownship": (top, Level.TOWNSHIP),
        "localall": (local, Level.TOWNSHIP),
        "upper": (top, _at_most(top, Level.MUNICIPAL)),
    }
    if mark in ranges:
        return ranges[mark][0].down_to(ranges[mark][1])
    if mark in ("same", "above", "located"):
        return _relative(mark, setting)
    return () if mark == "open" else (Level(mark),)


def _at_most(one: Level, other: Level) -> Level:
    """The lower of the two."""
    return max(one, other, key=lambda level: level.depth)


def _relative(mark: str, setting: Setting) -> tuple[Level, ...]:
    """同级 and 上一级 look back to the bearer before; 所在地 is below the document's own level."""
    if mark == "same":
        return setting.antecedent or setting.usual
    if mark == "above":
        upper = setting.level.down_to(_at_most(setting.level, Level.MUNICIPAL))
        return tuple(tuple(Level)[max(0, level.depth - 1)] for level in setting.antecedent) or upper
    lower = tuple(level for level in setting.usual if level.depth > setting.level.depth)
    return lower if len(lower) > 1 else setting.usual
