"""Predicates (谓语): whether a clause states an act of its own, and with which modal word."""

from __future__ import annotations

import re
from dataclasses import dataclass

from duties.duty import Modality
from duties.verbs import AIM, SAME, STRONG, VERB

_MODAL = re.compile(r"(?P<must>应当|必须|应(?!急|对|用|诉)|须|要(?!求|件|点))|(?P<may>可以|(?<![许认不])可(?!能|再|持|回|降解|循环|追溯|视)|有权)|(?P<must_not>不得|禁止)")
_ADVERB = re.compile(
    r"(?:并且|并|同时|且|以及|也|还|又|均|都|再|分别|共同|联合|及时|依法|积极|定期|不定期|逐步|主动|统一|具体(?!负责|办法)|严格|妥善|充分(?!听取)|科学|合理|认真|"
    r"每[年月周季日][底末初]?前?|\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末)?(?:以)?前|[年月季][底末]前|立即|同步|直接|如实|当场|一次性|无偿|免费|全面|全力|切实|单独|自行|尽快|适时|随时|事先|提前|视情|持续|大力|不断|继续|进一步(?!加强)|"
    r"每年|每半年|每季度|有计划地?|有序|深入|重点|另行|因地制宜|牢固|着力|书面|现场|主要|专门|每月|每周|每日|按月|按季度|按年度|逐项|逐级|逐一|常态化|动态|一并|先行|适当|始终|首先|提前|配套|同期|优先(?!采购|安排)|、)+"
)
_ADVERBIAL = re.compile(
    r"^(?:按照|按|根据|依照|依据|结合|通过|以|遵循|坚持|围绕|在|依托|采取|采用|针对|利用|运用|为了|为|本着|经|自|从|于|除|每|参照|接到|收到|创造|充分发挥|发挥|对于|随着|因)"
    r"[^，]*(?:原则|要求|规定|规律|情况|需要|实际|职责|分工|方式|标准|规划|基础上|范围内|特点|因素|意见|措施|形式|途径|渠道|手段|条件|目录|计划|程序|权限|办法|为导向|为主|"
    r"为基础|为重点|期间|过程中|工作中|领域|上|内|下|中|前|后|时|起|理念|方针|优势|作用|水平|部署|能力|平台|协同|资源|导向|责任制|投诉|举报|申请|材料|机制|结果|日|外|等)$"
)
_CONDITION = re.compile(r"(?:的|时|后|以后|之前|前|之日起|期间|情况下|过程中|工作中|中)$")
_PREPOSITION = re.compile(r"[将把对为向在与从自就按根依结通经以于因凭由][^，]")


@dataclass(frozen=True, slots=True)
class Predicate:
    """An act at ``start`` of the clause's text; ``modality`` None where the clause has no modal word."""

    start: int
    words: str
    modality: Modality | None


def is_condition(clause: str) -> bool:
    """Whether the clause only says when or under which condition.

    >>> is_condition("符合申领条件的"), is_condition("应当予以签注")
    (True, False)
    """
    if clause.endswith("的"):
        return True
    return bool(_CONDITION.search(clause)) and not re.search(r"应当|不得|可以", clause[-30:])


def strip_lead(clause: str, at: int) -> tuple[int, Modality | None]:
    """Where the predicate proper begins after modal words and adverbs, and the modality read on the way."""
    modality: Modality | None = None
    while True:
        modal, adverb = _MODAL.match(clause, at), _ADVERB.match(clause, at)
        if modal is not None:
            modality = Modality(str(modal.lastgroup))
            at = modal.end()
        elif adverb is not None:
            at = adverb.end()
        else:
            return at, modality


def read_predicate(
    clause: str, at: int, *, acted: bool, final: bool = True, bound: Modality | None = None
) -> Predicate | None:
    """The act that ``clause`` states from ``at`` on; ``acted`` tells that its bearer has an act already,
    ``bound`` the modal word that stands before ``at``, ``final`` whether a clause of the same sentence follows not.

    >>> read_predicate("应当制定实施方案", 0, acted=False).words
    '制定实施方案'
    >>> read_predicate("提高服务水平", 0, acted=True) is None
    True
    """
    start, modality = strip_lead(clause, at)
    modality = modality or bound
    words = clause[start:]
    phrase = _PHRASE.match(words)
    behind = strip_lead(words, phrase.end())[0] if phrase else 0
    verb = VERB.match(words, behind) or _HANDLED.match(words, behind) if phrase else None
    if phrase is not None and verb is not None and not _NOMINAL.match(words, verb.end()):
        start, words = start + behind, words[behind:]
    if not words or _is_adverbial(words, final=final) or _STATE.match(words):
        return None
    if acted and modality is None and (AIM.match(words) or SAME.fullmatch(words) or _RULES_ON.fullmatch(words)):
        return None
    inner = _inner_modality(words)
    if _begins_act(words, final=final) or (not acted and AIM.match(words)) or (modality is not None and _bound_act(words, final=final)):
        return Predicate(start, words, modality or inner)
    return None


