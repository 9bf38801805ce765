"""undefined.bearer (主体不明): a duty is laid on 有关部门 or the like, and no body is named for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from duties.findings.body_words import UNNAMED
from duties.findings.finding import Finding
from duties.findings.kinds import FindingKind
from duties.findings.mention import Mention
from duties.findings.paragraphs import Paragraph, Sentence
from duties.findings.reading import Reading

_PREFIX = re.compile(
    r"(?:本市|本省|各|市级|区级|省级|县级|市|省|国家|国务院|当地|所在地|(?:县级以上|各级|省|市|县"
    r"|区)(?:地方)?(?:各级)?人民政府(?:的)?|(?:市|省)(?:和|、)(?:区|县|市)[^，及]{0,8}?(?:人民政府)?)?"
)
_UNNAMED_ALONE = re.compile(
    rf"{_PREFIX.pattern}(?:{UNNAMED.pattern})(?:(?:[和、]|或者)(?:其他)?(?:有关|相关)?(?:单位|组织))?"
    r"|(?:收到[^，。；]{2,12}的|各)?(?:有关|相关)(?:单位|科室)"
)
_AUTHORITY = re.compile(r"有权(?:的)?(?:机关|部门)")
_AND_OTHERS = re.compile(r"(?:部门|机关)(?:或者|和|、|以及)其他(?:有关|相关)(?:行政)?(?:主管)?(?:部门|机关)")
_GENERIC = re.compile(r"职责|职能|分工")
_VISITED = re.compile(r"(?:、[^，。；、]{2,6})*(?:和|、)个人(?:应当|必须)(?:予以|积极|给予|如实)?(?:配合|协助)")
_OTHERS = re.compile(r"其他")


def find(readings: Sequence[Reading]) -> Iterator[Finding]:
    """One finding for each paragraph that lays a duty on unnamed departments; 有权机关 once for a whole text.

    相关部门依据各自职责推动标准实施 is one; 市教育部门会同有关部门 and 各级人民政府及其有关部门 are none.
    """
    for reading in readings:
        places = [(p, m) for p in reading.paragraphs for s, m in p.mentions if _is_undefined(reading, p, s, m)]
        authority = [(p, m) for p, m in places if _AUTHORITY.fullmatch(m.bearer)]
        for paragraph in dict.fromkeys(p for p, m in places if (p, m) not in authority):
            yield _finding(reading, paragraph, [m.bearer for p, m in places if p is paragraph], [])
        if authority:
            rest = list(dict.fromkeys(p for p, _ in authority if p is not authority[0][0]))
            yield _finding(reading, authority[0][0], [m.bearer for _, m in authority], rest)


def _is_undefined(reading: Reading, paragraph: Paragraph, sentence: Sentence, mention: Mention) -> bool:
    return bool(_UNNAMED_ALONE.fullmatch(mention.bearer)) and not (
        _named_before(paragraph, sentence, mention)
        or _listed_elsewhere(reading, paragraph, mention)
        or _is_visited(mention)
    )


def _named_before(paragraph: Paragraph, sentence: Sentence, mention: Mention) -> bool:
    """A list in the same paragraph for which 相关部门 stands: 教育、公安等部门…；相关部门应当…"""
    if _OTHERS.match(mention.bearer):
        return False
    if any(s.start < sentence.start and _AND_OTHERS.search(s.text) for s in paragraph.sentences):
        return True
    earlier = [m for s, m in paragraph.mentions if s.start + m.start < sentence.start + mention.start]
    return any("等" in m.bearer and "、" in m.bearer for m in earlier)


def _listed_elsewhere(reading: Reading, paragraph: Paragraph, mention: Mention) -> bool:
    """相关部门按照职责…, where this or another paragraph (相关部门履行下列职责：) names them one by one."""
    if _OTHERS.match(mention.bearer) or not _GENERIC.search(mention.rest):
        return False
    if mention.rest.endswith(("：", ":")) and any(s.lead and s.mentions for s in paragraph.sentences):
        return True
    return any(
        p.text.startswith(mention.bearer)
        and re.match(r"[^。]{0,30}(?:下列|以下)[^。]{0,12}：|[^。]{0,30}[：:]\s*\n", p.text[len(mention.bearer) :])
        for p in reading.paragraphs
    )


def _is_visited(mention: Mention) -> bool:
    """有关机关、单位和个人应当配合检查: whoever is inspected, known by the fact."""
    return bool(_VISITED.match(mention.rest))


def _finding(reading: Reading, paragraph: Paragraph, bearers: list[str], rest: list[Paragraph]) -> Finding:
    why = f"职责由“{bearers[0]}”承担，该处没有指明是哪个部门。"
    return reading.finding(FindingKind.UNDEFINED_BEARER, paragraph, bearers, why, map(reading.place, rest))
