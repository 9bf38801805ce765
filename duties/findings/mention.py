"""Mention (主体出现处): a body, or a list of bodies, that a sentence makes act."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from duties.findings.body_words import BODIES

_START = re.compile(r"(?:^|(?<=[，；：,;:]))(?:但|同时|其中|必要时|以及|有条件的)?[，]?")
_BY = re.compile(r"(?:由|责成|接受|报告|提请|建议(?=有关|相关))(?:有管辖权的|所在地的)?")
_UNDER = re.compile(r"接受(?=[^，。；]{2,40}的(?:监督|检查|指导|考核))")
_TO = re.compile(r"(?:报经|报|向|经|(?<!工)商(?![务业贸标品会用]))(?:所在地|同级)?")
_WITH = re.compile(r"(?:会同|协同|联合(?![会国社])|(?<!工)商(?![务业贸标品会用]))(?:同级)?")
_ATTRIBUTIVE = re.compile(r"(?<=[至到及照])(?=[^，。；]{2,30}?(?:确定|划定|核定|批准|指定)(?:并公布)?的)")
_TO_ACT = re.compile(
    r"[^，。；]{0,12}?(?:备案|批准|核准|同意|审批|审查|申请|提出[^，。；]{0,10}申请|申领|登记|许可|办理)"
)
_TERRITORY = re.compile(
    r"(?:^|(?<=[，；。]))(?P<bearer>(?:各区、各街道|市和区、?县（市）|市、区、?县（市）"
    r"|各?(?:设区的)?市、县(?:、区|（市、区）|（市）)?|各?市（县、区）"
    r"|各区（县、市）|各区、县（市）|各乡镇（街道）|各街道))(?=应当|要|可以|不得)"
)
_NO_PREDICATE = re.compile(
    r"之一|之间(?!应当)|以外|有下列|规定的|所属|负责人|名单|公示牌|会议(?!应当)|制(?![定订作止])|职责|的(?!，)"
    r"|[、和与及或]|[^，。]{0,8}工作人员"
)
_UNITS = re.compile(
    r"(?:^|(?<=[，；。]))(?P<bearer>各有关单位|各相关单位|有关单位(?=要|收到)"
    r"|收到[^，。；]{2,12}的有关单位|(?:由)?(?:有关|相关)科室)(?=应当|要|按照|负责|处置|办理|收到)"
)
_NAMED_AS = re.compile(
    r"(?:明确|确定|指定|设立|下设|授权)(?P<bearer>[^，。；的]{0,12}(?:的)?(?:部门|机构"
    r"|办公室))，?(?=(?:统筹|具体|牵头|统一)?(?:负责|承担)|作为)"
)
_ALIAS = re.compile(r"（以下[^（）]*(?:（[^（）]*）[^（）]*)*）")
_PRIVATE_TAIL = re.compile(
    r"(?:[、和与及或]|以及|或者)[^，。；应可不的]{0,60}?(?:会|团体|组织|单位|媒体|企业|机构|学校"
    r"|社团)(?=应当|可以|不得|按照|要|接到|在|，)"
)
_IN_BREACH = re.compile(
    r"(?:及其工作人员)?[^，。；]{0,20}(?:未(?:按|依|履行|及时|能)|不依法|不履行|有下列|违反|滥用"
    r"|玩忽)[^。；]{0,60}?的(?:，|：|$)"
)
"""甲部门未依法履行职责的，…: what follows befalls the body, it is no duty of its own."""
_WHEN = re.compile(r"[^，。；]{0,24}时，(?!应当|必须|可以|要|不得|依法|负有|有权|由|按照|根据|发现|认为)")
"""甲机关调查取证时，医疗机构应当…: the clause says when another one acts."""
_OF_THING = re.compile(r"(?:依法)?(?:批准|制定|编制|颁布|发布|举办|设立)的(?![，。；])")
"""甲部门批准的地名报…备案: the body is told of, it does nothing here."""
_GIVEN = re.compile(r"[^，。；、]{1,16}(?<!未)的(?:，|$)")
"""由甲部门代储的，…: a case, no duty."""
_NAMES_ANOTHER = re.compile(
    r"(?:依法|另行|自行)?(?:确定|指定|授权|明确|委托)的[^，。；、]{0,24}?(?:部门|机构|单位|机关|组织)"
)
"""由甲政府确定的部门处理: the government only names the body that acts."""
_NO_BODY = re.compile(
    r"^(?:除(?!险|雪|害)|参加|参考|参照|取消|发包方为|依据|关于|凡|因)|(?<=[\u4e00-\u9fff])参加(?=[^，。；]{0,12}(?:政府|部门|机关))"
    r"|(?<!接)受(?:同级|上级|本级)"
)
"""除甲部门…外, 残疾人参加甲机关…, 甲机构受同级乙部门…: more than a body's name, so nobody is told what to do."""
_PARTNER = re.compile(r"(?:会同|协同|商|配合|协助|联合|与)(?:同级)?$")
_TOLD = re.compile(r"(?:向|到|报|经)(?:居住地|所在地|当地|同级)?$")
_ENDS = re.compile(r"[。；]?$")
_PREDICATES = {
    "named": re.compile(r"[^，。；]{0,6}?(?:确定|划定|核定|批准)(?:并公布)?的"),
    "partner": re.compile(""),
    "under": re.compile(r"的(?:监督|检查|指导|考核)"),
    "to": _TO_ACT,
}
"""What must follow a body that does not act as the subject."""


