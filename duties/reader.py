"""Reader (逐句阅读): goes through the clauses of one provision, keeps the subject in mind, and notes each act."""

from __future__ import annotations

import re
from dataclasses import replace

from duties.act import Act
from duties.bearers import Mention, find_mention
from duties.clause_subject import find_subject
from duties.duty import Modality, Role
from duties.frames import ROLES, Framed, find_framed
from duties.matter_words import last_clause, matter_of
from duties.phrases import PHRASES, begins, holds
from duties.predicates import Setting, is_condition, read_predicate, strip_lead
from duties.progress import Progress
from duties.roles import role_of
from duties.sentences import Clause, split_clauses
from duties.subjects import Ledger, Subject
from duties.verbs import FOLLOW, FOLLOW_TEXT

_TO_FOLLOW = re.compile(rf"[^，。；]*?(?={FOLLOW_TEXT}|$)")
_NOTHING = re.compile(r"$")
_FRAMED = ("permit", "enforce", "lead", "supervise", "tasked", "member", "attribute")
_VERB = 2
"""How long a verb is."""
_POWER = 80
"""How much of what stands before 由…行使 tells which power it is."""
_BARE = 6
"""A predicate not longer than this (另行制定) has its object before it."""


class Reader:
    """Reads one unit (款 or 项). A ``subject`` may be handed over from the paragraph before."""

    def __init__(self, text: str, base: int, ledger: Ledger, subject: Subject | None = None) -> None:
        self.state = Progress(text, base, ledger, subject, inherited=subject is not None)
        self.lead_in = ""

    @property
    def subject(self) -> Subject | None:
        """The bearer that items or a following paragraph would take up."""
        return self.state.subject

    def read(self) -> list[Act]:
        """All acts of the unit, in the order of the text."""
        for sentence in split_clauses(self.state.text):
            self.state.open_sentence(sentence[0].start)
            if holds("silent", self.state.text[sentence[0].start : sentence[-1].end]):
                continue
            for clause in sentence:
                self._clause(clause, sentence[-1].end)
        self._learn_collective_name()
        return self.state.acts

    def _learn_collective_name(self) -> None:
        called = PHRASES["collects"].search(self.state.text)
        leading = [act.subject for act in self.state.acts if begins("in_charge", act.words)]
        if called is not None and leading:
            self.state.ledger.collect(called["term"], leading)

    def _clause(self, clause: Clause, sentence_end: int) -> None:
        state = self.state
        words = state.text[clause.start : clause.end]
        self._note_frames(clause)
        if self._tells_office(clause, words) or self._only_names(clause, words):
            return
        at = find_subject(state, clause)
        if holds("penalised", words):
            state.subject, state.foreign, state.quote, state.breached = None, True, None, True
            return
        if at is None or state.subject is None or state.penal or self._leads_in(clause, words):
            return
        if self._only_occasion(clause, at):
            return
        if begins("together", state.text, at) and clause.mark in "，," and is_condition(words):
            self._skip_partner(state.text[: clause.end], at)
        decided = words.endswith("后") and state.by() and state.quote is not None and state.quote >= clause.start
        if decided or not (is_condition(words) and (clause.mark in "，：" or words.endswith("的"))):
            self._note_act(state.text[: clause.end], at, clause, sentence_end)

    def _only_occasion(self, clause: Clause, at: int) -> bool:
        """机关审核申请，应当征求意见: the first clause tells the occasion; 禁止… after an act is what it announces."""
        state = self.state
        if state.acted:
            next_by = begins("by_another", state.text, clause.end + 1) if clause.mark in "，," else None
            return state.text.startswith("禁止", at) or (state.by() and clause.start == at and next_by is not None)
        if clause.mark not in "，," or state.quote is None or not begins("then_must", state.text, clause.end + 1):
            return False
        begin, modality = strip_lead(state.text[: clause.end], at)
        return begin == at and modality is None and begins("occasioned", state.text, at) is not None

    def _tells_office(self, clause: Clause, words: str) -> bool:
        """Whether the clause leads in the duties of a body it names by the way (民政局的主要职责是：, 其职责是：)."""
        state = self.state
        office = PHRASES["office"].search(words) if clause.mark in "：:" else None
        if office is None:
            return False
        mention = None
        if office.start():
            named = state.text[: clause.start + office.start()]
            mention = find_mention(named, clause.start, _NOTHING, state.ledger.terms, whole=True)
        if mention is not None and mention.public:
            state.take(mention, mention.start)
        elif office.start() or state.subject is None:
            return False
        self.lead_in = words
        return True

    def _only_names(self, clause: Clause, words: str) -> bool:
        """各机构承担救助的范围，由民政局确定: the first clause is what the second is about."""
        by = begins("by", self.state.text, clause.end + 1) if clause.mark in "，," and holds("thing", words) else None
        if by is None or PHRASES["clause_modal"].search(words):
            return False
        mention = find_mention(self.state.text, clause.end + 1 + by.end(), FOLLOW, self.state.ledger.terms)
        return mention is not None and mention.public

    def _leads_in(self, clause: Clause, words: str) -> bool:
        """Whether the clause leads in items that list the acts (应当履行下列职责：)."""
        if clause.mark not in "：:" or holds("penalty", words):
            return False
        if not holds("lead_in", words):
            listed = holds("objects", self.state.text[self.state.began : clause.start])
            self.lead_in = words if listed else self.lead_in
            return listed
        if holds("includes", words) and self._oversees():
            self.lead_in = self.state.acts[-1].words
            return True
        self.lead_in = "" if holds("lists_things", words) else words
        leading = PHRASES["lead_modal"].search(words)
        if leading is not None and self.lead_in:
            self.state.modality = Modality(str(leading.lastgroup))
        return True

    def _oversees(self) -> bool:
        """对养老机构实施监督检查，包括下列事项: the act before is what is done to each of the items."""
        acts = self.state.acts
        return self.state.acted and bool(acts) and acts[-1].role is Role.SUPERVISE and bool(acts[-1].words)

    def _note_act(self, text: str, at: int, clause: Clause, sentence_end: int) -> None:
        state = self.state
        at, modality = self._skip_partner(text, at)
        state.modality = modality or state.modality
        if state.modality is Modality.ENCOURAGE and state.acted and re.match(r"鼓励|支持", text[at:]):
            state.subject = None
            return
        penal = self._punishes(text, at, sentence_end)
        state.acted = state.acted and begins("measures", text, at) is None
        setting = Setting(state.acted, clause.mark not in "，,", modality)
        predicate = read_predicate(text, at, setting)
        begin = predicate.start if predicate else at
        if modality is None and holds("contents", text[state.began : begin + _VERB]):
            return  # 签订协议，明确…: what the agreement says
        if holds("rewards", text[begin:]) and text[: clause.start].endswith("的，") and not (modality or state.by()):
            return  # 成绩突出的，给予表彰: the one before is rewarded, nobody is named to do it
        if state.acted and not state.penal and modality is None and begins("disciplines", text, at):
            return  # who disciplines is told by another law
        state.shared = state.shared or holds("shared", text[at:begin] if predicate else text[at:])
        if (predicate is None and not penal) or self._shares_lead(text[begin:], clause):
            return
        state.modality = (predicate.modality if predicate else None) or state.modality
        if clause.mark in "，," and not penal and begins("gathers", text, begin):
            return  # 组织有关专家，对…评审: who is called together for the act that follows
        state.penal = penal and (state.by() or self._has_punished())
        end = sentence_end if state.penal else clause.end
        self._add(self._act(text, begin, end, clause))
        self._designate(text, begin, clause)

    def _punishes(self, text: str, at: int, sentence_end: int) -> bool:
        """Whether a penalty begins at ``at``; after a breach whatever body 由 names deals with it, penalty or not."""
        state = self.state
        if begins("penal_act", text, at) is not None:
            return True
        rest = state.text[at:sentence_end] if state.breached else text[at:]
        return state.by() and holds("penalty", rest)

    def _has_punished(self) -> bool:
        return any(act.penal and act.subject == self.state.subject for act in self.state.acts)

    def _act(self, text: str, begin: int, end: int, clause: Clause) -> Act:
        state = self.state
        assert state.subject is not None
        words = text[begin:]
        start = state.quote if state.quote is not None else clause.start
        power = text[state.began : start] if words in ("行使", "实施") else ""
        role = role_of(power[-_POWER:] + words, state.subject.bodies, shared=state.shared, context=text[start:])
        if state.penal:
            role = Role.ENFORCE
        return Act(state.subject, role, state.modality, self._matter(words, begin), start, end, state.penal, words)

    def _matter(self, words: str, begin: int) -> str:
        """What the act is about; where the object stands before (具体办法由…制定), that."""
        state = self.state
        before = state.quote if state.quote is not None else begin
        topic = state.text[state.began : before].strip("，。；、 ")
        if state.by() and topic and (state.penal or len(words) <= _BARE):
            return matter_of(last_clause(topic))
        return matter_of(words)

    def _add(self, act: Act) -> None:
        state = self.state
        same = (other for other in state.acts if other.subject.words == act.subject.words)
        if not (act.penal and any(other.penal or begins("penal_act", other.words) for other in same)):
            if act.role is Role.LEAD and begins("in_charge", act.words):
                state.ledger.learn(act.subject)
            state.acts.append(act)
        if state.partner is not None:
            self._add_partner(state.partner, act)
        state.acted = True

    def _add_partner(self, mention: Mention, act: Act) -> None:
        state = self.state
        partner = state.ledger.subject(mention, state.base, state.subject, partner=True)
        if partner.named:
            state.acts.append(Act(partner, Role.COOPERATE, act.modality, act.matter, state.partner_at, act.end))
        state.partner = None

    def _skip_partner(self, text: str, at: int) -> tuple[int, Modality | None]:
        """Step over 会同…, remembering the bodies named there for the act that follows."""
        at, modality = strip_lead(text, at)
        together = begins("together", text, at)
        if together is None:
            return at, modality
        behind = at + together.end()
        mention = find_mention(text, behind, FOLLOW, self.state.ledger.terms, whole=True)
        if mention is None:
            follow = _TO_FOLLOW.match(text, behind)
            return (follow.end() if follow else at), modality
        if mention.public and not text.startswith("同意", mention.stop):
            self.state.partner, self.state.partner_at = mention, at
        further, again = strip_lead(text, mention.stop)
        return further, again or modality

    def _shares_lead(self, words: str, clause: Clause) -> bool:
        """由甲局牵头，乙局配合，建立…: both have the act that follows, each in its part."""
        state = self.state
        if clause.mark not in "，," or state.mention is None:
            return False
        if holds("heads", words):
            state.leader = (state.subject, state.quote)
            return True
        if holds("helps", words) and state.leader is not None:
            state.partner, state.partner_at = state.mention, clause.start
            (state.subject, state.quote), state.leader = state.leader, None
            return True
        return False

    def _designate(self, text: str, at: int, clause: Clause) -> None:
        """明确相应的部门，统筹负责…: the next clause is the act of the body that this one names."""
        state = self.state
        match = begins("designates", text, at)
        if match is None or state.subject is None or not begins("takes_over", state.text, clause.end + 1):
            return
        start = at + match.start("body")
        mention = find_mention(text, start, _NOTHING, state.ledger.terms, whole=True)
        if mention is None or not mention.public:
            mention = Mention.of_words(text, start, len(text))
        levels = state.subject.levels
        state.subject = replace(state.ledger.subject(mention, state.base, state.subject), levels=levels)
        state.quote, state.acted = start, False

    def _note_frames(self, clause: Clause) -> None:
        state = self.state
        given: set[int] = set()
        for framed in find_framed(state.text, clause.start, clause.end, state.ledger.terms, _FRAMED):
            asked = framed.frame.kind == "tasked" and state.text.endswith("的", clause.start, clause.end)
            if framed.mention.start not in given and not asked:
                self._note_framed(framed, clause)
            given.add(framed.mention.start)

    def _note_framed(self, framed: Framed, clause: Clause) -> None:
        state, kind = self.state, framed.frame.kind
        subject = state.ledger.subject(framed.mention, state.base, state.subject)
        if kind == "attribute" and not state.ledger.grants(subject):
            return
        words = state.text[framed.mention.stop : clause.end]
        role = ROLES.get(kind) or role_of(strip_words(words), subject.bodies)
        modality = state.modality if kind == "tasked" else Modality.MUST
        matter = matter_of(words)
        if kind == "permit":
            state.permit = subject
            matter = state.acts[-1].matter if state.acts and state.acts[-1].start >= state.began else matter
        state.acts.append(Act(subject, role, modality, matter, framed.start, clause.end))


def strip_words(words: str) -> str:
    """``words`` without modal words and adverbs at the front.

    >>> strip_words("应当依法公布名录")
    '公布名录'
    """
    return words[strip_lead(words, 0)[0] :]
