"""Reader (逐句阅读): goes through the clauses of one provision, keeps the subject in mind, and notes each act."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from duties.bearers import Group, Mention, find_mention
from duties.duty import Modality, Role
from duties.frames import ROLES, SUBJECT, Framed, find_framed
from duties.matter_words import matter_of
from duties.predicates import is_condition, read_predicate, strip_lead
from duties.roles import role_of
from duties.sentences import Clause, split_clauses
from duties.subjects import Ledger, Subject
from duties.verbs import FOLLOW, FOLLOW_TEXT, VERB

_SILENT = re.compile(
    r"(?:本(?:条例|规定|办法|法|细则|规则|决定|实施办法|规程)[^，。]{0,12}(?:所称|中下列用语|下列用语))|(?:^|，)(?:自[^，。]{4,20}起(?:施行|实施|执行))|同时废止|"
    r"适用(?:于)?本(?:条例|规定|办法|法|细则)|本(?:条例|规定|办法|法|细则)适用|^为了?[^。]*(?:制定|特制定)本|是指"
)
_PENAL_SUBJECT = re.compile(r"^(?!对)[^，]*?(?:违反|有下列|有前款|滥用职权|玩忽职守|徇私舞弊|不履行|未履行|未按|未依|不依法|拒不)[^，]*的$|有下列[^，]*(?:之一|行为|情形)|违反本(?:条例|规定|办法|法|细则)[^，]*$|(?:内|规定|要求)未(?:自行|按|依|履行)")
_PENAL_ACT = re.compile(r"(?:依法|按照[^，]{2,30}规定|依照[^，]{2,40}规定|根据[^，]{2,30}|对[^，]{2,40})*(?:责令|给予(?:警告|处罚|处分|行政处罚|通报)|予以(?:警告|处罚|处分|通报)|处(?=[一二三四五六七八九十百千万\d])|没收|吊销|收缴|处罚|处分|查处|处以|并处|追究|取缔|警告|按照下列[^，]{0,6}处罚|予以处罚)")
_PENALTY = re.compile(r"处以?[^，]{0,20}罚款|(?:予以|给予|进行)处罚|责令|给予警告|处分|没收|吊销")
_MEASURES = re.compile(r"(?:积极|应当|要)*采取[^，]{0,8}措施$")
_TOPIC = re.compile(r"制定|编制|制订|确定|划定|实施|作出|开展|组织|审批|核准|采取|调整|修改|进行|建立|强制拆除")
_ENTERED = re.compile(r"[一-龥]{2,20}(?:纳入|列入)")
_SHARED = re.compile(r"(?:各自|法定|规定的?|本部门|工作)?(?:的)?职责(?:分工|权限|范围内)?(?:和本[^，]{2,6}规定)?$")
_IN_CHARGE = re.compile(r"(?:具体|统筹|统一|牵头)?(?:负责|主管)|是[^，]*主管")
_MAY_BY = re.compile(r"可以(?:由|[^，。；]*，由)$")
_DESIGNATES = re.compile(r"(?:明确|确定|指定|下设|设立|成立|委托)(?P<body>[^，；的]{0,4}的?[^，；]{0,24}(?:部门|机构|办公室|专班)(?:（[^）]*）)?)$")
_TAKES_OVER = re.compile(r"(?:统筹|具体|牵头|专门|统一)?(?:负责|承担|从事|主管|办理)")
_NOTHING = re.compile(r"$")
_HEADS = re.compile(r"(?:共同)?牵头")
_HELPS = re.compile(r"(?:配合|协助|参与|协同|参加)")
_BARE = 6
_LEAD_IN = re.compile(r"下列|以下|如下")
_NO_ITEMS = re.compile(r"(?:情形|行为|条件|情况|要求|规定|材料|原则)(?:之一)?(?:的)?$|之一|责令|处分|处罚")
_CONNECTIVE = re.compile(r"(?:并且|并|同时|其中|但是|但|必要时|对此|且|而|因此|此外|应当|可以)*")
_BY = re.compile(r"(?:应当|可以|具体|依法|统一|分别|共同|仍)*由")
_PUBLISH = re.compile(r"(?:应当|必须)(?:依法|及时|定期)*(?:向社会|予以)?(?:在[^，]{2,12})?(?:公布|公示|公开|公告|通报)")
_ADMINISTRATIVE = re.compile(r"(?:应当予以|予以采纳|应当说明理由|受理|发放|出具|核发|予以(?:签注|更正|登记|受理|批准|注销|换发|补发|许可)|准予|予以表彰|不予(?!处罚)|应予|免收|不得收取|签发|推送|退还|书面说明理由)")
_NAMED_BEFORE = re.compile(r"^(?:其|该)")


@dataclass(frozen=True, slots=True)
class Act:
    """One act: its subject, role, modality, matter, and the characters ``start:end`` that show it (in the unit)."""

    subject: Subject
    role: Role
    modality: Modality
    matter: str
    start: int
    end: int
    penal: bool = False
    matter_words: str = ""


@dataclass
class Reader:
    """Reads one unit (款 or 项). ``subject`` may be handed over from the unit before or from the lead-in."""

    text: str
    base: int
    ledger: Ledger
    subject: Subject | None = None
    modality: Modality = Modality.MUST
    acts: list[Act] = field(default_factory=list)
    lists: bool = False
    lead_words: str = ""
    _acted: bool = False
    _quote: int | None = None
    _penal: bool = False
    _foreign: bool = False
    _private: bool = False
    _topical: bool = False
    _shared: bool = False
    _assists: bool = False
    _mention: Mention | None = None
    _leader: tuple[Subject | None, int | None] | None = None
    _partner_at: int = 0
    _began: int = 0
    _inherited: bool = False
    _permit: Subject | None = None
    _partner: Mention | None = None

    def read(self) -> list[Act]:
        """All acts of the unit; afterwards ``subject`` is the bearer that a following unit would take up."""
        self._inherited = self.subject is not None
        for sentence in split_clauses(self.text):
            self._sentence(sentence)
        return self.acts

    def _sentence(self, clauses: tuple[Clause, ...]) -> None:
        self._quote, self._acted, self._penal, self._foreign = None, False, False, False
        self._private, self._topical = False, False
        self._began = clauses[0].start
        self.modality = Modality.MUST
        whole = self.text[clauses[0].start : clauses[-1].end]
        if _SILENT.search(whole):
            return
        for clause in clauses:
            self._clause(clause, clauses[-1].end)

    def _clause(self, clause: Clause, sentence_end: int) -> None:
        text = self.text[: clause.end]
        words = text[clause.start :]
        self._note_frames(clause)
        at = self._find_subject(text, clause)
        if _PENAL_SUBJECT.search(words):
            self.subject, self._foreign, self._quote = None, True, None
            return
        if at is None or self.subject is None or self._penal:
            return
        if self.lists_follow(clause, words):
            return
        if is_condition(words) and clause.mark in "，：":
            return
        self._note_act(text, at, clause, sentence_end)

    def lists_follow(self, clause: Clause, words: str) -> bool:
        """Whether the clause leads in items that list the acts (应当履行下列职责：)."""
        if clause.mark not in "：:" or not _LEAD_IN.search(words):
            return False
        if _PENALTY.search(words):
            return False
        self.lists = not re.search(r"之一", words)
        self.lead_words = words
        return True

    def _find_subject(self, text: str, clause: Clause) -> int | None:
        """Where the predicate begins; sets the subject. None where the clause belongs to somebody else."""
        words = text[clause.start :]
        lead = _CONNECTIVE.match(text, clause.start)
        start = lead.end() if lead else clause.start
        bare = strip_lead(text, start)[0]
        begins = None if bare > start and VERB.match(text, bare) and not text.startswith("共同", start) else start
        for at in () if begins is None else dict.fromkeys((clause.start, begins)):
            mention = find_mention(text, at, FOLLOW, self.ledger.terms, whole=clause.mark in "，；：:,;")
            if mention is not None:
                if not mention.public and self._quote is not None and is_condition(words):
                    return clause.start
                if not mention.public and is_condition(words):
                    self._foreign = self._private = True
                    return None
                return self._take(mention, mention.start)
        itself = re.compile(r"[^，]{0,4}由其").match(text, clause.start)
        if itself is not None and self.subject is not None:
            return itself.end()
        if self.subject is not None and not clause.first and VERB.match(text, bare):
            return self._without_subject(text, clause)
        for match in _BY.finditer(text, clause.start):
            if words.startswith(("对于", "对依法")):
                break
            mention = find_mention(text, match.end(), SUBJECT.after, self.ledger.terms, whole=True)
            if mention is not None:
                at_by = self._take(mention, match.start()) if mention.public else None
                if _MAY_BY.search(text, clause.start if clause.first else max(0, clause.start - 40), match.end()):
                    self.modality = Modality.MAY
                return at_by
        encouraged = next(find_framed(text, clause.start, clause.end, self.ledger.terms, ("encouraged",)), None)
        if encouraged is not None and encouraged.start <= start + 4:
            at = self._take(encouraged.mention, encouraged.start)
            self.modality = Modality.ENCOURAGE
            return at
        return self._without_subject(text, clause)

    def _take(self, mention: Mention, quote: int) -> int | None:
        if not mention.public:
            self.subject, self._foreign, self._private = None, True, True
            return None
        self._inherited, self._shared = False, False
        self._mention = mention
        self.subject = self.ledger.subject(mention, self.base, self.subject)
        self._quote, self._acted, self._foreign, self._penal = quote, False, False, False
        self.modality = Modality.MUST
        return mention.stop

    def _without_subject(self, text: str, clause: Clause) -> int | None:
        """A clause without subject belongs to the bearer before it, unless a thing or a private person intervenes."""
        words = text[clause.start :]
        modal = re.search(MODAL_TEXT, words)
        head = words[: modal.start()] if modal else ""
        bare = strip_lead(head, 0)[0] if head else 0
        if modal and head[bare:] and not _is_adverbial(head[bare:]):
            return self._topic(clause, head[bare:], words[modal.start() :], modal.start())
        if self.subject is None and self._permit is not None and _ADMINISTRATIVE.search(words):
            self.subject, self._acted = self._permit, "不予" not in words
            return clause.start if "不予" in words else None
        if self._foreign and not _ADMINISTRATIVE.search(words):
            return clause.start if not self._private and _PUBLISH.match(words) else None
        if clause.first and not modal:
            return self._opening(clause, words)
        if self._inherited and not self._topical:
            return None
        return clause.start

    def _opening(self, clause: Clause, words: str) -> int | None:
        """The first clause of a sentence, without subject and modal word: a topic, an act of the bearer before, or a thing."""
        if _ADMINISTRATIVE.search(words) or (_ENTERED.match(words) and not self._inherited):
            return clause.start
        if _TOPIC.match(words) and "的" not in words[-1:]:
            self._topical = True
        elif not is_condition(words):
            self._foreign = True
        return None

    def _topic(self, clause: Clause, head: str, rest: str, offset: int) -> int | None:
        if _TOPIC.match(head) and not head.startswith("强制拆除") and self.subject is not None and not self._foreign:
            self._topical = True
            return clause.start + offset
        if _PUBLISH.match(rest) and self.subject is not None and not self._private:
            return clause.start + offset
        self._foreign = True
        return None

    def _note_act(self, text: str, at: int, clause: Clause, sentence_end: int) -> None:
        at, modality = self._skip_partner(text, at)
        if modality is not None:
            self.modality = modality
        penal = bool(_PENAL_ACT.match(text, at) or (self._by(text) and _PENALTY.search(text, at)))
        if _MEASURES.match(text, at):
            self._acted = False
        if self.modality is Modality.ENCOURAGE and self._acted and re.match(r"鼓励|支持", text[at:]):
            self.subject = None
            return
        predicate = read_predicate(text, at, acted=self._acted, final=clause.mark not in "，,", bound=modality)
        if predicate is None and not penal:
            self._shared = self._shared or bool(_SHARED.search(text, at))
            return
        if predicate is not None and predicate.modality is not None:
            self.modality = predicate.modality
        begin = predicate.start if predicate else at
        words = text[begin:]
        if self._shares_lead(words, clause):
            return
        assert self.subject is not None
        if predicate is not None:
            self._shared = self._shared or bool(_SHARED.search(text[at : predicate.start]))
        begun = self._quote if self._quote is not None else clause.start
        role = role_of(words, self.subject.bodies, shared=self._shared, context=text[begun:])
        end = sentence_end if penal and self._by(text) else clause.end
        start = self._quote if self._quote is not None else clause.start
        if penal and self._by(text):
            self._penal = True
            role = Role.ENFORCE
        matter = self._matter(words, begin)
        self._add(Act(self.subject, role, self.modality, matter, start, end, self._penal, words))
        if self._partner is not None:
            self._add_partner(matter, clause.end)
        self._acted = True
        self._designate(text, at, clause)

    def _shares_lead(self, words: str, clause: Clause) -> bool:
        """由甲局牵头，乙局配合，建立…: both have the act that follows, each in its part."""
        if clause.mark not in "，," or self._mention is None:
            return False
        if _HEADS.fullmatch(words):
            self._leader = (self.subject, self._quote)
            return True
        if _HELPS.fullmatch(words) and self._leader is not None:
            self._partner, self._partner_at = self._mention, clause.start
            self.subject, self._quote = self._leader
            self._leader = None
            return True
        return False

    def _designate(self, text: str, at: int, clause: Clause) -> None:
        """明确相应的部门，统筹负责…: the next clause is the act of the body that this one names."""
        match = _DESIGNATES.match(text, at)
        following = self.text[clause.end + 1 :]
        if match is None or not _TAKES_OVER.match(following) or self.subject is None:
            return
        start = match.start("body")
        mention = find_mention(text, start, _NOTHING, self.ledger.terms, whole=True)
        if mention is None or not mention.public:
            group = Group(start, len(text), text[start:], public=True)
            mention = Mention(start, len(text), len(text), text[start:], (group,))
        levels = self.subject.levels
        self.subject = replace(self.ledger.subject(mention, self.base, self.subject), levels=levels)
        self._quote, self._acted = start, False

    def _by(self, text: str) -> bool:
        return self._quote is not None and bool(_BY.match(text, self._quote))

    def _add(self, act: Act) -> None:
        if act.penal and any(a.penal and a.subject.words == act.subject.words for a in self.acts):
            return
        if act.role is Role.LEAD and self._assists and act.start == self.acts[-1].start:
            act = replace(act, role=Role.ASSIST)
        self._assists = act.role is Role.ASSIST
        if act.role is Role.LEAD and _IN_CHARGE.match(act.matter_words):
            self.ledger.learn(act.subject)
        self.acts.append(act)

    def _skip_partner(self, text: str, at: int) -> tuple[int, Modality | None]:
        at, modality = strip_lead(text, at)
        match = re.compile(r"会同|会商").match(text, at)
        if match is None:
            return at, modality
        mention = find_mention(text, match.end(), FOLLOW, self.ledger.terms, whole=True)
        if mention is None:
            follow = re.compile(rf"[^，。；]*?(?={FOLLOW_TEXT}|$)").match(text, match.end())
            return (follow.end() if follow else at), modality
        if mention.public:
            self._partner = replace(mention, start=mention.start, end=mention.end)
            self._partner_at = match.start()
        further, again = strip_lead(text, mention.stop)
        return further, again or modality

    def _matter(self, words: str, begin: int) -> str:
        """What the act is about; where the object stands before (具体办法由…制定), that."""
        topic = self.text[self._began : self._quote or begin].strip("，。；、 ")
        if self._quote is not None and self._by(self.text) and topic and (self._penal or len(words) <= _BARE):
            return matter_of(topic.split("，")[-1].removesuffix("的"))
        return matter_of(words)

    def _add_partner(self, matter: str, end: int) -> None:
        assert self._partner is not None
        partner = self.ledger.subject(self._partner, self.base, self.subject, partner=True)
        if partner.named:
            self.acts.append(Act(partner, Role.COOPERATE, self.modality, matter, self._partner_at, end))
        self._partner = None

    def _note_frames(self, clause: Clause) -> None:
        kinds = ("permit", "enforce", "lead", "supervise", "tasked", "member")
        for framed in find_framed(self.text, clause.start, clause.end, self.ledger.terms, kinds):
            self._note_framed(framed, clause)

    def _note_framed(self, framed: Framed, clause: Clause) -> None:
        subject = self.ledger.subject(framed.mention, self.base, self.subject)
        words = self.text[framed.mention.stop : clause.end]
        kind = framed.frame.kind
        role = ROLES.get(kind) or role_of(strip_words(words), subject.bodies)
        modality = self.modality if kind == "tasked" else Modality.MUST
        matter = matter_of(self.text[framed.mention.stop : clause.end])
        if kind == "permit" and self.acts and self.acts[-1].start >= self._began:
            matter = self.acts[-1].matter
        self.acts.append(Act(subject, role, modality, matter, framed.start, clause.end))
        if kind == "permit":
            self._permit = subject


MODAL_TEXT = r"应当|必须|可以|不得|须|应(?=[按依将对向在由及予])|可(?=[向按依将])"


def strip_words(words: str) -> str:
    """``words`` without modal words and adverbs at the front."""
    return words[strip_lead(words, 0)[0] :]


def _is_adverbial(head: str) -> bool:
    return bool(
        re.match(r"(?:按照|按|根据|依照|依据|结合|通过|以|在|自|从|对|将|把|为|向|就|经|除|因|由|凭|每|于|与)", head)
        or is_condition(head)
    )
