"""Counterpart duties (对应职责): the duties of a lower and of a higher text that are about one act, and why."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import EId, plain_title
from duties.canonical import is_same_department
from duties.duty import Duty
from duties.findings.act import is_same_body, plain_bodies
from duties.findings.duty_act import DutyAct
from duties.findings.finding import FindingPlace
from duties.findings.paragraphs import Paragraph
from duties.findings.reading import Reading

LIKE = 0.4
"""Below this two duties more often share a topic than an act."""

_CITED = 0.1
"""What a duty gains from standing in a provision that cites the other one's article."""


@dataclass(frozen=True, slots=True)
class CounterpartDuties:
    """``likeness`` is between 0 and 1; ``cites`` tells that the lower provision names the higher one's article."""

    ours: DutyAct
    theirs: DutyAct
    likeness: float
    cites: bool = False

    @property
    def lower(self) -> Duty:
        """The duty of the lower text."""
        return self.ours.duty

    @property
    def higher(self) -> Duty:
        """The duty of the higher text."""
        return self.theirs.duty

    @property
    def shared(self) -> tuple[str, ...]:
        """The words common to both acts, the longest first."""
        return self.ours.shared_words(self.theirs)

    @property
    def covered(self) -> float:
        """How much of the shorter act stands in the longer (0 to 1)."""
        return self.ours.likeness(self.theirs)

    def shares(self, topic: str) -> int:
        """How many characters are common in runs, beyond the words of the texts' own topic."""
        runs = (run.replace(topic, "") for run in self.shared)
        return sum(map(len, runs))

    @property
    def why(self) -> str:
        """Why the two are laid side by side, for people."""
        words = f"共同用语：{'、'.join(self.shared)}" if self.shared else "用语相近"
        return words + ("；本条引用了上位条文" if self.cites else "")


def counterpart_duties(lower: Reading, higher: Reading) -> tuple[CounterpartDuties, ...]:
    """For each duty of the lower text the duty of the higher one most like it, if it is like enough."""
    kept = lower.compared_duties
    key = higher.read.version.id
    if key not in kept:
        kept[key] = tuple(pair for pair in _nearest(lower, higher) if pair.likeness >= LIKE)
    return kept[key]


def paragraph_holding(reading: Reading, duty: Duty) -> Paragraph | None:
    """The paragraph of the text that the duty stands in."""
    return next((p for p in reading.paragraphs if p.start <= duty.start < p.start + len(p.text)), None)


def place_of_duty(reading: Reading, duty: Duty) -> tuple[FindingPlace, ...]:
    """The paragraph of the duty as a finding's place; none where it stands in no paragraph."""
    home = paragraph_holding(reading, duty)
    return () if home is None else (reading.place(home),)


def have_common_body(one: Duty, other: Duty) -> bool:
    """Whether some body bears both duties, levels apart, by its name of today (劳动保障, 人力资源和社会保障)."""
    ours, theirs = plain_bodies((one.bearer,)), plain_bodies((other.bearer,))
    if any(is_same_body(body, rival) for body in ours for rival in theirs):
        return True
    return any(is_same_department(body, rival) for body in one.bodies for rival in other.bodies)


def _nearest(lower: Reading, higher: Reading) -> Iterator[CounterpartDuties]:
    ours, theirs, cited = lower.duty_acts, higher.duty_acts, _citations(lower, higher)
    weigh = _weights([*ours, *theirs])
    holders: dict[str, list[tuple[int, float]]] = {}
    for at, act in enumerate(theirs):
        for pair, weight in _vector(act, weigh).items():
            holders.setdefault(pair, []).append((at, weight))
    for act in ours:
        scores: dict[int, float] = {}
        for pair, weight in _vector(act, weigh).items():
            for at, other in holders.get(pair, ()):
                scores[at] = scores.get(at, 0.0) + weight * other
        named = cited.get(_article(act.duty.eid), frozenset())
        is_named = {at for at in scores if _article(theirs[at].duty.eid) in named} if named else set()
        if scores:
            best = max(scores, key=lambda at: (scores[at] + _CITED * (at in is_named), -at))
            likeness = min(1.0, scores[best] + _CITED * (best in is_named))
            yield CounterpartDuties(act, theirs[best], round(likeness, 3), best in is_named)


def _weights(acts: Sequence[DutyAct]) -> dict[str, float]:
    """Rare words weigh more."""
    spread = Counter(pair for act in acts for pair in act.pairs)
    return {pair: math.log(1 + len(acts) / count) for pair, count in spread.items()}


def _vector(act: DutyAct, weigh: dict[str, float]) -> dict[str, float]:
    raw = {pair: count * weigh[pair] for pair, count in act.pairs.items()}
    length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
    return {pair: value / length for pair, value in raw.items()}


def _article(eid: EId) -> EId:
    return eid.ancestor("art") or eid


def _citations(lower: Reading, higher: Reading) -> dict[EId, frozenset[EId]]:
    """For each article of the lower text the articles of the higher one that it names."""
    wanted = plain_title(higher.read.instrument.title)
    found: dict[EId, set[EId]] = {}
    for one in lower.read.version.references:
        if one.title is not None and one.target is not None and plain_title(one.title) == wanted:
            found.setdefault(_article(one.source), set()).add(_article(one.target))
    return {source: frozenset(targets) for source, targets in found.items()}
