"""undefined.division (分工不明): several bodies get one duty together, and the text does not divide the work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from duties.findings.body_names import body_names
from duties.findings.body_words import HEAD
from duties.findings.finding import Finding
from duties.findings.kinds import FindingKind
from duties.findings.mention import Mention
from duties.findings.own_act import is_own_act, is_state
from duties.findings.paragraphs import Paragraph, Sentence
from duties.findings.reading import Reading

_JOINED = re.compile(rf"(?P<unit>.*?{HEAD}(?:（[^（）]*）)?)(?P<join>、|和|与|以及|及其|及|或者|或|$)")
_DEPARTMENTS = re.compile(r"等(?:其他)?(?:有关|相关)?(?:行政|职能|行业|业务)?(?:主管|管理)?(?:部门|机关|单位|机构)")
_GOVERNMENT_AND_ITS = re.compile(
    r"(?:各级|县级以上|人民政府|政府)[^、]{0,12}?(?:及其|和|以及|或者)(?:[^、]{0,4})?(?:有关|相关|所属"
    r"|工作)"
)
_ENFORCES = re.compile(
    r"[^。；]{0,40}?(?:责令|处以?[^，。；]{1,30}罚款|处罚|(?<![调核检])查处(?!置)|没收|吊销|警告|行政处分|依法处理)"
)
_MEMBERS = re.compile(r"(?:共同)?(?:参与|参加|组成)的|(?:派人|派员|派出人员)[^，。；]{0,6}(?:参加|组成)")
_STAFF = re.compile(r"[^，。；]{0,12}工作人员|[^，。；]{0,20}应当予以保密")
_BY_AREA = re.compile(
    r"(?:人民政府|各街道|街道办事处|村民委员会|居民委员会|村（居）民委员会|居（村）民委员会|管理委员会"
    r"|管委会|派出(?:机关|机构)(?:（[^（）]*）)?|(?:开发|度假|名胜|集聚|功能|园|新|高新|保税)区(?:（[^（）]*）)?管理机构)$"
)
_NO_AUTHORITY = re.compile(
    r"自治组织|举办单位|医疗机构|学校|近亲属|所在单位|企业|企事业单位|社会团体|社会[^、]{0,6}(?:服务)?(?:机构|组织)"
)
_IS_CONDITION = re.compile(r"[^，。；]{1,14}的[，、]")
_LED = re.compile(r"牵头|为主|分别|各自(?!的?(?:职责|职能|职权|权限|法定))|第[^，。]{1,8}条[^，。]{0,6}分工")


def find(readings: Sequence[Reading]) -> Iterator[Finding]:
    """One finding for each paragraph in which a list of bodies without a lead gets one duty.

    教育、公安、民政等部门按照各自职责做好… is one; 甲部门会同乙部门, 乡镇人民政府、街道办事处 (by area) and a shared
    power to punish (overlap.body) are none.
    """
    for reading in readings:
        for paragraph in reading.paragraphs:
            bearers = [m.bearer for s, m in paragraph.mentions if _is_undivided(s, m)]
            if bearers:
                yield _finding(reading, paragraph, bearers)


def _is_undivided(sentence: Sentence, mention: Mention) -> bool:
    if enforces(mention) or is_own_act(mention) or _STAFF.match(mention.rest) or is_state(mention):
        return False
    if mention.bearer.endswith("机构") and mention.before.endswith(("鼓励", "支持", "引导")):
        return False
    if mention.how in ("to", "partner") or _LED.search(mention.before + mention.rest):
        return False
    return is_list(mention.bearer) and not is_membership(mention)


def enforces(mention: Mention) -> bool:
    """Whether the sentence gives the body a power to punish or correct (责令改正, 查处, 处罚款)."""
    return (
        bool(_ENFORCES.match(mention.rest))
        and not _IS_CONDITION.match(mention.rest)
        and not mention.before.endswith("报告")
    )


def is_membership(mention: Mention) -> bool:
    """甲、乙等部门共同参与的联席会议: being a member is no duty to be divided."""
    return bool(_MEMBERS.match(mention.rest))


def is_list(bearer: str) -> bool:
    """Whether the words name two or more bodies side by side, other than one body for each area.

    >>> [is_list(words) for words in ("教育、公安等部门", "乡镇人民政府、街道办事处", "科技等部门")]
    [True, False, True]
    """
    if "工作人员" in bearer or _NO_AUTHORITY.search(bearer):
        return False
    if _DEPARTMENTS.search(bearer) or _GOVERNMENT_AND_ITS.search(bearer):
        return True
    units = [(match["unit"], match["join"]) for match in _JOINED.finditer(bearer)]
    if any(join in ("或者", "或") for _, join in units):
        return False
    return len({_seat(unit) for unit, _ in units}) > 1 or any(_is_joint(unit) for unit, _ in units)


def _is_joint(unit: str) -> bool:
    """商务、市场监督管理部门: two departments under one noun."""
    return unit.endswith(("部门", "机关")) and len(body_names(unit)) > 1


def _seat(unit: str) -> str:
    """The unit itself; one word for all bodies that stand for an area or a level."""
    return "area" if _BY_AREA.search(unit) else unit


def _finding(reading: Reading, paragraph: Paragraph, bearers: list[str]) -> Finding:
    why = f"“{bearers[0]}”一并承担同一职责，没有写明由谁牵头、各自做什么。"
    return reading.finding(FindingKind.UNDEFINED_DIVISION, paragraph, bearers, why)
