"""Titles as references write them: which instruments of the corpus a name means, whole titles only.

《土地管理法实施条例》 is never 《土地管理法》, 《浙江省实施〈工会法〉办法》 never 《工会法》, and one city's rules are
never another's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from corpus.instrument import Instrument

_MARKS = str.maketrans("〈〉＜＞()", "《》《》（）", " \u3000\t\n")
_YEAR = re.compile(
    r"（(?:[0-9]{4}[-年][^（）]{0,20}|[0-9]{4}|[^（）]{0,12}(?:修正|修订|修正本|修订本|修改)[^（）]{0,6})）$"
)
_STATE = "中华人民共和国"
_ISSUER = re.compile(
    r"^(?:(?:最高人民法院|最高人民检察院|国务院办公厅|国务院|全国人民代表大会常务委员会|全国人民代表大会|全国人大常委会"
    r"|[一-鿿]{1,8}部|[一-鿿]{1,10}(?:总局|委员会))[、和]?)+(?=关于)"
)
_KIND = re.compile(r"(?:法典|(?<!办)法|条例|规定|办法|细则|规则|决定|解释)(?:（[^（）]*）)?$")
_PLACE = re.compile(r"^[一-鿿]{2,7}?(?:特别行政区|自治区|自治州|自治县|省|市|县|区|州)")
_FORM = re.compile("服务|监督|管理|工作|若干")
_LEAST = 2


@lru_cache(maxsize=65536)
def plain_title(title: str) -> str:
    """A title as it is compared: no state's name, no year of amendment, one kind of brackets, no 《》, no blanks.

    >>> plain_title("《中华人民共和国 工会法》（2021年修正）") == plain_title("工会法")
    True
    >>> plain_title("浙江省实施〈中华人民共和国工会法〉办法")
    '浙江省实施工会法办法'
    """
    plain = title.translate(_MARKS)
    plain = _YEAR.sub("", plain)
    plain = plain.replace(f"《{_STATE}", "《").removeprefix(_STATE)
    return plain.replace("《", "").replace("》", "") or title


class TitleIndex:
    """The titles of a corpus, read once."""

    def __init__(self, instruments: Iterable[Instrument]) -> None:
        self.instruments = tuple(instruments)
        self._exact = _grouped(self.instruments, lambda one: plain_title(one.title))
        self._unissued = _grouped(self.instruments, lambda one: _ISSUER.sub("", plain_title(one.title)))
        self._parts = _grouped((one for one in self.instruments if _whole(one)), _whole)

    def exactly(self, title: str) -> tuple[Instrument, ...]:
        """The instruments of this title; else of this title but for the court or ministry in front (关于…的解释)."""
        plain = plain_title(title)
        return self._exact.get(plain) or self._unissued.get(_ISSUER.sub("", plain), ())

    def parts(self, title: str) -> tuple[Instrument, ...]:
        """The texts of a code that is kept in parts: 民法典 总则, 民法典 合同编 for 民法典."""
        return self._parts.get(plain_title(title), ())

    def sisters(self, instrument: Instrument) -> tuple[Instrument, ...]:
        """The other parts of the code that ``instrument`` is a part of."""
        return tuple(one for one in self._parts.get(_whole(instrument), ()) if one.id != instrument.id)

    def ending(self, title: str) -> tuple[Instrument, ...]:
        """The instruments whose title is this one with a place's name before it; whether one is meant is not known."""
        plain = plain_title(title)
        return tuple(
            one for one in self.instruments if (full := plain_title(one.title)).endswith(plain) and _PLACE.match(full)
        )

    def abbreviated(self, name: str) -> tuple[Instrument, ...]:
        """The instruments that a shortened name may mean: its characters in order, from the title's (or its subject's)
        first, and the same kind: 物业条例 may be 杭州市物业管理条例, 税收征管法 is 税收征收管理法.
        """
        plain = plain_title(name)
        kind = _KIND.search(plain)
        if kind is None or kind.start() < _LEAST:
            return ()
        return tuple(one for one in self.instruments if _shortens(plain, kind[0], plain_title(one.title)))


def is_same_but_for_form(name: str, title: str) -> bool:
    """Whether only words of form are left out: 养犬条例 for 养犬管理条例; 行政复议条例 is not 行政复议法实施条例."""
    return _FORM.sub("", plain_title(name)) == _FORM.sub("", plain_title(title))


def _shortens(name: str, kind: str, full: str) -> bool:
    match = _KIND.search(full)
    if match is None or match[0] != kind or ("实施" in full and "实施" not in name):
        return False
    starts = {0}
    place = _PLACE.match(full)
    if place is not None:
        starts.add(place.end())
    subject, short = full[: match.start()], name[: -len(kind)]
    return any(_is_subsequence(short, subject[start:]) for start in starts)


def _is_subsequence(short: str, full: str) -> bool:
    if not full.startswith(short[:1]):
        return False
    rest = iter(full)
    return all(character in rest for character in short)


def _whole(instrument: Instrument) -> str:
    """中华人民共和国民法典 合同编 is a part of 民法典; "" for a text that is no part."""
    head, blank, _ = instrument.title.partition(" ")
    return plain_title(head) if blank and head.endswith("法典") else ""


def _grouped(
    instruments: Iterable[Instrument], key: Callable[[Instrument], str]
) -> Mapping[str, tuple[Instrument, ...]]:
    grouped: dict[str, list[Instrument]] = {}
    for one in instruments:
        grouped.setdefault(key(one), []).append(one)
    return {name: tuple(found) for name, found in grouped.items()}
