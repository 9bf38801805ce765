"""Act index (行为索引): the duties of all texts, found by the likeness of what is to be done."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from corpus import EId
from duties.canonical import canonical
from duties.duty import Duty, Role
from duties.findings import ReadText
from duties.findings.related import topic
from duties.suggestions.comparable import sentence_span

_NOISE = re.compile(
    r"《[^》]*》|（[^（）]*）|本市|本省|全市|全省|本行政区域(?:内)?的?|本辖区(?:内)?的?|应当|依法|可以|会同|有关|相关"
    r"|(?:按照|根据|依照)[^，。；]{0,12}?(?:职责|规定|分工|权限)|具体|负责|工作"
    r"|违反(?:本条例|本规定|本办法|前)?(?:第|款)?[^，。]*?规定的?|责令[^，。；]*|(?:并)?(?:可以)?处[^，。；]*罚款|(?:依法)?(?:给予|予以)处罚"
    r"|情节[较严]重的?|[逾拒][期不][^，。；]{2,4}的?|(?:有)?下列(?:行为|情形|职责|规定)(?:之一)?的?|[^，。；]{0,6}直接负责的主管人员[^。；]*"
    r"|由?[^，。；]{0,4}制定(?:并公布)?|由[^，。；]{0,4}规定|由[^，。；]{0,4}(?:组织)?实施|[^一-鿿]"
)
_INNER_TITLE = re.compile(r"《(?:中华人民共和国)?(?P<law>[^《》]+?)(?:法|条例|决定|规定|办法)?》")
_SHORT = 10
"""An act of fewer characters (由省人民政府规定) says nothing without its sentence."""
_SHARED, _BEYOND, _LEAST = 5, 3, 0.2
_WIDE = frozenset({"城市", "城镇", "农村", "乡村", "城乡", "社会", "公共"})
"""Half a topic: 城市管理 and 城市绿化 have nothing more in common."""
_COMMON = 0.15
"""A pair of characters that stands in more than this part of all acts tells nothing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One duty with the paragraph it stands in (the unit that findings and comparables name).

    ``words`` is what is to be done, ``about`` what the instrument is about, ``article`` where the paragraph stands.
    """

    text: ReadText
    duty: Duty
    place: EId
    article: EId
    words: str
    about: str


class ActIndex:
    """Duties by the pairs of characters of their acts; rare pairs weigh more."""

    def __init__(self, texts: Iterable[ReadText]) -> None:
        self.entries = tuple(_entries(texts))
        self._pairs = pairs = [pairs_of(entry.words) for entry in self.entries]
        self._holders: dict[str, list[int]] = {}
        for position, found in enumerate(pairs):
            for pair in sorted(found):
                self._holders.setdefault(pair, []).append(position)
        self._lengths = [math.sqrt(sum(self._weight(pair) for pair in found)) for found in pairs]

    def of_version(self, version_id: str) -> Sequence[Entry]:
        """The duties of one text."""
        return self._by_version.get(version_id, ())

    @cached_property
    def _by_version(self) -> Mapping[str, Sequence[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.text.version.id, []).append(entry)
        return found

    def _weight(self, pair: str) -> float:
        """The square of the pair's inverse document frequency."""
        holders = len(self._holders.get(pair, ())) or 1
        return math.log(1 + len(self.entries) / holders) ** 2

    def nearest(self, acts: Sequence[str], topic: str = "") -> dict[int, float]:
        """For every duty with a like act its greatest cosine with one of ``acts``.

        Acts that share less than ``_SHARED`` pairs are like only because both say little, and so are those that share
        little but the words of the ``topic``.
        """
        best: dict[int, float] = {}
        topical = pairs_of(topic)
        for act in acts:
            wanted = pairs_of(act)
            for position, score in self._scores(wanted):
                if score > max(_LEAST, best.get(position, 0.0)):
                    shared = wanted & self._pairs[position]
                    if len(shared) >= _SHARED and len(shared - topical) >= _BEYOND:
                        best[position] = score
        return best

    def _scores(self, pairs: frozenset[str]) -> Iterator[tuple[int, float]]:
        length = math.sqrt(sum(self._weight(pair) for pair in pairs)) or 1.0
        scores: dict[int, float] = {}
        frequent = max(40, _COMMON * len(self.entries))
        for pair in sorted(pairs):
            holders = self._holders.get(pair, ())
            if len(holders) <= frequent:
                weight = self._weight(pair)
                for position in holders:
                    scores[position] = scores.get(position, 0.0) + weight
        return ((at, score / (length * self._lengths[at])) for at, score in scores.items())


