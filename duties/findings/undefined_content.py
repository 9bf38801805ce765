"""undefined.content (职责空泛): a body is named, but nothing concrete is given to it anywhere in the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from duties.findings.body_names import body_names, is_whole_name
from duties.findings.evidence import as_written
from duties.findings.finding import Finding
from duties.findings.kinds import FindingKind
from duties.findings.level_words import names_many_levels
from duties.findings.mention import Mention
from duties.findings.paragraphs import Paragraph
from duties.findings.quotation import beginning
from duties.findings.reading import Reading
from duties.findings.undefined_division import is_membership

_ADVERBIAL = (
    r"(?:(?:在|按照|根据|依据|依照|结合)[^，。；]{0,30}?(?:职责和[^，。；]{1,10}规定|职责范围内|职责分工"
    r"|职责|职能|规定|要求|分工|实际|权限)(?:的规定|分工)?，?|(?:充分)?发挥[^，。；]{0,10}(?:作用|优势)，?"
    r"|设在[^，。；]{2,30}，|依法|积极|共同|具体|同时|切实|，)*"
)
_ACT = (
    r"(?:(?:协同|共同|统筹|配合|协助[^，。；]{0,30}?|支持[^，。；]{0,20}?|依法|主动)*(?:(?:做好"
    r"|开展好)[^，。；]{0,60}?(?:工作|事务|事项)|推进[^，。；]{0,60}?(?<!等)工作)"
    r"|(?:统筹)?(?:负责|承担)[^，。；]{0,40}?(?:有关|相关|日常)(?:的)?[^，。；、的]{0,8}?(?:工作|事务|职责)"
    r"|统筹负责[^，。；、]{1,40}?工作"
    r"|(?:负责)?(?:统筹|推进|推动|组织|协调|督促|指导|领导|加强|、|和)+(?:对)?[^，。；、]{0,40}?(?:(?<!等)"
    r"工作|的领导|领导|的组织领导|的协调|领导和协调)"
    r"|(?:统筹|组织|协调|指导|督促|推动|、|和)+(?:本(?:地区|行政区域|区域|级|市|省)(?:内|的)?)?(?:各|有关|相关|成员)*"
    r"(?:部门|单位|方面|组织|、|和)+(?:依法|共同|履行职责|，)*(?:做好|开展|落实|推进)[^，。；]{0,40}?工作"
    r"|(?:协同|配合|支持|协助)[^，。；]{0,60}?工作)"
)
_GENERIC = re.compile(
    rf"(?:应当|负责|可以|要)?{_ADVERBIAL}(?:应当|负责|要)?{_ADVERBIAL}{_ACT}(?:，(?:并)?{_ACT})*[。；]?"
)
_LISTED = re.compile(
    r"(?:做好|开展好)(?![^，。；]*(?:相关|有关)(?:的)?(?:工作|事务))[^，。；]*?(?:、[^，。；]*?(?:、|和|以及)|[^，。；、]{2,}的(?:管理|修复|救治|救助)工作|(?:宣传|教育|培训|登记|监测|巡查)[^，。；]{0,8}工作)"
)
"""做好生活供给、医疗防疫以及恢复生产等工作 names three things to be done: not generic."""
_AND_UNITS = re.compile(r"^(?:和|及|与)?(?:其他)?(?:有关)?单位，?")
"""…、通信、电力等部门和单位按照各自职责: what follows the bodies' names is quoted without their last word."""
_TAIL_OF_LIST = re.compile(r"[，、和以及或者]+[^。；]{0,120}?(?=应当|要按|可以)")
"""Those who are no public bodies at the end of the list: …，工会、妇联，以及其他组织应当…."""
_NO_BEARER = re.compile(r"(?:报告|鼓励|支持|引导|鼓励和支持)$")
"""Those who are told, or who are encouraged, bear no duty."""
_AREA = re.compile(r"人民政府$|政府$")


def find(readings: Sequence[Reading]) -> Iterator[Finding]:
    """One finding for each bearer, or list of bearers, whose bodies do nothing concrete in the whole text.

    财政、审计等部门按照各自职责，协同推进… is one for the departments named nowhere else; one concrete act anywhere,
    even a joint one, saves a body.
    """
    for reading in readings:
        busy = _busy(reading)
        told: set[str] = set()
        for paragraph in reading.paragraphs:
            for _, mention in paragraph.mentions:
                if _NO_BEARER.search(mention.before):
                    continue
                idle = [name for name in _names(mention) if name not in busy and name not in told]
                if idle and is_generic(mention) and not _is_saved(mention, idle, busy):
                    told.update(idle)
                    yield _finding(reading, paragraph, mention, idle)


def is_generic(mention: Mention) -> bool:
    """Whether the sentence gives the body only 做好…工作, 推进, 协调, 加强领导 and the like."""
    if is_membership(mention):
        return True
    said = _said(mention)
    if mention.how not in ("subject", "by", "duty", "designated") or _LISTED.search(said):
        return False
    return bool(_GENERIC.fullmatch(said.lstrip("，")))


def _said(mention: Mention) -> str:
    """What follows the body, without the associations that go on the list."""
    return _TAIL_OF_LIST.sub("", mention.rest, count=1) if _TAIL_OF_LIST.match(mention.rest) else mention.rest


def _busy(reading: Reading) -> frozenset[str]:
    """The bodies to which at least one sentence gives something concrete."""
    concrete = (m for p in reading.paragraphs for m in (*(m for _, m in p.mentions), *p.partners) if not is_generic(m))
    return frozenset(name for mention in concrete for name in (*_names(mention), *_parts(mention)))


def _names(mention: Mention) -> tuple[str, ...]:
    return (mention.bearer,) if mention.how == "designated" else body_names(mention.bearer)


def _parts(mention: Mention) -> Iterator[str]:
    """经济和信息化 as well as its halves, since 和 may join two bodies (教育和公安部门)."""
    for name in body_names(mention.bearer):
        yield from re.split("和|与", name)


def _is_saved(mention: Mention, idle: list[str], busy: frozenset[str]) -> bool:
    """A government is saved by a concrete act of governments of several levels, its own among them."""
    if not all(map(_AREA.search, idle)):
        return False
    several = [name for name in busy if _AREA.search(name) and names_many_levels(name)]
    township = any(name.startswith(("乡", "镇")) for name in idle)
    return any(name.startswith("各级") for name in several) or (bool(several) and not township)


def _shown(bearers: list[str], text: str) -> str:
    """The names as people say them: 住房城乡建设、交通运输部门, 乡（镇）人民政府."""
    departments = [name for name in bearers if f"{name}部门" in text or not is_whole_name(name)]
    if len(bearers) == 1 and bearers[0] in text and bearers != departments:
        return bearers[0]
    others = [as_written(name, text) or name for name in bearers if name not in departments]
    named = f"{'、'.join(departments)}部门" if departments else ""
    return "、".join(filter(None, (named, *others)))


def _finding(reading: Reading, paragraph: Paragraph, mention: Mention, idle: list[str]) -> Finding:
    listed = len(body_names(mention.bearer)) > len(idle)
    bearers = idle if listed or len(idle) > 2 else [mention.bearer]
    said = beginning(_AND_UNITS.sub("", _said(mention)))
    why = f"“{_shown(bearers, paragraph.text)}”在全文中只有“{said}”一类笼统表述，没有任何具体职责。"
    return reading.finding(FindingKind.UNDEFINED_CONTENT, paragraph, bearers, why)
