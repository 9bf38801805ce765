"""Subjects (主语): a bearer standing in a document, with its bodies and levels; and what the document taught so far."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus import Level
from duties.bearers import Mention, kind_of
from duties.canonical import is_same_department
from duties.level_prefix import split_level
from duties.tiers import Body, Setting, fixed_levels, name_bodies, tiers_of

_DEFINED = re.compile(
    r"(?:[（(]|，)以下(?:简称|统称|合称|称)(?:为)?[“\"]?(?P<term>[^，。；（）()”\"]+(?:[（(][^（）()]{1,4}[）)][^，。；（）()”\"]*)*)"
    r"[”\"]?(?:[）)]|。)"
)
_PUBLIC_TERM = re.compile(r"(?:部门|机关|机构|委员会|管委会|办事处|委办局|街道办)$")
_MAY_BE_ENTRUSTED = re.compile(
    r"(?:^|[。；\n])(?P<before>[^。；\n]{2,120}?)，?可以(?:依法)?受[^，。；]{2,16}?委托|可以(?:依法)?委托(?P<after>[^，。；]{2,60}?)(?=办理|承担|从事|实施|开展|负责|，|。)"
)
_NOBODY = re.compile(r"(?:人民)?政府|")
_RELEVANT = re.compile(r"^相关(?:行政)?(?:主管)?部门$")
"""相关部门 after a list of departments: those of the list."""
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
    entrusted: frozenset[Level] = frozenset()
    text: str = field(default="", repr=False)

    @classmethod
    def of(cls, text: str, level: Level) -> Ledger:
        """The ledger of a document with the full ``text``, nothing learned yet."""
        return cls(level, frozenset(defined_terms(text)), entrusted=entrusted_levels(text), text=text)

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
        if any(name.startswith("受") for name in names):
            levels = tuple(level for level in Level if level in self.entrusted or level in levels)
        if antecedent and not marked and len(antecedent.bodies) > 1 and all(map(_RELEVANT.match, names)):
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
                name = self._called(body.name)
                found.append(Body(name, inherited if _inherits(body) else body.marks))
        return tuple(found)

    def _called(self, name: str) -> str:
        """The short name that the text gave this department, as 市容环卫 or 市容环境卫生."""
        if name in self.short or name in self.terms or not name.endswith("主管部门"):
            return self.short.get(name, name)
        variants = (term for full, term in self.short.items() if full.endswith("主管部门"))
        return next((term for term in variants if is_same_department(term, name)), name)

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
            self.learned[body] = self.learned.get(body, frozenset()) | self._with_lower(body, subject.levels)

    def _with_lower(self, body: str, levels: tuple[Level, ...]) -> frozenset[Level]:
        """``levels`` and those below at which the text names the body too (市民政部门负责…，区、县（市）民政部门…)."""
        below = {level for level in self._named_at(body) if levels and level.depth > levels[0].depth}
        if levels == (Level.NATIONAL,) and body.endswith("部门") and "县级以上地方" in self.text:
            below |= set(Setting(self.level, {}).usual)
        return frozenset({*levels, *below})

    def _named_at(self, body: str) -> set[Level]:
        found: set[Level] = set()
        for match in re.finditer(rf"(?P<before>[^，。；：\n]{{1,24}}?){re.escape(body)}", self.text):
            runs = (match["before"][start:] for start in range(len(match["before"])))
            marks = next((marks for marks, rest in map(split_level, runs) if marks and _NOBODY.fullmatch(rest)), ())
            found.update(tiers_of((Body(body, marks),), Setting(self.level, {})) if marks else ())
        return found


def _inherits(body: Body) -> bool:
    return not re.search(r"街道|乡镇|村|居民|人民政府|机构$|委托", body.name)


def entrusted_levels(text: str) -> frozenset[Level]:
    """The levels of the bodies that, by the text, may act for another: 街道办事处可以受公安机关委托办理登记.

    >>> [level.value for level in entrusted_levels("街道办事处可以受公安机关委托办理登记。")]
    ['township']
    """
    named = (match["before"] or match["after"] for match in _MAY_BE_ENTRUSTED.finditer(text))
    return frozenset(level for words in named for level in fixed_levels(words))


def defined_terms(text: str) -> set[str]:
    """The short names of public bodies that a text defines, without level words.

    >>> defined_terms("市城市市容和环境卫生主管部门（以下简称市市容环卫主管部门）负责本条例的实施。")
    {'市容环卫主管部门'}
    """
    terms = {split_level(match["term"])[1] for match in _DEFINED.finditer(text) if _PUBLIC_TERM.search(match["term"])}
    return {term for term in terms if term and (kind_of(term) is not False or "公共" in term)}