def _is_adverbial(words: str, *, final: bool) -> bool:
    """按照国家规定, 结合本地实际: says how, not what; in a clause that is not the last only a plain deed makes it an act."""
    if "向社会公" in words:
        return False
    if re.search(r"(?:对|向|为)[^，]{2,}(?:进行|开展|实施|提供|给予)", words) and not re.search(r"的[^，]{2,8}$", words):
        return False
    if not (_ADVERBIAL.search(words) or _MEANS.match(words) or (not final and _BASIS.match(words))):
        return False
    if not final and re.match(r"根据|结合|依据|按照|依照|按", words):
        return True
    if not _ADVERBIAL.search(words) and re.match(r"在|自|通过", words):
        return not any(len(m[0]) > 1 and not _NOMINAL.match(words, m.end()) for m in VERB.finditer(words, 3))
    return not any(not _NOMINAL.match(words, m.end()) for m in _PLAIN_DEED.finditer(words, 2))


_PLAIN_DEED = re.compile(
    r"(?<![共所])(?:做好|开展|负责|建立健全|建立|组织制定|制定|编制|组织实施|提供|确定|采集|推进|实施|承担|落实|公布|核发|办理|处理|给予|予以|进行|监督(?!管理)|安排|作出|设立|划定|调整)"
)
# 在职责范围内, 根据本地实际: right before the verb, without a comma.
_PHRASE = re.compile(
    r"(?:按照|按|根据|依照|依据|结合|在|通过|采取|采用|利用|依托)[^，；]{0,36}?(?:范围内|基础上|实际情况|实际需要|实际|情况|规定|要求|需要|需求|原则|分工|职责|方式|形式|措施|标准|计划|规划|权限|程序|途径|平台|制度|系统|目录|意见)|"
    r"自[^，；]{2,24}?(?:日|月|年)内|在[^，；]{1,14}?(?:日内|月内|年内|以内|之前|之后|季度内|时限内|期限内)"
)
_HANDLED = re.compile(r"[将把对为](?=[^，]{2,})")
_NOMINAL = re.compile(r"的|、|和|情况|方案|意见|办法|计划|规划|主体|效果|机制|原则|工作的|职责的|内容|目标|量|能力|费|设施|单位|企业|人员|$")
# 应当符合…, 发现…: a state or an occasion, no act.
_STATE = re.compile(r"(?:符合|具备|包括|是(?!.*主管(?:部门|机关)$)|具有|发现|接到|收到|认为|知道|得知|需要|没有|拒不|未|属于|有(?!权|序|效|计划)|违反|真实|载明|包含|享有|真实)")


def _begins_act(words: str, *, final: bool) -> bool:
    if words.startswith(("将", "把")):
        return bool(_PUT.search(words))
    if words.startswith(("对", "就")):
        return any("的" not in words[m.end() :] or final for m in _TREAT.finditer(words, 2))
    if _BASIS.match(words):
        return any(not words[m.end() :].startswith("的") for m in _DEED.finditer(words, 2))
    return bool(VERB.match(words) or _PREPOSITION.match(words) and VERB.search(words, 2) or re.search(r"纳入|列入", words))


def _bound_act(words: str, *, final: bool) -> bool:
    """After 应当, 可以, 不得 nearly everything is an act, whatever its verb."""
    if _MEASURED.search(words):
        return False
    return (final and len(words) > 1) or len(words) > 3 and (not _PREPOSITION.match(words) or bool(re.match(r"[为向与][^，]{5,}", words)))


# 应当与…相适应, 不得少于…: a measure, no act.
_MEASURED = re.compile(r"与.*(?:相当|相适应|相一致|相符|相衔接)$|^(?:少于|低于|超过|高于|早于|晚于)|从其规定|^为[^，]{2,30}(?:日|月|年|以上|以下)$")
_MEANS = re.compile(r"(?:坚持|遵循|依托|本着|立足|以.*为(?!责任人)|采取[^，]{0,8}措施$|创造[^，]{0,6}条件$)")
_PUT = re.compile(r"委托|返还|退还|发放|反馈|抄送|书面|确定为|认定为|划为|调整为|列作|向社会|公示|纳入|列入|作为|移送|移交|报|告知|公布|公开|登记|运送|送|交|转|录入|记入|记载|用于|并入|通报|量化|进行|予以|给予|提供|通知|列为|设置|安排|落实|计入|归集|存放")
_TREAT = re.compile(r"进行|开展|实施|予以|给予|加强|作出|提供|负责|履行|做好|处以|采取|提出|组织|责令|落实|没收|行使|督促|承担|处理|处置|强化|建立|实行|不予|及时|依法|暂缓|承担|监督|给以|完善|规范|免收|登记造册|汇总|建立台账|整改|约谈")
_BASIS = re.compile(r"按照|按|根据|依照|依据|结合|采取|在|自|通过|利用|运用|采用|针对|参照")
_DEED = re.compile(rf"{STRONG.pattern}|监督|使用|规划|解决|建设|治理|保障|维护|应用")


# 制定村规民约，对…作出约定: what the rule just made is about.
_RULES_ON = re.compile(r"对[^，]*作出[^，]{0,4}(?:规定|约定)")
_INNER = re.compile(r"(?P<must>应当|必须)|(?P<may>可以)|(?P<must_not>不得)")


def _inner_modality(words: str) -> Modality | None:
    match = _INNER.search(words)
    return Modality(str(match.lastgroup)) if match and not VERB.match(words) else None
