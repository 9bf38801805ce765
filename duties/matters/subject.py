"""Subject (议题): what each duty is about, read from its own words and, where they say too little, around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from duties.duty import Duty, Role
from duties.findings import ReadText
from duties.findings.related import topic
from duties.matter_words import LONGEST
from duties.matters.terms import Terms, from_word, read_terms

PENAL = "处罚"
_LEANING = frozenset({"办法"})
"""Kinds of work that say nothing without the thing before: 具体办法由…制定 is about what stands before it."""
_BEFORE = 80
"""Characters before the quote in which the thing may stand that it is about (…的，由市公安局责令改正)."""
_NOTHING = Terms(frozenset())


@dataclass(frozen=True, slots=True)
class Subject:
    """``own`` stands in the duty's words, ``lent`` in its sentence or the duty before it, ``topic`` in the title.

    ``label`` is the duty's matter, beginning with a whole word.
    """

    own: Terms
    lent: Terms
    topic: Terms
    title: str
    label: str

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


def subjects(texts: Iterable[ReadText]) -> Iterator[tuple[Duty, Subject]]:
    """Every duty with its subject, in the order of the texts."""
    for text in texts:
        title = topic(text.instrument)
        about, place, before = Terms(read_terms(title).things), None, _NOTHING
        for duty in text.duties:
            here = duty.eid.ancestor("art") or duty.eid
            label = _label(duty, text.version.text)
            subject = _subject(duty, about, before if here == place else _NOTHING, (title, label))
            place, before = here, subject.own | subject.lent
            yield duty, subject


def _subject(duty: Duty, about: Terms, before: Terms, names: tuple[str, str]) -> Subject:
    own = read_terms(names[1])
    lent = _NOTHING
    if not own.things:
        lent = Terms(read_terms(_last_words(duty)).things)
        if not lent and own.aspects <= _LEANING:
            lent = before
    if duty.role is Role.ENFORCE:
        own = own | Terms(frozenset(), frozenset({PENAL}))
    return Subject(own, lent, about, *names)


def _last_words(duty: Duty) -> str:
    """The words of the act itself, without the bearer."""
    words = duty.act or duty.quote
    return words.replace("；", "，").split("，")[-1].replace(duty.bearer, "")


def _label(duty: Duty, text: str) -> str:
    """A matter cut to its last characters begins in the middle of a word; from the next word on it reads well."""
    if len(duty.matter) < LONGEST:
        return duty.matter
    sentence = text[max(0, duty.start - _BEFORE) : duty.end]
    at = sentence.rfind(duty.matter)
    return from_word(sentence, at, at + len(duty.matter)) if at >= 0 else duty.matter