@dataclass(frozen=True, slots=True)
class Mention:
    """``bearer`` as written acts in a sentence; ``rest`` is what follows it there, ``before`` what precedes it.

    ``how`` is ``subject``, ``by`` (由…), ``to`` (报…备案), ``named`` (…确定的), ``partner`` (会同…), ``designated``
    (明确…，负责) or ``duty`` (known from a duty only).
    """

    bearer: str
    start: int
    how: str
    before: str
    rest: str

    @property
    def end(self) -> int:
        """Where the bearer ends in the sentence."""
        return self.start + len(self.bearer)


def mentions_in(sentence: str, bearers: tuple[str, ...]) -> tuple[Mention, ...]:
    """The acting bodies of a sentence: those found by their words, and the known ``bearers`` of its duties."""
    found: dict[int, Mention] = {}
    for how, place in _candidates(sentence):
        match = BODIES.match(sentence, place)
        if match and not match.group().startswith(("与", "和")) and _acts(how, sentence[match.end() :]):
            mention = _mention(sentence, match.start(), match.end(), "by" if how == "under" else how)
            if not any(known.start <= mention.start < known.end for known in found.values()):
                found[mention.start] = mention
    for how, pattern in (("designated", _NAMED_AS), ("subject", _TERRITORY), ("subject", _UNITS)):
        for match in pattern.finditer(sentence):
            found.setdefault(match.start("bearer"), _mention(sentence, *match.span("bearer"), how))
    for bearer in bearers:
        place = sentence.find(bearer)
        if _NAMES_ANOTHER.match(sentence, place + len(bearer)):
            continue
        if place >= 0 and not any(m.start < place + len(bearer) and place < m.end for m in found.values()):
            how = _how(sentence[:place])
            found[place] = _mention(sentence, place, place + len(bearer), how)
    return tuple(found[start] for start in sorted(found) if not _NO_BODY.search(found[start].bearer))


def _how(before: str) -> str:
    if _PARTNER.search(before):
        return "partner"
    return "to" if _TOLD.search(before) else "duty"


def _mention(sentence: str, start: int, end: int, how: str) -> Mention:
    return Mention(sentence[start:end], start, how, sentence[:start], sentence[end:])


def _candidates(sentence: str) -> Iterator[tuple[str, int]]:
    for how, pattern in (
        ("subject", _START),
        ("under", _UNDER),
        ("by", _BY),
        ("to", _TO),
        ("named", _ATTRIBUTIVE),
        ("partner", _WITH),
    ):
        for match in pattern.finditer(sentence):
            yield how, match.end()


def _acts(how: str, rest: str) -> bool:
    if how in _PREDICATES:
        return bool(_PREDICATES[how].match(rest))
    if how == "by" and (_ENDS.fullmatch(rest) or _GIVEN.match(rest)):
        return False
    alias = _ALIAS.match(rest)
    rest = rest[alias.end() :] if alias else rest
    if how == "by" and _NAMES_ANOTHER.match(rest):
        return False
    tail = _PRIVATE_TAIL.match(rest)
    if how in ("subject", "by") and _OF_THING.match(rest):
        return False
    if _IN_BREACH.match(rest) or (how == "subject" and _WHEN.match(rest)):
        return False
    return (bool(tail) or not _NO_PREDICATE.match(rest)) and not _ENDS.fullmatch(rest)
