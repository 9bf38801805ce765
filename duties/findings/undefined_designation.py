"""undefined.designation (主体待定): the body is left for another one to name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from duties.findings.body_names import LEVELS
from duties.findings.finding import Finding
from duties.findings.kinds import FindingKind
from duties.findings.paragraphs import Paragraph
from duties.findings.reading import Reading

_BODY = r"(?:部门|机构|机关|管理单位(?!或者))"
_GOVERNMENT = r"(?:街道办事处|各街道|各区|人民政府|市政府|省政府|县政府|区政府|国务院|管理委员会|管委会)"
_NAMES = r"(?:确定|指定|明确|授权)"

_ORDER = re.compile(
    rf"""
    {_GOVERNMENT}(?:及其[^，。；]{{1,10}})?(?:应当|可以|负责|要|根据[^。；]{{1,20}})[^。；]{{0,40}}?
    (?:{_NAMES}|落实)(?:并公布)?(?!.{{0,30}}?(?:职责|职能|分工|检[验测]|医疗|服务机构|鉴定|成员))
    (?:了)?(?P<bearer>(?:一个|一家|具体|专门|相应|有关|相关|本级|牵头|负责|承担|统一)?(?:的)?[^，。；、对]{{0,24}}?{_BODY})(?!职责|的职责|及|和人员)
    """,
    re.X,
)
"""区人民政府应当明确相应的部门."""

_LEFT_OPEN = re.compile(
    rf"(?P<bearer>[^，。；]{{0,20}}(?:主管|管理|负责|实施|执法"
    rf"|牵头)的?{_BODY})，?由[^，。；]{{0,24}}?{_GOVERNMENT}[^，。；]{{0,16}}?{_NAMES}(?!的)"
)
"""农村道路的管理部门由区人民政府根据实际确定."""

_NAMED = re.compile(
    rf"(?P<bearer>(?:{LEVELS}|本级|同级|[^，。；、由向经报（）]{{0,12}}?){_GOVERNMENT}(?:或者?其|依法|另行"
    rf"|自行|按照[^，。；]{{1,12}})?{_NAMES}的[^，。；、]{{0,24}}?(?<!服务)(?<!医疗){_BODY})"
    r"(?!职责|制定的|规定的|的)"
)
"""本级人民政府确定的其他部门."""

_OR_NAMES = re.compile(
    rf"{_GOVERNMENT}(?:应当)?(?:设立|成立|建立)[^，。；]{{2,30}}?或者(?:{_NAMES})(?P<bearer>(?:相应|有关|相关|具体)的?{_BODY})"
)
"""县级以上人民政府设立委员会或者确定相应机构."""

_DEFINITION = re.compile(r"本(?:条例|规定|办法|细则)所称|[^。]*为(?:共同)?(?:被告|原告|第三人|被申请人)[。，；]?$")
"""What a word means, and who is party to a suit: nobody is told to do anything."""
_NO_BODY = re.compile(r"高等(?:学校|院校)|科学研究机构|科研机构|企业")


def find(readings: Sequence[Reading]) -> Iterator[Finding]:
    """One finding for each body that a text leaves to be named; the same words again stand in ``also``.

    栖澜市各区人民政府应当明确相应的部门 is one; 明确部门职责 and 指定医疗机构 are none.
    """
    for reading in readings:
        seen: dict[str, list[Paragraph]] = {}
        for paragraph in reading.paragraphs:
            for bearer in dict.fromkeys(_designated(paragraph)):
                seen.setdefault(bearer, []).append(paragraph)
        for bearer, (first, *rest) in seen.items():
            why = f"“{bearer}”是哪个部门或者机构，留待另行确定，没有写明确定的期限。"
            yield reading.finding(FindingKind.UNDEFINED_DESIGNATION, first, [bearer], why, map(reading.place, rest))


def _designated(paragraph: Paragraph) -> Iterator[str]:
    for sentence in paragraph.sentences:
        if _DEFINITION.match(sentence.text):
            continue
        for pattern in (_ORDER, _LEFT_OPEN, _NAMED, _OR_NAMES):
            found = (match["bearer"] for match in pattern.finditer(sentence.text))
            yield from (bearer for bearer in found if not _NO_BODY.search(bearer))
