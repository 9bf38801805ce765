"""Subject (议题): what each duty is about, read from its own words and, where they say too little, around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from duties.duty import Duty, Role
from duties.findings import ReadText
from duties.findings.related import topic
from duties.matter_words import LONGEST
from duties.matters.terms import Terms, from_word, read_terms

PENAL = "处罚"
_GENERAL = re.compile(r"(?:工作|职责|管理|监管|活动|事业)$")
"""养犬管理工作, with no thing but the title's: the topic as a whole is the matter."""
_BEFORE = 80
"""Characters before the quote in which the thing may stand that it is about (…的，由市公安局责令改正)."""
_NEAR = 48
"""Characters of the sentence, up to the end of the quote, that lend words to a matter without a thing (报…批准)."""
_NOTHING = Terms(frozenset())


@dataclass(frozen=True, slots=True)
class Subject:
    """``own`` stands in the duty's words, ``lent`` in its sentence or the duty before it, ``topic`` in the title.

    ``label`` is the duty's matter, beginning with a whole word; ``wording`` says it with its title and, where it is
    no more than 批准, with the sentence in which it stands: what is compared by meaning.
    """

    own: Terms
    lent: Terms
    topic: Terms
    title: str
    label: str
    wording: str = ""

    @property
    def all(self) -> Terms:
        """Everything that the duty is about."""
        return self.own | self.lent | self.topic

    @property
    def all_things(self) -> frozenset[str]:
        """The things of the duty and of its context."""
        return self.own.things | self.lent.things | self.topic.things

    @property
    def aspects(self) -> frozenset[str]:
        """The kinds of work."""
        return self.own.aspects | self.lent.aspects


@dataclass(frozen=True, slots=True)
class _Read:
    """What stands written of a duty: its document's topic, its matter, its sentence so far."""

    title: str
    label: str
    near: str


def subjects(texts: Iterable[ReadText]) -> Iterator[tuple[Duty, Subject]]:
    """Every duty with its subject, in the order of the texts."""
    for text in texts:
        title = topic(text.instrument)
        about, place, before = Terms(read_terms(title).things), None, _NOTHING
        for duty in text.duties:
            here = duty.eid.ancestor("art") or duty.eid
            read = _Read(title, _label(duty, text.version.text), _near(duty, text.version.text))
            subject = _subject(duty, about, before if here == place else _NOTHING, read)
            place, before = here, subject.own | subject.lent
            yield duty, subject


def wordings_of(texts: Iterable[ReadText]) -> frozenset[str]:
    """Every wording of these texts' duties: what a language model is asked about."""
    return frozenset(subject.wording for _, subject in subjects(texts))


def _subject(duty: Duty, about: Terms, before: Terms, read: _Read) -> Subject:
    own, lent, wording = read_terms(read.label), _NOTHING, read.label
    if not own.things - about.things and not _is_general(read.label, own):
        lent, wording = _lent(duty, read, about, before), read.near or wording
    if duty.role is Role.ENFORCE:
        own = own | Terms(frozenset(), frozenset({PENAL}))
    return Subject(own, lent, about, read.title, read.label, f"{read.title}：{wording}")


def _is_general(label: str, own: Terms) -> bool:
    return bool(own.things) and _GENERAL.search(label) is not None


def _lent(duty: Duty, read: _Read, about: Terms, before: Terms) -> Terms:
    """The things of the act's last words, else of the sentence so far, else of the duty before in the article."""
    for words in (_last_words(duty), read.near.replace(duty.bearer, "")):
        things = read_terms(words).things
        if things - about.things:
            return Terms(things)
    return before


def _last_words(duty: Duty) -> str:
    """The words of the act itself, without the bearer."""
    words = duty.act or duty.quote
    return words.replace("；", "，").split("，")[-1].replace(duty.bearer, "")


def _near(duty: Duty, text: str) -> str:
    """The end of the duty's sentence so far: 危险住宅处置方案报市人民政府批准."""
    said = text[max(0, duty.start - _BEFORE) : duty.end]
    return re.split(r"[。；\n]", said)[-1][-_NEAR:].strip()


def _label(duty: Duty, text: str) -> str:
    """A matter cut to its last characters begins in the middle of a word; from the next word on it reads well."""
    if len(duty.matter) < LONGEST:
        return duty.matter
    sentence = text[max(0, duty.start - _BEFORE) : duty.end]
    at = sentence.rfind(duty.matter)
    return from_word(sentence, at, at + len(duty.matter)) if at >= 0 else duty.matter
