"""Subjects (主语): a bearer standing in a document, with its bodies and levels; and what the document taught so far."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus import Level
from duties.bearers import Mention
from duties.tiers import Body, Setting, name_bodies, split_level, tiers_of

_DEFINED = re.compile(
    r"(?:（|，)以下(?:简称|统称|合称)(?:为)?[“]?(?P<term>[^，。；（）”]+(?:（[^（）]{1,4}）[^，。；（）”]*)*)[”]?(?:）|。)"
)
_PUBLIC_TERM = re.compile(r"(?:部门|机关|机构|委员会|管委会|办事处|委办局|街道办)$")
_UNNAMED = re.compile(r"^(?:其他)?(?:有关|相关|相应的?|其他|有权)")


@dataclass(frozen=True, slots=True)
class Subject:
    """A bearer: its words, bodies (without level words), levels, and where it stands in the text (``start``).

    ``named`` is False for 有关部门 and the like, ``marked`` True where level words stand in it.
    """

    words: str
    bodies: tuple[str, ...]
    levels: tuple[Level, ...]
    start: int
    named: bool
    marked: bool


@dataclass
class Ledger:
    """What one document has said so far: short names it defined, and the levels at which it put each body."""

    level: Level
    terms: frozenset[str]
    learned: dict[str, frozenset[Level]] = field(default_factory=dict)
    short: dict[str, str] = field(default_factory=dict)
    powers: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, text: str, level: Level) -> Ledger:
        """The ledger of a document with the full ``text``, nothing learned yet."""
        return cls(level, frozenset(defined_terms(text)))

    def subject(
        self, mention: Mention, base: int, antecedent: Subject | None = None, *, partner: bool = False
    ) -> Subject:
        """The subject that ``mention`` (offsets counted from ``base``) is in this document."""
        bodies = self._bodies(mention)
        if mention.term:
            bodies = self._define(mention.term, bodies)
        setting = Setting(self.level, self.learned, antecedent.levels if antecedent else ())
        names = tuple(dict.fromkeys(body.name for body in bodies))
        named = any(not _UNNAMED.match(name) for name in names)
        marked = any(body.marks for body in bodies)
        levels = tiers_of(bodies, setting)
        if partner and antecedent and not marked and all(level in setting.usual for level in levels):
            levels = antecedent.levels
        return Subject(mention.text, names, levels, base + mention.start, named, marked)

    def collect(self, term: str, subjects: Iterable[Subject]) -> None:
        """Bodies put in charge before are from now on called ``term`` (…的部门，以下统称犬只管理部门)."""
        self.learned[term] = frozenset(level for subject in subjects for level in subject.levels)

    def grants(self, subject: Subject) -> bool:
        """Whether a power that only an attribute gives (…确定的场所) is told here for the first time."""
        first = subject.words not in self.powers
        self.powers.add(subject.words)
        return first

    def _bodies(self, mention: Mention) -> tuple[Body, ...]:
        found: list[Body] = []
        for group in (group for group in mention.groups if group.public):
            for body in name_bodies(group.text, self.terms):
                inherited = found[-1].marks if found and not body.marks else body.marks
                name = self.short.get(body.name, body.name)
                found.append(Body(name, inherited if _inherits(body) else body.marks))
        return tuple(found)

    def _define(self, written: str, bodies: tuple[Body, ...]) -> tuple[Body, ...]:
        """The bodies under the short name that the text gives them; its levels hold wherever it stands bare."""
        term = split_level(written)[1] or written
        if len(bodies) == 1:
            self.short[bodies[0].name] = term
            if not bodies[0].marks:
                self.learned[term] = frozenset(tiers_of(bodies, Setting(self.level, self.learned)))
            return (Body(term, bodies[0].marks),)
        self.learned[term] = frozenset(tiers_of(bodies, Setting(self.level, self.learned)))
        return (Body(term, ()),)

    def learn(self, subject: Subject) -> None:
        """Remember at which levels one body, named with level words, was put in charge (市民政部门负责…)."""
        if len(subject.bodies) == 1 and subject.marked and not subject.bodies[0].endswith("长"):
            body = subject.bodies[0]
            self.learned[body] = self.learned.get(body, frozenset()) | frozenset(subject.levels)


def _inherits(body: Body) -> bool:
    return not re.search(r"街道|乡镇|村|居民|人民政府|机构$|委托", body.name)


def defined_terms(text: str) -> set[str]:
    """The short names of public bodies that a text defines, without level words.

    >>> defined_terms("市城市市容和环境卫生主管部门（以下简称市市容环卫主管部门）负责本条例的实施。")
    {'市容环卫主管部门'}
    """
    terms = {split_level(match["term"])[1] for match in _DEFINED.finditer(text) if _PUBLIC_TERM.search(match["term"])}
    return {term for term in terms if term}
