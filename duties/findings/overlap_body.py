"""overlap.body (部门重叠): two bodies of one level get the lead, or the same power to punish, in one matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from duties.findings.act import Act, acts, is_same_body, nearest_acts
from duties.findings.body_names import body_names, without_level
from duties.findings.defined_term import level_of
from duties.findings.finding import Finding
from duties.findings.kinds import FindingKind
from duties.findings.mention import Mention
from duties.findings.paragraphs import Paragraph, Sentence
from duties.findings.reading import Reading
from duties.findings.related import sister_pairs
from duties.findings.rival import are_rivals, united_of
from duties.findings.undefined_division import enforces, is_list

_Place = tuple[Paragraph, Mention]
_Rival = tuple[Paragraph, tuple[str, ...], Paragraph, tuple[str, ...]]

_WHERE = re.compile(
    r"(?:本市|全市|本省|全省|全国|本行政区域|本区域|本辖区|辖区|本地区)(?:行政区域)?(?:范围)?(?:内)?的?"
)
_LEAD = re.compile(
    r"(?:(?:主管|负责|牵头|统筹)+(?P<matter>[^，。；、]{4,40}?工作)"
    r"|牵头(?:组织|开展|推进|实施)+(?P<drive>[^，。；、]{4,40}?(?:整治|治理|行动|清理)))"
)
_PUNISHES = re.compile(r"(?P<matter>(?:依法)?查处[^，。；]{4,40}?(?:违法)?行为)(?P<drive>)")
_TAKES_OVER = re.compile(r"赋予|划转|相对集中|集中行使")
_OTHERS = re.compile(r"有关|相关(?!违法)|日常|具体")
_TAKES_LEAD = re.compile(r"[^，。；]{0,4}(?:负责|牵头|主管|统筹|组织)")
_TOGETHER = re.compile(r"共同(?:牵头|负责|主管)")
_DEPARTMENT = re.compile(r"(?:部门|机关|机构|局|(?<!街道)办|委|部|支队|大队|总队)$")
"""What leads a matter, as against the government whose it is."""
_WORK_OF_ONE = re.compile(
    r"(?:[^、，]{0,8}(?:设置|建设|维护|使用|运行|养护|运营|管护)(?:、|和)){1,3}管理(?:部门|机构|单位)"
)
"""标志设置、维护和管理部门 is one body that does three things."""
_PUNISHES_TOGETHER = re.compile(
    r"(?:应当|负责|依法|及时)*(?:查处[^，。；]{2,40}行为|对[^，。；]{2,40}行为(?:依法|及时)*(?:进行|予以)?(?:查处|处罚))"
)
_SHARES_TOLD = re.compile(r"职责|分工|各自|分别|职权|权限")
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
    """Two texts of one territory that give one matter to different bodies: one finding for each paragraph and body."""
    for lower, higher in sister_pairs(readings):
        seen: set[tuple[Paragraph, str]] = set()
        for paragraph, ours, there, theirs in (*_led_alike(lower, higher), *_led_by_name(lower, higher)):
            if (paragraph, theirs[0]) not in seen:
                seen.add((paragraph, theirs[0]))
                why = f"同一事项，本文件由“{'、'.join(ours)}”负责，《{higher.doc}》由“{'、'.join(theirs)}”负责。"
                also = [higher.place(there)]
                yield lower.finding(FindingKind.OVERLAP_BODY, paragraph, [*ours, *theirs], why, also)


def _led_alike(lower: Reading, higher: Reading) -> Iterator[_Rival]:
    """Sentences of the two texts in like words, with other leaders; then their clauses."""
    united, ours, theirs = united_of(lower, higher), acts(lower), acts(higher)
    for act, (counterpart, *_), likeness in nearest_acts(ours, theirs):
        if _leads(act) and _leads(counterpart) and are_rivals(act, counterpart, united, likeness, sisters=True):
            yield act.paragraph, act.bearers, counterpart.paragraph, counterpart.bearers


def _led_by_name(lower: Reading, higher: Reading) -> Iterator[_Rival]:
    """The matters that both texts name in the same words (网格化服务管理工作), with other leaders."""
    theirs = _led_matters(higher)
    for matter, places in _led_matters(lower).items():
        for one in places:
            rival = next((other for other in theirs.get(matter, ()) if _are_rivals(one, other)), None)
            if rival is not None:
                yield one[0], (one[1].bearer,), rival[0], (rival[1].bearer,)


def _leads(act: Act) -> bool:
    return any(_TAKES_LEAD.match(mention.rest) for mention in act.mentions)


def _punishing_lists(reading: Reading) -> Iterator[Finding]:
    for paragraph in reading.paragraphs:
        bearers = [m.bearer for _, m in paragraph.mentions if _share_power(m)]
        if bearers:
            why = f"“{bearers[0]}”共同承担同一事项的查处或者牵头职责，没有写明由谁行使。"
            yield reading.finding(FindingKind.OVERLAP_BODY, paragraph, bearers, why)


def _share_power(mention: Mention) -> bool:
    """由甲、乙部门责令改正; 由甲局、乙局共同牵头."""
    if not is_list(mention.bearer) or _WORK_OF_ONE.fullmatch(mention.bearer):
        return False
    if mention.how == "subject":
        told = _SHARES_TOLD.search(mention.rest)
        return bool(_TOGETHER.match(mention.rest)) or (bool(_PUNISHES_TOGETHER.match(mention.rest)) and not told)
    return mention.how in ("by", "duty") and (
        bool(_TOGETHER.match(mention.rest)) or (enforces(mention) and not mention.before.endswith("分别由"))
    )


def _led_matters(reading: Reading) -> dict[str, list[_Place]]:
    leads: dict[str, list[_Place]] = {}
    for paragraph in reading.paragraphs:
        for sentence, mention in paragraph.mentions:
            for matter in _matters(_own_words(sentence, mention)):
                leads.setdefault(matter, []).append((paragraph, mention))
    return leads


def _same_matter(reading: Reading) -> Iterator[Finding]:
    for matter, places in _led_matters(reading).items():
        rivals = next((pair for pair in combinations(places, 2) if _are_rivals(*pair)), None)
        if rivals:
            (first, one), (second, other) = rivals
            also = [] if second is first else [reading.place(second)]
            why = f"“{one.bearer}”和“{other.bearer}”都承担“{matter}”，没有写明两者如何分工。"
            yield reading.finding(FindingKind.OVERLAP_BODY, first, [one.bearer, other.bearer], why, also)


def _own_words(sentence: Sentence, mention: Mention) -> str:
    """What follows the body, up to the next one: the rest of the sentence is that one's."""
    following = [other.start for other in sentence.mentions if other.start >= mention.end]
    return sentence.text[mention.end : min(following, default=None)]


def _matters(said: str) -> Iterator[str]:
    if _TAKES_OVER.search(said):
        return
    for pattern in (_LEAD, _PUNISHES):
        for match in pattern.finditer(said):
            matter = _WHERE.sub("", match["matter"] or match["drive"])
            if not _OTHERS.search(matter):
                yield matter


def _are_rivals(one: _Place, other: _Place) -> bool:
    first, second = one[1].bearer, other[1].bearer
    if not _DEPARTMENT.search(first) or not _DEPARTMENT.search(second):
        return False
    ours, theirs = body_names(first), body_names(second)
    alike = any(is_same_body(our, their) for our in ours for their in theirs)
    return level_of(first) == level_of(second) and bool(ours) and bool(theirs) and not alike


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
