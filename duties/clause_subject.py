"""Clause subject (分句的主语): whose clause it is, and where its predicate begins."""

from __future__ import annotations

from collections.abc import Collection

from duties.bearers import Mention, find_mention
from duties.duty import Modality
from duties.frames import LONGEST_CLAUSE, SUBJECT, find_framed
from duties.phrases import PHRASES, begins, holds
from duties.predicates import is_condition, strip_lead
from duties.progress import Progress
from duties.qualified import find_qualified
from duties.sentences import Clause
from duties.verbs import FOLLOW, VERB

_NOBODY = -1
"""A clause whose subject is told, and is no public body."""


def find_subject(state: Progress, clause: Clause) -> int | None:
    """Where the predicate of ``clause`` begins; puts its subject in charge. None where it is nobody's duty."""
    text = state.text[: clause.end]
    words = text[clause.start :]
    lead = begins("connective", words)
    start = clause.start + (lead.end() if lead else 0)
    bare = strip_lead(text, start)[0]
    if not (bare > start and VERB.match(text, bare)) or text.startswith("共同", start):
        named = _named(state, clause, start)
        if named is not None:
            return None if named == _NOBODY else named
    itself = begins("by_itself", words)
    if itself is not None and state.subject is not None:
        return clause.start + itself.end()
    if state.subject is not None and not clause.first and VERB.match(text, bare) and not _done_by(state, clause):
        return _without_subject(state, clause)
    return _elsewhere(state, clause, start)


def _named(state: Progress, clause: Clause, start: int) -> int | None:
    """Where the predicate of the subject at the head begins, ``_NOBODY`` for a private person; None: no subject."""
    text = state.text[: clause.end]
    for at in dict.fromkeys((clause.start, start)):
        mention = find_mention(text, at, FOLLOW, state.ledger.terms, whole=clause.mark in "，；：:,;")
        if mention is None:
            continue
        if _is_topic_of_by(text, mention.stop, state.ledger.terms):
            return _or_nobody(_elsewhere(state, clause, start))
        if not mention.public and is_condition(text[clause.start :]):
            return _or_nobody(_condition_of_another(state, clause))
        return _or_nobody(state.take(mention, mention.start))
    further = clause.end + 1
    goes_on = begins("modal", state.text, further) or begins("in_charge", state.text, further)
    bound = clause.mark in "，," and goes_on is not None
    qualified = find_qualified(text, start, state.ledger.terms, whole=bound)
    return None if qualified is None else _or_nobody(state.take(qualified, qualified.start))


def _done_by(state: Progress, clause: Clause) -> bool:
    """实行二级保护的古树由县林业局认定: what begins with a verb is only the thing that another body deals with."""
    text = state.text[: clause.end]
    thing = PHRASES["thing_by"].match(text, clause.start)
    mention = _after_by(text, thing.end(), state.ledger.terms) if thing else None
    return mention is not None and mention.public


def _or_nobody(at: int | None) -> int:
    return _NOBODY if at is None else at


def _condition_of_another(state: Progress, clause: Clause) -> int | None:
    """当事人不到场的，: within a body's sentence a mere condition, at its head the sentence is that person's."""
    if state.quote is not None:
        return clause.start
    state.foreign = state.private = True
    return None


def _elsewhere(state: Progress, clause: Clause, start: int) -> int | None:
    """A subject after 由 or 鼓励, or none at all."""
    text = state.text[: clause.end]
    if not text.startswith(("对于", "对依法"), clause.start):
        for match in PHRASES["by"].finditer(text, clause.start, min(clause.end, clause.start + LONGEST_CLAUSE)):
            mention = _after_by(text, match.end(), state.ledger.terms)
            if mention is not None:
                at = state.take(mention, match.start()) if mention.public else None
                sentence = state.text[max(state.began, clause.start - 40) : match.end()]
                state.modality = Modality.MAY if holds("may_by", sentence) else state.modality
                return at
    if begins("by_another", text, start):
        return None
    encouraged = next(find_framed(text, clause.start, clause.end, state.ledger.terms, ("encouraged",)), None)
    if encouraged is not None and encouraged.start <= start + 4:
        at = state.take(encouraged.mention, encouraged.start)
        state.modality = Modality.ENCOURAGE
        return at
    return _without_subject(state, clause)


def _is_topic_of_by(text: str, at: int, terms: Collection[str]) -> bool:
    """社会组织登记办法由市民政局制定: the first name is only what the sentence is about."""
    by = PHRASES["by"].search(text, at)
    if by is None or PHRASES["clause_modal"].search(text, at, by.start()) or "，" in text[at : by.start()]:
        return False
    mention = _after_by(text, by.end(), terms)
    return mention is not None and mention.public and not text.startswith("的", mention.stop)


def _after_by(text: str, at: int, terms: Collection[str]) -> Mention | None:
    mention = find_mention(text, at, SUBJECT.after, terms, whole=True)
    return mention or find_qualified(text, at, terms, SUBJECT.after)


def _without_subject(state: Progress, clause: Clause) -> int | None:
    """A clause without subject belongs to the bearer before it, unless a thing or a private person intervenes."""
    words = state.text[clause.start : clause.end]
    modal = PHRASES["clause_modal"].search(words)
    head = words[: modal.start()] if modal else ""
    head = head[strip_lead(head, 0)[0] :]
    if modal and head and not (holds("adverbial_head", head) or is_condition(head)):
        return clause.start + modal.start() if _is_topic(state, head, words[modal.start() :]) else None
    if state.subject is None and state.permit is not None and holds("administrative", words):
        return _decided_by_authority(state, clause, words)
    if state.foreign and not holds("administrative", words):
        return clause.start if not state.private and begins("publish", words) else None
    if (
        clause.first
        and words.startswith("未")
        and words.endswith("的")
        and state.text.startswith("不得", clause.end + 1)
    ):
        state.foreign = state.private = True
        return None
    if clause.first and not modal:
        return clause.start if _opens(state, words) else None
    treated = state.inherited and head.startswith("对") and clause.first
    return clause.start if treated or state.topical or not state.inherited else None


def _decided_by_authority(state: Progress, clause: Clause, words: str) -> int | None:
    """应当予以签注 after 向公安机关办理签注: part of that filing; 不予签注 is an act of its own."""
    refused = "不予" in words
    state.subject, state.acted = state.permit, refused
    return clause.start if refused else None


def _opens(state: Progress, words: str) -> bool:
    """Whether the first clause of a sentence, without subject and modal word, is an act of the bearer before."""
    if holds("administrative", words) or (holds("entered", words) and not state.inherited):
        return True
    given = holds("toward", words) and holds("gives", state.text[state.began + len(words) :])
    if given or (holds("topic", words) and not words.endswith("的")):
        state.topical = True
    elif not is_condition(words):
        state.foreign = True
    return False


def _is_topic(state: Progress, head: str, rest: str) -> bool:
    """编制规划应当听取意见, 结果应当公布: an act or a thing as topic, the bearer before as subject."""
    if state.subject is not None and not state.foreign and holds("topic", head) and not head.startswith("强制拆除"):
        state.topical = True
        return True
    if state.subject is not None and not state.private and begins("publish", rest):
        return True
    state.foreign = True
    return False
