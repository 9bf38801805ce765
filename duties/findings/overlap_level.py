"""overlap.level (层级重叠): one duty is laid on two or more levels in the same words, their shares untold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from duties.findings.body_words import UNNAMED
from duties.findings.defined_term import DefinedTerm, defined_terms
from duties.findings.finding import Finding
from duties.findings.kinds import FindingKind
from duties.findings.level_words import names_many_levels
from duties.findings.mention import Mention
from duties.findings.own_act import is_own_act, is_state
from duties.findings.paragraphs import Paragraph, Sentence
from duties.findings.reading import Reading

_DIVIDED = re.compile(r"分级(?:负责|管理|设立|实施|分段)|分别负责|按照(?:管理|管辖)权限|事权")
_OWN_OBJECT = re.compile(
    r"(?:应当|可以|依法|聘请[^，。；]{0,12})*对(?:本级|所属|下级|下一级|同级)[^，。；]{0,30}(?:部门|政府|机构|单位)"
    r"[^，。；]{0,40}(?:考核|评议|评价|督导|督查)"
)
"""对本级部门、下级政府进行考核: each level has its own objects."""
_TO_ABOVE = re.compile(r"(?:还?应当|负责|依法)*将[^，。；]{2,20}(?:报告|情况|结果)，?报(?:送)?上一?级")
"""将报告报上一级…备案: each reports to its own superior."""
_STANDING = re.compile(r"[^，。；]{0,40}在本级[^，。；]{2,12}领导下(?:依法|独立)*(?:行使|履行)[^，。；]*[。；]?$")
"""在本级人民政府领导下独立行使职能: how each stands at its level, nothing to be divided."""
_IS_NAMED = re.compile(r"对(?:(?!应当|可以|负责)[^，。；]){4,}的[\u4e00-\u9fff]{2,4}[。；]?$")
"""（一）县级以上人民政府对…的检查: an item that names a kind of work."""
_NO_DUTY = re.compile(r"[^，。]{0,20}有下列|(?:及其)?[^，。]{0,10}工作人员|划定并公布的")
_NOT_SHARED = (_OWN_OBJECT, _TO_ABOVE, _STANDING, _IS_NAMED)
_DESIGNATED = re.compile(
    r"(?:(?!或者|或|和|及|与)[^、，。])*(?:人民政府|政府)(?:依法|另行|自行)?(?:确定|指定|授权|明确|委托)的[^、，。]*?"
    r"(?:部门|机构|单位|机关)"
)
"""市、县（市、区）人民政府确定的部门: the governments only name the body, they are not it."""
_DESIGNATES = re.compile(r"(?:依法|另行|自行)?(?:确定|指定|授权|明确|委托)的[^，。；、]{0,20}?(?:部门|机构|单位|机关)")
_GOVERNMENT = re.compile(r"^(?:县级以上(?:地方)?(?:各级)?|各级)(?:人民)?政府(?:的)?")


def find(readings: Sequence[Reading]) -> Iterator[Finding]:
    """One finding for each paragraph in which a bearer of several levels acts, one for each term defined at several.

    市和区、县（市）人民政府应当建立… is one; so is 县级以上人民政府; 市和县（市）人民政府 is none (by area), nor
    is a department whose levels get duties of their own elsewhere (县级人民政府公安机关…).
    """
    for reading in readings:
        terms = {term.first: term for term in defined_terms(reading) if not _has_own_duties(reading, term)}
        for paragraph in reading.paragraphs:
            bearers = [m.bearer for s, m in paragraph.mentions if _is_shared(reading, s, m)]
            term = terms.get(paragraph)
            if bearers or term:
                yield _finding(reading, paragraph, bearers, term)


def _is_shared(reading: Reading, sentence: Sentence, mention: Mention) -> bool:
    return (
        names_many_levels(_DESIGNATED.sub("", mention.bearer))
        and not _DESIGNATES.match(mention.rest)
        and not _NO_DUTY.match(mention.rest)
        and not mention.before.endswith("委托")
        and not is_own_act(mention)
        and not any(pattern.match(mention.rest) for pattern in _NOT_SHARED)
        and not is_state(mention)
        and not _DIVIDED.search(sentence.text)
        and not _is_unnamed(mention.bearer)
        and not _is_divided_elsewhere(reading, mention.bearer)
    )


def _is_unnamed(bearer: str) -> bool:
    """县级以上人民政府有关部门: that is an undefined bearer, not an overlap."""
    department = _GOVERNMENT.sub("", bearer)
    return department != bearer and bool(UNNAMED.fullmatch(department))


def _is_divided_elsewhere(reading: Reading, bearer: str) -> bool:
    """县级以上人民政府公安机关, where 县级人民政府公安机关 and 省人民政府公安机关 have their own duties."""
    department = _GOVERNMENT.sub("", bearer)
    if department in (bearer, ""):
        return False
    single = re.compile(rf"(?<!以上)(?P<level>省|市|县级?|区)人民政府{re.escape(department)}")
    alone = (single.fullmatch(m.bearer) for p in reading.paragraphs for _, m in p.mentions)
    return len({match["level"] for match in alone if match}) > 1


def _has_own_duties(reading: Reading, term: DefinedTerm) -> bool:
    return any(_is_divided_elsewhere(reading, bearer) for bearer in term.bearers)


def _finding(reading: Reading, paragraph: Paragraph, bearers: list[str], term: DefinedTerm | None) -> Finding:
    if term is None:
        why = f"“{'”“'.join(dict.fromkeys(bearers))}”涉及两个以上层级，同一职责没有写明各级分别承担什么。"
        return reading.finding(FindingKind.OVERLAP_LEVEL, paragraph, bearers, why)
    why = f"“{term.core}”在本条设于两级以上，其后的职责只写“{term.core}”，没有写明各级分别承担什么。"
    also = [reading.place(bare) for bare in term.bare]
    return reading.finding(FindingKind.OVERLAP_LEVEL, paragraph, [*bearers, *term.bearers, term.core], why, also)
