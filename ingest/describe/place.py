"""Territory and level (行政区域、层级): by the title's first words, then the issuer, then the history lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus import NATION, Gazetteer, Level, Territory
from ingest.line import Line, LineStyle

_PLACE = re.compile(
    r"^(?:中共)?(?P<name>[\u4e00-\u9fff]{2,12}?(?P<word>省|自治区|自治州|市(?![场政民容])|自治县|县|区|旗|街道|镇|乡|村))"
)
_LEVEL_OF = {
    "省": Level.PROVINCIAL,
    "自治区": Level.PROVINCIAL,
    "自治州": Level.MUNICIPAL,
    "市": Level.MUNICIPAL,
    "自治县": Level.COUNTY,
    "县": Level.COUNTY,
    "区": Level.COUNTY,
    "旗": Level.COUNTY,
    "街道": Level.TOWNSHIP,
    "镇": Level.TOWNSHIP,
    "乡": Level.TOWNSHIP,
    "村": Level.VILLAGE,
}
_NATIONAL = re.compile(
    r"^(?:中华人民共和国|全国|国务院|国家|最高人民|中共中央|中央|中国|人民法院|人民检察院)|^[\u4e00-\u9fff]{1,12}(?:部|总局|委员会)关于"
)
_TOWNSHIP = re.compile(r"(?P<name>[\u4e00-\u9fff]{1,8}?(?P<word>街道|镇|乡))(?=办事处|人民政府|党工委|党委|关于)")
_COMMON = frozenset({"地区", "园区", "社区", "小区", "景区", "保护区", "开发区", "特别行政区", "城市", "超市", "门市"})


def find_territory(title: str, issuer: str, lines: Sequence[Line], gazetteer: Gazetteer) -> Territory:
    """The territory an instrument is for; a place that no gazetteer knows becomes a territory of its own name.

    A known place wins, in the title before the issuer before the history lines; then a national body; then a name
    that has the form of a place (栖澜市…). A text that shows none of these is national.
    """
    witnesses = tuple(_witnesses(title, issuer, lines))
    known = next((found for text in witnesses if (found := _known(text, gazetteer)) is not None), None)
    if known is not None:
        return known
    if any(_NATIONAL.match(text) for text in (title, issuer)):
        return NATION
    local = (text for text in witnesses if not _NATIONAL.match(text))
    return next((made for text in local if (made := _unknown(text)) is not None), NATION)


def _known(text: str, gazetteer: Gazetteer) -> Territory | None:
    """The deepest known place at the head of ``text``, or the township written right behind it."""
    plain = text.removeprefix("中共")
    found = gazetteer.starting(plain)
    if not found:
        return None
    rest = plain[sum(len(name) for name in found[0].chain if name in plain) :]
    town = _TOWNSHIP.match(rest) if found[0].level is Level.COUNTY else None
    if town is None:
        return found[0]
    level = _LEVEL_OF[town["word"]]
    return Territory(f"{found[0].code}/{town['name']}", town["name"], level, (*found[0].chain, town["name"]))


def _witnesses(title: str, issuer: str, lines: Sequence[Line]) -> Iterator[str]:
    yield title
    yield issuer
    for line in lines:
        if line.style is LineStyle.HISTORY:
            yield re.sub(r"^.*?日\s?", "", line.text, count=1)
        elif line.style is LineStyle.LETTERHEAD:
            yield line.text


def _unknown(text: str) -> Territory | None:
    match = _PLACE.match(text)
    if match is None or match["name"].endswith(tuple(_COMMON)) or not _opens_title(text, match.end()):
        return None
    return Territory(match["name"], match["name"], _LEVEL_OF[match["word"]], (match["name"],))


def _opens_title(text: str, end: int) -> bool:
    return "关于" not in text[:end] and end < len(text)
