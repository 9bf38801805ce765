"""rule.overdue (配套规定逾期): the implementing rule that a text orders is due, and the corpus does not hold it.

What the law says: 立法法 (2023) 第六十六条: where a 法律 expressly asks organs of the state for implementing rules on
some matter, they are due within one year from the day the law takes effect, unless it sets another time. The article
speaks of 法律 alone. For 地方性法规 the same year stands in the 立法条例 of most places, so it counts where the corpus
holds such an instrument of the place (or of its province) that says so; for any other text only the time that it sets
itself.

What the corpus can tell: that a rule is *not in it*. So a finding is made only where the corpus holds several texts
of the maker (``rule_maker``), and the rule fell due before the newest of them, so that it could have been among them.
A law in force since before 2015, when the year was first laid down, is a lighter case. An amended text counts from the
day of its newest version.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from corpus import Level, NormKind, Version, cite, short_title, write_numeral
from duties.findings.delegation import Delegation, delegations
from duties.findings.finding import Finding, FindingPlace
from duties.findings.kinds import FindingKind, Severity
from duties.findings.made_rule import made_rule
from duties.findings.reading import Reading
from duties.findings.rule_maker import RuleMaker, rule_makers
from duties.findings.surroundings import Holding, Surroundings

_LEGISLATION = re.compile(r"立法法$|立法条例$|制定地方性法规条例$")
_YEAR_RULE = re.compile(r"配套的?具体规定的?，[^。]{0,40}施行之日起一年内")
_SINCE = date(2015, 3, 15)
"""The day of the first 立法法 with the year (then 第六十二条); what took effect before was not written under it."""
_UNPUBLISHED = re.compile(r"军事")
"""Rules made together with the military are often not published at all."""
_FULL, _LEAST, _MOST = 60, 0.4, 0.7
"""With so many texts of the maker the confidence is at its most; with few it is at its least."""


def find(readings: Sequence[Reading], surroundings: Surroundings) -> Iterator[Finding]:
    """One finding for each paragraph that orders a rule which is due and which the corpus does not hold.

    具体办法由国务院规定 in a law of five years ago is one if no 行政法规 speaks of it; none if one does, or if the
    corpus holds no 行政法规 at all; 可以制定 orders nothing.
    """
    for reading in readings:
        start = reading.read.version.dates.starts_on
        if start is None:
            continue
        law = _year_rule(reading, surroundings)
        for delegation in delegations(reading.paragraphs):
            if law is None and delegation.own_term is None:
                continue
            missing = tuple(_missing(delegation, reading, surroundings, delegation.due_on(start)))
            if missing:
                yield _finding(reading, delegation, missing, law if delegation.own_term is None else None, start)


def _missing(delegation: Delegation, reading: Reading, surroundings: Surroundings, due: date) -> Iterator[RuleMaker]:
    for maker in rule_makers(delegation.maker, reading.read.instrument, surroundings):
        newest = max((holding.starts_on for holding in maker.holdings), default=date.min)
        is_due = maker.is_covered and due < min(surroundings.today, newest)
        if is_due and made_rule(delegation, reading, maker, surroundings) is None:
            yield maker


def _year_rule(reading: Reading, surroundings: Surroundings) -> tuple[FindingPlace, ...] | None:
    """The provision by which the year runs; () where it is known but not in the corpus, None where there is none."""
    instrument = reading.read.instrument
    if instrument.kind not in (NormKind.LAW, NormKind.LOCAL_REGULATION):
        return None
    national = instrument.kind is NormKind.LAW
    holders = [
        holding
        for holding in surroundings.holdings
        if holding.in_force
        and _LEGISLATION.search(holding.instrument.title)
        and (holding.instrument.level is Level.NATIONAL) == national
        and holding.instrument.territory.holds(instrument.territory)
    ]
    nearest = sorted(holders, key=lambda holding: (-len(holding.instrument.territory.chain), holding.version_id))
    places = (_place(holding, surroundings.version(holding.version_id)) for holding in nearest)
    found = next((place for place in places if place is not None), None)
    if found is not None:
        return (found,)
    return () if national else None


def _place(holding: Holding, version: Version) -> FindingPlace | None:
    article = next((one for one in version.articles if _YEAR_RULE.search(version.whole_text(one))), None)
    if article is None:
        return None
    return FindingPlace(short_title(holding.instrument.title), version.id, article.eid.child("para", 1))


def _finding(
    reading: Reading,
    delegation: Delegation,
    missing: tuple[RuleMaker, ...],
    law: tuple[FindingPlace, ...] | None,
    start: date,
) -> Finding:
    names = "、".join(f"“{maker.name}”" for maker in missing)
    held = sum(len(maker.holdings) for maker in missing)
    number, unit = delegation.own_term or (1, "年")
    basis = _basis(law)
    why = (
        f"“{_shorten(delegation.quote)}”，{_in_force(reading, start)}，{basis}{write_numeral(number)}{unit}的期限已过，"
        f"语料库所收{names}的{held}件文件中未见这一配套规定。"
    )
    weight = 0.0 if _UNPUBLISHED.search(delegation.maker) else min(1.0, held / _FULL)
    return reading.finding(
        FindingKind.RULE_OVERDUE,
        delegation.paragraph,
        [delegation.maker],
        why,
        law or (),
        severity=Severity.HIGH if (_first_day(reading) or start) >= _SINCE else Severity.MEDIUM,
        confidence=round(_LEAST + (_MOST - _LEAST) * weight, 2),
    )


def _first_day(reading: Reading) -> date | None:
    """The day that the text's own 施行 clause names, which an amended text keeps from its first version."""
    return reading.read.version.dates.effective_on


def _in_force(reading: Reading, start: date) -> str:
    """Since when it is in force: a revision's day is that of the text as it stands, not of the instrument."""
    first = _first_day(reading)
    if first == start:
        return f"本文件自{start.isoformat()}起施行"
    since = f"本文件自{first.isoformat()}起施行，" if first is not None and first < start else ""
    return f"{since}现行文本自{start.isoformat()}起施行"


def _basis(law: tuple[FindingPlace, ...] | None) -> str:
    if law is None:
        return "本条自定的"
    return f"{_cited(law[0])}所定" if law else "《立法法》关于配套规定所定"


def _cited(place: FindingPlace) -> str:
    return cite(place.doc, place.eid.ancestor("art") or place.eid)


def _shorten(text: str) -> str:
    return text if len(text) <= 40 else "……" + text[-38:]
