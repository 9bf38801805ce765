"""Defined terms (统称): a department that a text sets up at two or more levels and then writes without its level."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus import Level
from duties.findings.body_names import body_names, without_level
from duties.findings.body_words import UNNAMED
from duties.findings.level_words import divides_by_area, names_many_levels
from duties.findings.paragraphs import Paragraph
from duties.findings.reading import Reading

_ALIAS = re.compile(r"（以下(?:简称|统称)[“]?(?P<alias>[^（）”]+(?:（[^（）]*）[^（）”]*)*)")
_UNITED = re.compile(r"以下(?:统称|简称|称)[“]?(?P<term>[^，。；）”]{2,24}(?:部门|机构|机关))")
_LEVELS = (
    (Level.NATIONAL, re.compile(r"国务院|国家")),
    (Level.PROVINCIAL, re.compile(r"省")),
    (Level.MUNICIPAL, re.compile(r"设区的市|市(?![容场政])")),
    (Level.COUNTY, re.compile(r"各?(?:区、?县|县|区(?!域))")),
)


@dataclass(frozen=True)
class DefinedTerm:
    """``core`` (民政部门) stands at two levels in ``first`` and is used bare in ``bare``."""

    core: str
    bearers: tuple[str, ...]
    first: Paragraph
    bare: tuple[Paragraph, ...]


def defined_terms(reading: Reading) -> tuple[DefinedTerm, ...]:
    """The departments set up at several levels in one article and then named without a level."""
    uses = _bare_uses(reading)
    terms: dict[str, DefinedTerm] = {}
    for paragraphs in reading.by_article.values():
        named = [(words, p) for p in paragraphs for words in _names(p)]
        for core in dict.fromkeys(without_level(words) for words, _ in named):
            here = [(words, p) for words, p in named if without_level(words) == core != words]
            bearers = tuple(dict.fromkeys(words for words, _ in here))
            bare = tuple(p for p in uses.get(core, ()) if p.article != paragraphs[0].article)
            if bare and _at_several_levels(bearers):
                terms.setdefault(core, DefinedTerm(core, bearers, here[0][1], bare))
    return tuple(terms.values())


def _names(paragraph: Paragraph) -> Iterator[str]:
    for _, mention in paragraph.mentions:
        alias = _ALIAS.match(mention.rest)
        yield alias["alias"] if alias else mention.bearer


def _at_several_levels(bearers: tuple[str, ...]) -> bool:
    if any(divides_by_area(words) for words in bearers):
        return False
    return any(map(names_many_levels, bearers)) or len({level_of(words) for words in bearers} - {None}) > 1


def level_of(words: str) -> Level | None:
    """The level with which a bearer's words begin, or None: 市…部门 municipal, 区、县（市）… county, 教育部门 none."""
    return next((level for level, pattern in _LEVELS if pattern.match(words)), None)


def _bare_uses(reading: Reading) -> dict[str, list[Paragraph]]:
    uses: dict[str, list[Paragraph]] = {}
    for paragraph in reading.paragraphs:
        for _, mention in paragraph.mentions:
            if _is_bare_department(mention.bearer) and paragraph not in uses.setdefault(mention.bearer, []):
                uses[mention.bearer].append(paragraph)
    return uses


def _is_bare_department(bearer: str) -> bool:
    if UNNAMED.fullmatch(bearer) or bearer.endswith(("政府", "办事处", "村民委员会", "居民委员会")):
        return False
    return without_level(bearer) == bearer


def united_terms(reading: Reading) -> dict[str, frozenset[str]]:
    """What a collective name (以下统称平台管理部门) stands for: the bodies of the paragraph that gives the name."""
    united: dict[str, frozenset[str]] = {}
    for paragraph in reading.paragraphs:
        for match in _UNITED.finditer(paragraph.text):
            names = (name for _, mention in paragraph.mentions for name in body_names(mention.bearer))
            for term in body_names(match["term"]):
                united[term] = united.get(term, frozenset()) | frozenset(names)
    return united
