"""undefined.rule (配套规则无期限): an implementing rule is left to later, and the text sets no date for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from duties.findings.finding import Finding
from duties.findings.kinds import FindingKind
from duties.findings.paragraphs import Paragraph, Sentence
from duties.findings.quotation import ending
from duties.findings.reading import Reading

_MAKES = r"(?:另行)?(?:组织)?(?:制定|制订|规定(?!时间|时限|期限|比例)|确定)"

_BY_ANOTHER = re.compile(
    rf"(?:具体|实施|管理|认定|负担|补偿|补助|奖励)?[^，。；]{{0,16}}?(?:办法|细则|管理规定|认定标准"
    rf"|具体标准|标准和[^，。；]{{2,8}}措施|[^，。；核定]{{2,10}}标准)(?!的[，、])"
    rf"[^，。；]{{0,8}}，?由(?P<body>(?:(?!依照|依法|处罚|处理|责令|业主"
    rf"|大会)[^，。；]){{2,60}}?){_MAKES}(?!的)"
)
_ELSEWHERE = re.compile(r"(?:办法|细则|规定|标准)另行(?:制定|规定)|由[^，。；]{2,30}另行(?:规定|制定)(?!的)")
_ORDER = re.compile(
    r"(?:应当|可以|负责|要|会同[^，。；]{2,30})[^。；]{0,60}?(?:组织)?(?:制定|制订)(?:实施"
    r"|并公布)?[^，。；]{0,20}?(?:具体办法|实施办法|管理办法|实施细则|具体认定标准|认定标准|的具体管理规定"
    r"|的具体规定|(?:评定|考核|奖励|补贴|共享|管理)(?:管理)?(?:办法|细则))"
)
_MAKES_IT = re.compile(r"(?:部门|局|办|委|部|人民政府|机构)制定[^，。；]{2,24}(?:办法|细则)(?:，|。|；|$)")
_MADE_BY = re.compile(r"由[^，。；]{2,40}?(?:人民政府|部门|机关)[^。；]{0,40}?作出具体规定")
_DATED = re.compile(
    r"(?:施行|实施|生效|公布)之日起[^，。；]{0,12}(?:内|前)|[0-9一二三四五六七八九十]+(?:个月|日|年)(?:内"
    r"|前|底前)[^，。；]{0,20}(?:制定|出台)|同(?:时|步)施行"
)


def find(readings: Sequence[Reading]) -> Iterator[Finding]:
    """One finding for each paragraph that leaves a 办法, 细则, 规定 or 标准 to be made without a date.

    具体办法由市人民政府制定 is one; 目录由市商务部门制定 and 应当在六个月内制定实施办法 are none.
    """
    for reading in readings:
        for paragraph in reading.paragraphs:
            spoken = next((s for s in paragraph.sentences if _leaves_open(s.text)), None)
            if spoken is not None:
                yield _finding(reading, paragraph, spoken)


def _leaves_open(sentence: str) -> bool:
    if _DATED.search(sentence):
        return False
    return any(pattern.search(sentence) for pattern in (_BY_ANOTHER, _ELSEWHERE, _ORDER, _MADE_BY, _MAKES_IT))


def _finding(reading: Reading, paragraph: Paragraph, sentence: Sentence) -> Finding:
    bearers = [mention.bearer for mention in sentence.mentions if re.search(r"制定|规定", mention.rest)]
    why = f"“{ending(sentence.text)}”把配套规则留待以后制定，没有规定期限。"
    return reading.finding(FindingKind.UNDEFINED_RULE, paragraph, bearers, why)
