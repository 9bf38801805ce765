"""overlap.body (部门重叠): two bodies of one level get the lead, or the same power to punish, in one matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from duties.findings.act import Act, acts, nearest_acts
from duties.findings.body_names import body_names, without_level
from duties.findings.defined_term import level_of
from duties.findings.finding import Finding
from duties.findings.kinds import FindingKind
from duties.findings.mention import Mention
from duties.findings.paragraphs import Paragraph
from duties.findings.reading import Reading
from duties.findings.related import sister_pairs
from duties.findings.rival import are_rivals, united_of
from duties.findings.undefined_division import enforces, is_list

_Place = tuple[Paragraph, Mention]

_WHERE = re.compile(
    r"(?:本市|全市|本省|全省|全国|本行政区域|本区域|本辖区|辖区|本地区)(?:行政区域)?(?:范围)?(?:内)?的?"
)
_LEAD = re.compile(
    r"(?:主管|负责|牵头(?:负责)?|统筹(?:负责)?)(?P<matter>[^，。；、]{4,40}?(?:管理|监督管理|处置|治理"
    r"|服务)?工作)"
)
_PUNISHES = re.compile(r"(?P<matter>(?:依法)?查处[^，。；]{4,40}?(?:违法)?行为)")
_TAKES_OVER = re.compile(r"赋予|划转|相对集中|集中行使")
_OTHERS = re.compile(r"有关|相关(?!违法)|日常|具体")
_TAKES_LEAD = re.compile(r"[^，。；]{0,4}(?:负责|牵头|主管|统筹|组织)")
_TOGETHER = re.compile(r"共同(?:牵头|负责|主管)")
_HANDS_OVER = re.compile(r"报告(?P<bearer>[^，。；]{2,24}?(?:部门|机关))(?:依法)?处理")


def find(readings: Sequence[Reading]) -> Iterator[Finding]:
    """One finding for each punishing list, each pair of bodies with one matter, each report to another body.

    由商务、市场监督管理部门责令改正 is one; so are two departments that 主管 the same work in one text.
    """
    for reading in readings:
        yield from _punishing_lists(reading)
        yield from _same_matter(reading)
        yield from _handed_over(reading)
    yield from _sisters(readings)


def _sisters(readings: Sequence[Reading]) -> Iterator[Finding]:
    """Two texts of one territory that give one matter to different bodies."""
    for lower, higher in sister_pairs(readings):
        united = united_of(lower, higher)
        for act, (counterpart, *_), likeness in nearest_acts(acts(lower), acts(higher)):
            if _leads(act) and _leads(counterpart) and are_rivals(act, counterpart, united, likeness, sisters=True):
                ours, theirs = "、".join(act.bearers), "、".join(counterpart.bearers)
                why = f"同一事项，本文件由“{ours}”负责，《{higher.doc}》由“{theirs}”负责。"
                also = [higher.place(counterpart.paragraph)]
                yield lower.finding(
                    FindingKind.OVERLAP_BODY, act.paragraph, [*act.bearers, *counterpart.bearers], why, also
                )


def _leads(act: Act) -> bool:
    return any(_TAKES_LEAD.match(mention.rest) for mention in act.mentions)


def _punishing_lists(reading: Reading) -> Iterator[Finding]:
    for paragraph in reading.paragraphs:
        bearers = [m.bearer for _, m in paragraph.mentions if _share_power(m)]
        if bearers:
            why = f"“{bearers[0]}”对同一事项都有查处权或者都是牵头主体，没有写明由谁行使。"
            yield reading.finding(FindingKind.OVERLAP_BODY, paragraph, bearers, why)


def _share_power(mention: Mention) -> bool:
    """由甲、乙部门责令改正; 由甲局、乙局共同牵头."""
    together = mention.how in ("by", "duty", "subject") and bool(_TOGETHER.match(mention.rest))
    return (
        together or (mention.how in ("by", "duty") and enforces(mention) and not mention.before.endswith("分别由"))
    ) and is_list(mention.bearer)


def _same_matter(reading: Reading) -> Iterator[Finding]:
    leads: dict[str, list[_Place]] = {}
    for paragraph in reading.paragraphs:
        for _, mention in paragraph.mentions:
            for matter in _matters(mention):
                leads.setdefault(matter, []).append((paragraph, mention))
    for matter, places in leads.items():
        rivals = next((pair for pair in combinations(places, 2) if _are_rivals(*pair)), None)
        if rivals:
            (first, one), (second, other) = rivals
            also = [] if second is first else [reading.place(second)]
            why = f"“{one.bearer}”和“{other.bearer}”都{matter}，没有写明两者如何分工。"
            yield reading.finding(FindingKind.OVERLAP_BODY, first, [one.bearer, other.bearer], why, also)


def _matters(mention: Mention) -> Iterator[str]:
    if _TAKES_OVER.search(mention.rest):
        return
    for pattern in (_LEAD, _PUNISHES):
        for match in pattern.finditer(mention.rest):
            matter = _WHERE.sub("", match["matter"])
            if not _OTHERS.search(matter):
                yield matter


def _are_rivals(one: _Place, other: _Place) -> bool:
    first, second = one[1].bearer, other[1].bearer
    if not first.endswith(("部门", "机关")) or not second.endswith(("部门", "机关")):
        return False
    ours, theirs = set(body_names(first)), set(body_names(second))
    return level_of(first) == level_of(second) and bool(ours) and bool(theirs) and not ours & theirs


def _handed_over(reading: Reading) -> Iterator[Finding]:
    """报告甲部门处理, in a text whose penalties all go to 乙部门."""
    punishing = [(p, m) for p in reading.paragraphs for _, m in p.mentions if m.how == "by" and enforces(m)]
    punishers = {without_level(m.bearer) for _, m in punishing}
    reported = [(p, match["bearer"]) for p in reading.paragraphs for match in _HANDS_OVER.finditer(p.text)]
    if reported and len(punishers) == 1 and without_level(reported[0][1]) not in punishers:
        first, bearer = reported[0]
        other = punishing[0][1].bearer
        also = dict.fromkeys([p for p, _ in reported[1:]] + [p for p, _ in punishing if p.article != first.article])
        why = f"违法行为报告“{bearer}”处理，而处罚由“{other}”作出，两者如何衔接没有写明。"
        yield reading.finding(FindingKind.OVERLAP_BODY, first, [bearer, other], why, map(reading.place, also))
