"""Analysis (问题分析): what a question asks, read once, with the reason for every reading, and fixed from then on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from answers.aim import Aim, AimKind, Amount, read_aims, read_amounts
from answers.asked_day import read_asked_day
from answers.catalogue import Catalogue
from answers.names import NamedText, read_names
from answers.pattern_table import pattern_table
from answers.places import NamedPlace, read_places
from answers.question import Question
from answers.terms import Term, read_terms
from corpus import NUMERAL, EId, Instrument, Level, parse_citation


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """第六条第二款, as the question writes it, and the text it is said of (None: the question does not say)."""

    words: str
    eid: EId
    named: NamedText | None


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything read from one question; ``day`` None means today, ``levels`` are the bodies' asked for."""

    question: Question
    aims: tuple[Aim, ...]
    amounts: tuple[Amount, ...]
    names: tuple[NamedText, ...]
    cited: CitedPlace | None
    places: tuple[NamedPlace, ...]
    levels: tuple[Level, ...]
    day: date | None
    terms: tuple[Term, ...]

    def asks(self, *kinds: AimKind) -> bool:
        """Whether the question has one of these aims."""
        return any(aim.kind in kinds for aim in self.aims)

    @property
    def instruments(self) -> tuple[Instrument, ...]:
        """The instruments that the question names, once each."""
        return tuple(dict.fromkeys(instrument for name in self.names for instrument in name.instruments))

    @property
    def reasons(self) -> tuple[str, ...]:
        """How the question was read, for people."""
        return tuple(_reasons(self))


def analyse_question(question: Question, catalogue: Catalogue) -> Analysis:
    """Read a question against what the corpus holds.

    「栖澜市网格化服务管理条例第六条由哪个部门牵头？」 gives the instrument, art_6 and the aim ``who``.
    """
    text = question.text
    names = read_names(text, catalogue)
    places = read_places(_outside(text, names), catalogue) if names else read_places(text, catalogue)
    left_out = (*(name.words for name in names), *(place.words for place in places if len(place.words) > 1))
    return Analysis(
        question=question,
        aims=read_aims(text),
        amounts=read_amounts(text),
        names=names,
        cited=_cited(text, names),
        places=places,
        levels=_levels(_outside(text, names)),
        day=question.filters.as_of or read_asked_day(_outside(text, names)),
        terms=read_terms(_ARTICLE.sub("，", text), left_out),
    )


def _outside(text: str, names: tuple[NamedText, ...]) -> str:
    """The question without the names in it: 杭州市 in a title is no place asked about."""
    for name in names:
        text = text[: name.start] + "，" * (name.end - name.start) + text[name.end :]
    return text


# 第六条第二款; 24条2款 only right behind a name, for 三条狗 is no article.
_ARTICLE = re.compile(rf"第{NUMERAL}条(?:之{NUMERAL})?(?:第?{NUMERAL}款)?(?:第?[（(]?{NUMERAL}[）)]?项)?")
_BARE_ARTICLE = re.compile(
    rf"^[》\s的，]?{NUMERAL}条(?![狗鱼河街路船线道蛇腿])(?:第?{NUMERAL}款)?(?:第?[（(]?{NUMERAL}[）)]?项)?"
)


def _cited(text: str, names: tuple[NamedText, ...]) -> CitedPlace | None:
    match = _ARTICLE.search(text)
    before = [name for name in names if match is None or name.start <= match.start()]
    if match is not None:
        return _place(match[0], before[-1] if before else names[0] if names else None)
    for name in names:
        bare = _BARE_ARTICLE.match(text[name.end :])
        if bare is not None:
            return _place(bare[0].strip("》 的，"), name)
    return None


def _place(words: str, named: NamedText | None) -> CitedPlace | None:
    written = parse_citation(words)
    return CitedPlace(words, written.eid, named) if written is not None else None


def _levels(text: str) -> tuple[Level, ...]:
    return tuple(Level(row.name) for row in pattern_table("levels.yaml") if row.found_in(text))


def _reasons(analysis: Analysis) -> Iterator[str]:
    for name in analysis.names:
        meant = "、".join(f"《{instrument.title}》" for instrument in name.instruments)
        yield f"“{name.words}”指{meant}" if meant else f"“{name.words}”不在语料中"
    if analysis.cited is not None:
        yield f"问题写明{analysis.cited.words}"
    yield from (f"“{place.words}”指{place.territory.name}" for place in analysis.places)
    yield from (aim.reason for aim in analysis.aims)
    yield from (f"“{amount.words}”询问{amount.label}" for amount in analysis.amounts)
    if analysis.day is not None:
        yield f"按{analysis.day.isoformat()}有效的文本回答"
