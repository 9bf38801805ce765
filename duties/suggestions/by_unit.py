"""By unit (按条款查找): paragraphs and articles of other instruments that divide the work among bodies or levels."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from duties.suggestions.act_index import Entry
from duties.suggestions.advice import Advice
from duties.suggestions.articles import Unit, divides, tells_levels_apart, window
from duties.suggestions.comparable import comparable
from duties.suggestions.defects import Place
from duties.suggestions.fitness import has_competence, is_concrete, is_generic
from duties.suggestions.need import Need
from duties.suggestions.pool import SAME_TOPIC, Pool, Scored, is_other
from duties.suggestions.ranking import BODIES, TOPIC

UNITS: Mapping[str, Callable[[Unit], bool]] = {"divided": divides, "listed": divides, "tiers": tells_levels_apart}
_LIKE, _LIKE_IN_TOPIC = 0.7, 0.34
"""Below these two acts are of different matters; less is needed within one topic."""
_OF_AREA = re.compile(r"(?:政府|办事处|委员会)$")
"""Bodies that stand in every text: that two texts both name them tells nothing."""
_SHARED, _LISTED = 2, 3


def by_unit(pool: Pool, need: Need, advice: Advice, find: str, near: Mapping[Place, float]) -> Iterator[Scored]:
    """The units that divide what the finding's place does not."""
    like, topics = pool.like(need), pool.topics(need)
    wanted = need.bodies if find == "divided" else frozenset[str]()
    for unit in filter(UNITS[find], pool.units):
        entries, titled = pool.entries(unit), topics[unit.about]
        topical = max(titled, near.get((unit.text.version.id, entries[0].article), 0.0))
        best = max((like.get(at, 0.0) for at in _comparable(need, unit, entries)), default=0.0)
        if find == "tiers":
            is_alike = best >= (_LIKE_IN_TOPIC if topical >= SAME_TOPIC else _LIKE)
        else:
            is_alike = titled >= SAME_TOPIC and _divides_such_work(need, unit, entries, find)
        span = window(unit, entries, wanted, like) if is_alike and is_other(need, unit.text) else None
        quoted = comparable(unit.text, unit.eid, span, best, titled >= SAME_TOPIC) if span else None
        if quoted and pool.is_clean(quoted, entries, advice):
            share = len(need.bodies & unit.bodies) / len(need.bodies) if need.bodies else 0.0
            yield best + TOPIC * topical + BODIES * share, quoted


def _comparable(need: Need, unit: Unit, entries: Sequence[Entry]) -> list[int]:
    """Who is there for a matter as a whole is compared with who is there for another."""
    is_whole = need.is_competence
    return [at for at, one in zip(unit.entries, entries, strict=True) if has_competence(one) or not is_whole]


def _divides_such_work(need: Need, unit: Unit, entries: Sequence[Entry], find: str) -> bool:
    """Two of the bodies that share the work here; or, where 有关部门 share general work, a list of competences."""
    if find == "divided":
        return len([body for body in need.bodies & unit.bodies if not _OF_AREA.search(body)]) >= _SHARED
    return is_generic(need.words) and sum(has_competence(one) and is_concrete(one) for one in entries) >= _LISTED
