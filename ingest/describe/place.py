"""Territory and level (行政区域、层级): of the issuing body, then of the title, then of the history lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import NATION, Claim, ClaimSource, Gazetteer, Level, Territory, make_territory, territory_value
from ingest.describe.events import Event

_PLACE = re.compile(
    r"^(?P<name>[\u4e00-\u9fff]{2,12}?(?:省|自治区|自治州|市(?![场政民容])|自治县|县|区|旗|街道|镇|乡|村))"
)
_NATIONAL = re.compile(
    r"^(?:中华人民共和国|全国|国务院|政务院|国家|最高人民|中共中央|中央|中国|人民法院|人民检察院)"
    r"|^(?![^省市州县区旗镇乡]*[省市州县区旗镇乡])[\u4e00-\u9fff]{1,12}(?:部|总局|委员会)关于"
)
# A department that no place is named with: 公安部, 海关总署.
_MINISTRY = re.compile(r"^(?![^省市州县区旗镇乡]*[省市州县区旗镇乡党])[\u4e00-\u9fff]{2,10}(?:部|总局|总署)$")
_TOWNSHIP = re.compile(r"(?P<name>[\u4e00-\u9fff]{1,8}?(?:街道|镇|乡))(?=办事处|人民政府|党工委|党委|关于)")
_ZONE = re.compile(
    r"""
    (?P<name>(?P<place>[\u4e00-\u9fff]{0,12}?)                                      # 栖澜, 栖澜临江
    (?:(?:国家级|国家)?(?:经济技术|高新技术产业|高新技术|经济|产业)?(?:开发区|集聚区|园区)|高新区|新区|新城
      |(?:旅游)?度假区|风景名胜区|景区|自由贸易试验区|自贸试验区|综合保税区|保税区|试验区|示范区))
    (?=管理委员会|管委会|党工委|工委|党委)                                             # the body that runs it
    """,
    re.VERBOSE,
)
_COMMON = ("地区", "园区", "社区", "小区", "景区", "保护区", "开发区", "特别行政区", "城市", "超市", "门市", "试验区")


@dataclass(frozen=True, slots=True)
class Witness:
    """Words that may begin with a place, where they stand, and the rule they are read by."""

    text: str
    source: ClaimSource
    rule: str
    quote: str


def read_territory(
    title: str, issuer: Claim | None, events: Sequence[Event], context: str, gazetteer: Gazetteer
) -> Iterator[Claim]:
    """The territory an instrument is for, and its level; a place in no list of divisions is one of its own name.

    It is that of the body that issued the text: what the State Council made for Beijing is national. Where the name
    does not tell (市人民政府), the title does, then the history lines. Of namesakes the one counts whose city or
    province the text names; where it names none, every reading is claimed and none is taken.
    """
    witnesses = tuple(_witnesses(title, issuer, events))
    for read in (_by_list, _by_form):
        for witness in witnesses:
            found = read(witness.text, gazetteer)
            if found:
                yield from _claims(_narrowed(found, context), witness)
                return
    yield from _claims((NATION,), Witness("", ClaimSource.DEFAULT, "未见地名", title))


def _witnesses(title: str, issuer: Claim | None, events: Sequence[Event]) -> Iterator[Witness]:
    if issuer is not None and issuer.value:
        yield Witness(issuer.value, issuer.source, "发文机关的行政区域", issuer.quote)
    yield Witness(title, ClaimSource.TITLE_PAGE, "标题中的行政区域", title)
    for event in events:
        for body in event.bodies:
            yield Witness(body, ClaimSource.HISTORY, "题注中的行政区域", event.quote)


def _by_list(text: str, gazetteer: Gazetteer) -> tuple[Territory, ...]:
    """The known places at the head of ``text``, or what is written right behind: a township, a development zone."""
    if _NATIONAL.match(text) or _MINISTRY.match(text):
        return (NATION,)
    plain = text.removeprefix("中共")
    found = gazetteer.starting(plain)
    rest = plain[sum(len(name) for name in found[0].chain if name in plain) :] if found else plain
    zone = _ZONE.match(rest)
    if zone is not None:
        above = found or gazetteer.short(zone["place"])
        return (make_territory(above[0] if len(above) == 1 else NATION, zone["name"]),)
    town = _TOWNSHIP.match(rest) if found and found[0].level is Level.COUNTY else None
    return tuple(make_territory(place, town["name"]) for place in found) if town is not None else found


def _by_form(text: str, _: Gazetteer) -> tuple[Territory, ...]:
    """A name that only has the form of a place (霞屿县…)."""
    plain = text.removeprefix("中共")
    match = _PLACE.match(plain)
    if match is None or match["name"].endswith(_COMMON) or "关于" in match["name"] or match.end() == len(plain):
        return ()
    return (make_territory(NATION, match["name"]),)


def _narrowed(found: tuple[Territory, ...], context: str) -> tuple[Territory, ...]:
    if len(found) == 1:
        return found
    named = tuple(place for place in found if any(name in context for name in place.chain[:-1]))
    return named if len(named) == 1 else found


def _claims(found: tuple[Territory, ...], witness: Witness) -> Iterator[Claim]:
    taken = found[0] if len(found) == 1 else make_territory(NATION, found[0].name)
    yield Claim("territory", territory_value(taken), witness.source, witness.rule, witness.quote)
    yield Claim("level", taken.level.value, witness.source, witness.rule, witness.quote)
    for other in found if len(found) > 1 else ():
        yield Claim("territory", territory_value(other), ClaimSource.DEFAULT, "同名的行政区域", witness.quote)


def title_place(title: str, gazetteer: Gazetteer) -> Territory:
    """The place that the title begins with, for names without one (市人民代表大会); the state where it tells none."""
    found = gazetteer.starting(title) or gazetteer.short(title[:2])
    return found[0] if len(found) == 1 else NATION