def _entries(texts: Iterable[ReadText]) -> Iterator[Entry]:
    for text in texts:
        topical = about(text)
        for duty in text.duties:
            place = paragraph_of(duty.eid)
            article = place.ancestor("art") or place
            yield Entry(text, duty, place, article, act_words(text, duty), topical)


def about(text: ReadText) -> str:
    """What an instrument is about; 云岫省实施《…献血法》办法 is about 献血."""
    inner = _INNER_TITLE.search(text.instrument.title)
    return inner["law"] if inner else topic(text.instrument)


def paragraph_of(eid: EId) -> EId:
    """The paragraph, or in a policy text the heading, that a finding in ``eid`` would name.

    >>> paragraph_of(EId("art_6__para_1__item_3")), paragraph_of(EId("h1_2__h2_3__h3_1"))
    ('art_6__para_1', 'h1_2__h2_3')
    """
    if eid.number("h1") is not None:
        return eid.ancestor("h2") or eid.ancestor("h1") or eid
    return eid.ancestor("para") or eid


def bodies_of(duties: Iterable[Duty]) -> frozenset[str]:
    """The bodies of the duties under the names that they have today."""
    return frozenset(name for duty in duties for body in duty.bodies for name in _today(body))


@lru_cache(maxsize=8192)
def _today(body: str) -> tuple[str, ...]:
    return canonical(body)


def act_words(text: ReadText, duty: Duty) -> str:
    """What is to be done, without bearer and words of form; for penalties and very short acts the whole sentence."""
    act = plain_act(duty.act or duty.quote.replace(duty.bearer, "", 1))
    if duty.role is not Role.ENFORCE and len(act) >= _SHORT:
        return act
    provision = text.version.provision(paragraph_of(duty.eid))
    low, high = (provision.start, provision.end) if provision else (duty.start, duty.end)
    start, end = sentence_span(text.version.text, duty.start, duty.end, low, high)
    if "下列" in text.version.text[start:end]:
        end = high
    return plain_act(text.version.text[start:end].replace(duty.bearer, "", 1))


def plain_act(words: str) -> str:
    """The words without those of form.

    >>> plain_act("应当依法建立犬只信息共享机制（以下简称机制）")
    '建立犬只信息共享机制'
    """
    return _NOISE.sub("", words)


def pairs_of(words: str) -> frozenset[str]:
    """The words as pairs of characters."""
    return frozenset(words[at : at + 2] for at in range(len(words) - 1))


def topic_likeness(one: str, other: str) -> float:
    """How far two instruments are about one thing, by the words of their titles.

    >>> [topic_likeness("养犬", other) for other in ("养犬", "城市养犬", "生活垃圾")]
    [1.0, 0.9, 0.0]
    >>> topic_likeness("城市", "城市绿化")
    0.0
    """
    short, long = sorted((one, other), key=len)
    if short == long:
        return 1.0
    if short in _WIDE:
        return 0.0
    if len(short) > 1 and _stands_in(short, long):
        return 0.9
    ours, theirs = pairs_of(one), pairs_of(other)
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 0.0


def _stands_in(short: str, long: str) -> bool:
    """电梯安全 stands in 电梯使用安全: at most as many characters more as it has itself, all in order."""
    rest = iter(long)
    return len(long) <= 2 * len(short) and all(sign in rest for sign in short)
