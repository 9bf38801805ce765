"""Need (待改之处): what a finding asks a comparable provision to say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus import EId, Level
from duties.canonical import canonical
from duties.duty import Duty
from duties.findings import Finding, ReadText
from duties.findings.body_names import body_names
from duties.suggestions.act_index import about, act_words, bodies_of, paragraph_of, plain_act

_COMPETENT = re.compile(
    r"(?:主管(?!部门|机关|机构)|负责)[^，。；：]{0,40}(?:工作|管理|监督)|(?:实施|行使)[^，。；：]{0,16}(?:统一)?(?:监督管理|管理)"
)
_BODY = re.compile(r"(?:部门|机关|机构|委员会|政府|办事处|组织|局|办|院)$")
MOST = 8
"""Acts of one paragraph that are compared; longer lists say no more."""


@dataclass(frozen=True)
class Need:
    """The acts that want a better wording, the bodies and levels they are laid on, and what the text is about.

    ``over`` are the duties at the finding's places in other texts, ``words`` the whole paragraph,
    ``written`` the bodies under the names that stand there, ``bodies`` under those of today.
    """

    finding: Finding
    text: ReadText
    acts: tuple[str, ...]
    bodies: frozenset[str]
    duties: tuple[Duty, ...]
    about: str
    over: tuple[Duty, ...]
    words: str
    written: frozenset[str]

    @property
    def level(self) -> Level:
        """The level of the text that is to be mended."""
        return self.text.instrument.level

    @property
    def is_competence(self) -> bool:
        """Whether it is about who is there for the matter of the text as a whole (主管…工作)."""
        return is_competence(self.words)

    @property
    def missing_levels(self) -> frozenset[Level]:
        """The levels below the text's own at which it lays no duty, or only those of the finding's bearers."""
        if self.duties and self.finding.bearers:
            return frozenset(level for duty in self.duties for level in duty.levels)
        given = {level for duty in self.text.duties for level in duty.levels}
        below = (level for level in Level if level.depth >= self.level.depth)
        return frozenset(level for level in below if level not in given)


def is_competence(words: str) -> bool:
    """Whether words lay the work on a matter as a whole on a body.

    >>> is_competence("市园林绿化部门主管全市绿道管护工作。"), is_competence("市园林绿化部门应当建立绿道巡查档案。")
    (True, False)
    """
    return bool(_COMPETENT.search(words))


def need_of(finding: Finding, text: ReadText, others: dict[str, ReadText]) -> Need:
    """What ``finding`` in ``text`` needs; ``others`` by version id give the words of its other places."""
    here = tuple(duty for duty in text.duties if paragraph_of(duty.eid) == finding.eid)
    among = tuple(duty for duty in here if _is_among(duty.bearer, finding.bearers))
    spoken = _sentences(text, finding.eid)
    naming = tuple(one for one in spoken if any(bearer in one for bearer in finding.bearers))
    borne = among or (() if naming else here)
    acts = tuple(dict.fromkeys(filter(None, (act_words(text, duty) for duty in borne)))) or _plain(naming or spoken)
    written = frozenset(name for bearer in finding.bearers for name in _names(bearer))
    bodies = frozenset(today for name in written for today in canonical(name)) or bodies_of(borne)
    over = tuple(
        duty
        for place in finding.also
        if place.version_id != finding.version_id and place.version_id in others
        for duty in others[place.version_id].duties
        if paragraph_of(duty.eid) == place.eid
    )
    return Need(finding, text, acts[:MOST], bodies, borne, about(text), over, "".join(spoken), written)


def _names(bearer: str) -> Iterator[str]:
    """The bodies of a bearer; a bare 财政 is 财政部门."""
    for name in body_names(bearer) or (bearer,):
        yield name if _BODY.search(name) else f"{name}部门"


def _is_among(bearer: str, bearers: tuple[str, ...]) -> bool:
    return any(bearer in one or one in bearer for one in bearers)


def _sentences(text: ReadText, eid: EId) -> tuple[str, ...]:
    provision = text.version.provision(eid)
    words = text.version.whole_text(provision) if provision else ""
    return tuple(filter(None, re.split(r"(?<=[。；\n])", words)))


def _plain(sentences: tuple[str, ...]) -> tuple[str, ...]:
    """What is to be done, where no duty could be read in the sentences."""
    return tuple(plain for sentence in sentences if len(plain := plain_act(sentence)) > 3)
