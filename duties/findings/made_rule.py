"""Made rule (已有配套规定): whether the corpus holds the rule that a delegation asks for, or one that may be it."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus import EId, Instrument, short_title
from duties.findings.act import plain_words
from duties.findings.delegation import Delegation
from duties.findings.reading import Reading
from duties.findings.related import topic
from duties.findings.rule_maker import RuleMaker
from duties.findings.surroundings import Holding, Surroundings

_IN_TITLE, _TITLE_IN, _IN_TEXT = 0.5, 0.6, 0.4
"""How much of the subject stands in a title, of a title's topic in the subject, of the subject in one article."""
_AKIN = 0.25
"""So much of a title's topic in the subject makes the text worth reading."""
_SHORT = 2
_FORM = re.compile(r"(?:的)?(?:实施)?(?:条例|细则|办法|规定|规则)$")


def made_rule(delegation: Delegation, reading: Reading, maker: RuleMaker, surroundings: Surroundings) -> Holding | None:
    """The maker's text that answers the delegation, or may answer it: in doubt it does."""
    own = reading.read.instrument
    others = [holding for holding in maker.holdings if holding.instrument.id != own.id]
    citing = surroundings.citing(own.title)
    article = delegation.paragraph.article
    by_article = {version for version, target in citing if target is not None and _is_under(target, article)}
    by_title = {version for version, _ in citing}
    about, subject = topic(own), delegation.subject
    for holding in others:
        if holding.version_id in by_article or _is_titled(subject, about, holding):
            return holding
    near = (h for h in others if h.version_id in by_title or _carries_on(about, subject, h))
    return next((h for h in near if _speaks_of(subject, about, surroundings.words(h.version_id))), None)


def _carries_on(about: str, subject: str, holding: Holding) -> bool:
    """The title names the text's own topic, or shares words with the subject."""
    return about in short_title(holding.instrument.title) or _share(_topic_words(holding), subject) >= _AKIN


def _is_under(target: EId, article: EId) -> bool:
    return (target.ancestor("art") or target) == article


def _is_titled(subject: str, about: str, holding: Holding) -> bool:
    """The title speaks of the subject, or the subject of the title's topic; the text's own topic tells nothing."""
    title = _topic_words(holding)
    if len(title) < _SHORT or len(subject) < _SHORT:
        return False
    return _share(subject, title) >= _IN_TITLE or (title not in about and _share(title, subject) >= _TITLE_IN)


def _topic_words(holding: Holding) -> str:
    return _plain_topic(holding.instrument)


@lru_cache(maxsize=8192)
def _plain_topic(instrument: Instrument) -> str:
    return plain_words(_FORM.sub("", topic(instrument)))


def _speaks_of(subject: str, about: str, articles: tuple[str, ...]) -> bool:
    """Some article speaks of what sets the subject apart from the text's own topic.

    A rule on the whole text (制定实施条例) has no subject: any text that carries it on may be it.
    """
    apart = _pairs(subject) - _pairs(about) or _pairs(subject)
    return not apart or any(_held(apart, words) >= _IN_TEXT for words in articles)


def _share(words: str, text: str) -> float:
    """The share of the pairs of characters in ``words`` that ``text`` has too."""
    return _held(_pairs(words), text)


def _held(pairs: frozenset[str], text: str) -> float:
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 0.0


def _pairs(words: str) -> frozenset[str]:
    return frozenset(words[i : i + 2] for i in range(len(words) - 1))
