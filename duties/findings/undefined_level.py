"""undefined.level (层级缺位): a level of the territory carries no duty at all, or only a generic one in the matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus import Level
from duties.findings.body_names import without_level
from duties.findings.defined_term import level_of
from duties.findings.finding import Finding
from duties.findings.kinds import FindingKind
from duties.findings.mention import Mention
from duties.findings.paragraphs import Paragraph
from duties.findings.reading import Reading
from duties.findings.undefined_content import is_generic

_ENUMERATES = re.compile(r"[^。；]*(?:职责|任务|(?:承担|负责|做好|开展)[^。；，]{0,30}(?:工作|事项))[：:]$")
_IN_LINE = re.compile(r"负责(?:[^，。；]{2,40}?、){3,}[^，。；]{2,40}?等[^，。；]{0,16}?工作")
_NO_TIERS = re.compile(r"法院|检察院|工会|监事会|海关|海事|流域|领导小组|边防检查|^(?:国家|国务院|全国|中央|中国)")
"""Courts, unions, offices of a basin and national bodies: the township is no tier under them."""
_COUNTY_UP = re.compile(r"县级以上(?:地方)?各级(?:地方)?(?:人民)?政府")
"""Not the township, though 各级人民政府 stands in it."""
_WORDS = {
    Level.MUNICIPAL: re.compile(r"市|各级|县级以上|部门|公安机关"),
    Level.COUNTY: re.compile(r"区|县|各级|部门|公安机关"),
    Level.TOWNSHIP: re.compile(r"乡|镇|街道|各级人民政府|基层人民政府"),
    Level.VILLAGE: re.compile(r"村|居民委员会|社区|自治组织|居（村）"),
}


def find(readings: Sequence[Reading]) -> Iterator[Finding]:
    """One finding for all levels without a duty, one for a level with only a generic one; both need a list above.

    六项职责 for 市数据主管部门, and only 统筹负责本地区的…工作 for the counties' department, is one.
    """
    for reading in readings:
        found = [(p, m) for p in reading.paragraphs if (m := enumerated(p)) is not None]
        listed = [(p, m) for p, m in found if not _NO_TIERS.search(m.bearer)]
        missing = _missing(reading)
        if listed and missing:
            yield _nothing(reading, *listed[0], missing)
        for paragraph, mention in listed:
            yield from _generic_below(reading, paragraph, mention)


def enumerated(paragraph: Paragraph) -> Mention | None:
    """The body whose duties the paragraph lists one by one, or None."""
    for sentence, mention in paragraph.mentions:
        if mention.how not in ("subject", "duty", "by") or sentence.lead:
            continue
        items = any(s.lead for s in paragraph.sentences)
        if (items and _ENUMERATES.match(mention.rest)) or _IN_LINE.match(mention.rest):
            return mention
    return None


def _missing(reading: Reading) -> list[Level]:
    """The levels below the text's own, down to the village, that no bearer's words reach."""
    own = reading.read.instrument.level
    bearers = [_COUNTY_UP.sub("县级以上政府", mention.bearer) for p in reading.paragraphs for _, mention in p.mentions]
    below = [level for level in own.down_to(Level.VILLAGE)[1:] if level in _WORDS]
    return [level for level in below if not any(_WORDS[level].search(bearer) for bearer in bearers)]


def _nothing(reading: Reading, paragraph: Paragraph, mention: Mention, missing: list[Level]) -> Finding:
    levels = "、".join(level.chinese for level in missing)
    why = f"{levels}在全文没有任何职责，而“{mention.bearer}”在本款有逐项列举的职责。"
    return reading.finding(FindingKind.UNDEFINED_LEVEL, paragraph, (), why)


def _generic_below(reading: Reading, paragraph: Paragraph, mention: Mention) -> Iterator[Finding]:
    above = level_of(mention.bearer)
    if above is None:
        return
    lower = [
        (p, m)
        for p in reading.by_article[paragraph.article]
        for _, m in p.mentions
        if p is not paragraph and is_generic(m) and _is_below(p, m, above) and not _acts_elsewhere(reading, m)
    ]
    for other, idle in lower[:1]:
        why = f"“{mention.bearer}”有逐项列举的职责，下一级的“{idle.bearer}”在同一事项上只有笼统的表述。"
        also = [reading.place(paragraph)]
        yield reading.finding(FindingKind.UNDEFINED_LEVEL, other, [idle.bearer], why, also)


def _acts_elsewhere(reading: Reading, mention: Mention) -> bool:
    """Whether the body, with its level or without, is given something concrete in another place."""
    named = (mention.bearer, without_level(mention.bearer))
    acting = (m for p in reading.paragraphs for _, m in p.mentions if not is_generic(m) and m.how != "designated")
    return mention.how != "designated" and any(m.bearer in named for m in acting)


def _is_below(paragraph: Paragraph, mention: Mention, above: Level) -> bool:
    """Whether the body stands under ``above``: by its own words, or by those of the government that is to name it."""
    if mention.how == "designated":
        return any((level := level_of(m.bearer)) and level.depth > above.depth for _, m in paragraph.mentions)
    level = level_of(mention.bearer)
    return level is not None and level.depth > above.depth
