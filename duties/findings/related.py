"""Related texts (上下位文件): a lower text and the higher one on the same topic, found by their titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus import Instrument, NormKind, Version, short_title
from duties.findings.reading import Reading

_KIND = re.compile(
    r"(?:(?:的)?(?:若干)?(?:条例|规定|办法|细则|规则|法|决定|意见|方案|通知|制度|规范|责任清单))(?:（[^（）]*）)?$"
)
_FILLER = re.compile(
    r"^(?:关于|进一步|加快|加强|推进|推动|规范|实施|贯彻)+|(?:实施|管理|服务|工作|促进|保护|保障|监督|建设|防治|暂行"
    r"|实施意见|提升|多元化解|的)+$"
)
_CARRIES_OUT = re.compile(
    r"(?:关于)?(?:实施|贯彻)?《(?:中华人民共和国)?(?P<law>[^《》]+)》(?:的)?(?:若干规定|办法|细则|规定|条例)?"
)
_BRACKETS = re.compile(r"[《》〈〉]")
_SHORTEST_TOPIC, _OFTEN, _HEAD = 3, 3, 2
_BASIS = re.compile(r"《(?P<title>[^《》]+)》")


def related_pairs(readings: Sequence[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """Each pair (lower, higher): related, and the higher's territory holds the lower's.

    Related are texts of one topic, one named as the basis of the other, and one whose topic a policy text often names.

    栖澜市犬只管理规定 goes with 云岫省犬只管理条例; 栖澜市违法建筑处置规定 with the law that its 第一条 names.
    """
    return ((one, other) for one, other in _near(readings) if _stands_over(other, one))


def related_instruments(
    instrument: Instrument, version: Version, among: Iterable[Instrument]
) -> tuple[Instrument, ...]:
    """Those ``among`` which the text is compared with: of its topic, or named as its basis."""
    named, about = set(_basis(version)), topic(instrument)
    return tuple(
        one
        for one in among
        if _is_one_topic(about, topic(one)) or _plain(one.title) in named or _speaks_of(instrument, version, topic(one))
    )


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
    about = {about: [one for one in by_topic if _is_one_topic(about, one)] for about in by_topic}
    for lower in readings:
        instrument, version = lower.read.instrument, lower.read.version
        spoken = [one for one in by_topic if _speaks_of(instrument, version, one)]
        alike = [other for one in (*about[topic(instrument)], *spoken) for other in by_topic[one]]
        parts = [o for one in by_topic for o in by_topic[one] if _has_own_part(one, o, topic(instrument))]
        named = [higher for title in _basis(version) for higher in by_title.get(title, ())]
        for higher in dict.fromkeys((*alike, *parts, *named)):
            if higher is not lower:
                yield lower, higher


def _has_own_part(about: str, higher: Reading, lower: str) -> bool:
    """社区矫正帮扶 is a part of 社会矫正帮扶, which has the same head and speaks of it again and again."""
    alike = about != lower and about[-_HEAD:] == lower[-_HEAD:] and min(len(about), len(lower)) > _SHORTEST_TOPIC
    return alike and higher.read.version.text.count(lower) >= _OFTEN * 2


def _is_one_topic(one: str, other: str) -> bool:
    """犬只 and 犬只; 生活垃圾 and 生活垃圾分类, but not 教育 and 教育督导."""
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= _SHORTEST_TOPIC and short in long)


def _speaks_of(instrument: Instrument, version: Version, about: str) -> bool:
    """A policy text has a wide title: what it says again and again is what it is about."""
    if instrument.kind.rank < NormKind.NORMATIVE_DOCUMENT.rank or len(about) < _SHORTEST_TOPIC:
        return False
    return version.text.count(about) >= _OFTEN


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
    """A title as it compares: 《云岫省实施〈献血法〉办法》 writes other brackets than the text's own title."""
    return _BRACKETS.sub("", title).replace("中华人民共和国", "")


def _basis(version: Version) -> list[str]:
    """The titles that the text names before its second article (根据《…》)."""
    articles = version.articles
    opening = version.text[: articles[1].start if len(articles) > 1 else 600]
    return [_plain(match["title"]) for match in _BASIS.finditer(opening)]


def _stands_over(higher: Reading, lower: Reading) -> bool:
    over, under = higher.read.instrument, lower.read.instrument
    return over.territory != under.territory and over.territory.holds(under.territory)
