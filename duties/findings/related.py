"""Related texts (上下位文件): a lower text and the higher one on the same topic, found by their titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus import Instrument, Version, short_title
from duties.findings.reading import Reading

_KIND = re.compile(r"(?:(?:的)?(?:若干)?(?:条例|规定|办法|细则|规则|法|决定|意见|方案|通知))(?:（[^（）]*）)?$")
_FILLER = re.compile(
    r"^(?:关于|进一步|加强|推进|规范|实施|贯彻)+|(?:实施|管理|服务|工作|促进|保护|保障|监督|建设|防治|暂行"
    r"|实施意见|提升|多元化解)+$"
)
_CARRIES_OUT = re.compile(
    r"(?:关于)?(?:实施|贯彻)?《(?:中华人民共和国)?(?P<law>[^《》]+)》(?:的)?(?:若干规定|办法|细则|规定|条例)?"
)
_BRACKETS = re.compile(r"[《》〈〉]")
_BASIS = re.compile(r"《(?P<title>[^《》]+)》")


def related_pairs(readings: Sequence[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """Each pair (lower, higher): one topic or named as the basis, and the higher's territory holds the lower's.

    栖澜市犬只管理规定 goes with 云岫省犬只管理条例; 栖澜市违法建筑处置规定 with the law that its 第一条 names.
    """
    return ((one, other) for one, other in _near(readings) if _stands_over(other, one))


def related_instruments(
    instrument: Instrument, version: Version, among: Iterable[Instrument]
) -> tuple[Instrument, ...]:
    """Those ``among`` which the text is compared with: of its topic, or named as its basis."""
    named, about = set(_basis(version)), topic(instrument)
    return tuple(one for one in among if topic(one) == about or _plain(one.title) in named)


def sister_pairs(readings: Sequence[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """Each pair of texts of one territory with one topic, or with one naming the other; the lower first."""
    return (
        (one, other)
        for one, other in _near(readings)
        if one.read.instrument.territory == other.read.instrument.territory and _rank(one) > _rank(other)
    )


def _near(readings: Sequence[Reading]) -> Iterator[tuple[Reading, Reading]]:
    by_topic: dict[str, list[Reading]] = {}
    by_title: dict[str, list[Reading]] = {}
    for reading in readings:
        by_topic.setdefault(topic(reading.read.instrument), []).append(reading)
        by_title.setdefault(_plain(reading.doc), []).append(reading)
    for lower in readings:
        named = [higher for title in _basis(lower.read.version) for higher in by_title.get(title, ())]
        for higher in dict.fromkeys((*by_topic[topic(lower.read.instrument)], *named)):
            if higher is not lower:
                yield lower, higher


def _rank(reading: Reading) -> tuple[int, str]:
    """Rank first (效力位阶), title second, so that of two texts exactly one is the lower."""
    return reading.read.instrument.kind.rank, reading.doc


def topic(instrument: Instrument) -> str:
    """The words of the title that say what it is about: 栖澜市犬只管理条例 is about 犬只."""
    title = re.sub(
        r"^(?:中共)?[^《》]{0,20}?(?:人民政府|委员会)(?:办公室|办公厅)?(?=关于)", "", short_title(instrument.title)
    )
    for name in (*reversed(instrument.territory.chain), instrument.territory.name):
        title = title.removeprefix(name).removeprefix(name[:-1] if len(name) > 2 else name)
    if carried_out := _CARRIES_OUT.fullmatch(title):
        title = carried_out["law"]
    return _FILLER.sub("", _KIND.sub("", _FILLER.sub("", title))) or title


def _plain(title: str) -> str:
    """A title as it compares: 《云岫省实施〈中华人民共和国献血法〉办法》 writes other brackets than the text's own title."""
    return _BRACKETS.sub("", title).replace("中华人民共和国", "")


def _basis(version: Version) -> list[str]:
    """The titles that the text names before its second article (根据《…》)."""
    articles = version.articles
    opening = version.text[: articles[1].start if len(articles) > 1 else 600]
    return [_plain(match["title"]) for match in _BASIS.finditer(opening)]


def _stands_over(higher: Reading, lower: Reading) -> bool:
    over, under = higher.read.instrument, lower.read.instrument
    return over.territory != under.territory and over.territory.holds(under.territory)
