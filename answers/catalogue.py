"""Catalogue (文件目录): the titles and territories of the corpus, to tell a text that is there from one that is not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from answers.pattern_table import word_list
from answers.segment import Word, segment
from corpus import Instrument, Level, Territory

_MARKS = str.maketrans("", "", "《》〈〉<>“”\"' 　·")
_REVISION = re.compile(r"[（(]\d{4}年?(?:修[正订]|修改|版|本)?[)）]$")
SUFFIXES = (
    "条例",
    "规定",
    "办法",
    "细则",
    "规则",
    "法",
    "意见",
    "方案",
    "通知",
    "决定",
    "准则",
    "清单",
    "规划",
    "章程",
)
"""How titles end. 法 stands before nothing that makes it a part of 法规, 法律 …: see ``names.py``."""

_MOST_LEFT_OVER = 0.4
"""A quoted title may leave out at most this share of the real one (《志愿条例》), or another text is meant."""


@dataclass(frozen=True)
class Catalogue:
    """Every instrument of the corpus."""

    instruments: tuple[Instrument, ...]

    def exactly(self, name: str) -> tuple[Instrument, ...]:
        """The instruments with this very title, whatever marks and edition stand around it."""
        return self._by_title.get(plain_title(name), ())

    def numbered(self, words: str) -> tuple[Instrument, ...]:
        """The instruments whose 文号 ends ``words``, whatever brackets stand round the year."""
        plain = _plain_number(words)
        numbers = ((_plain_number(i.document_number), i) for i in self.instruments if i.document_number)
        return tuple(instrument for number, instrument in numbers if plain.endswith(number))

    def resembling(self, name: str) -> tuple[Instrument, ...]:
        """The instruments whose title has the words of ``name`` in their order and ends like it, the closest ones only.

        栖澜网格条例 finds 栖澜市网格化服务管理条例; 土地管理法 never finds 土地管理法实施条例, whose ending is another.
        """
        listed = segment(plain_title(name))
        if not any(_is_telling(word) for word in listed):
            return ()
        words = [word.text for word in listed]
        fitting = [i for i in self.instruments if _spells(words, plain_title(i.title))]
        shortest = min((len(plain_title(i.title)) for i in fitting), default=0)
        return tuple(i for i in fitting if len(plain_title(i.title)) == shortest)

    def abridged(self, name: str) -> tuple[Instrument, ...]:
        """As ``resembling``, but only where little of the real title is left out."""
        plain = plain_title(name)
        return tuple(i for i in self.resembling(name) if _left_over(plain, i) <= _MOST_LEFT_OVER)

    @cached_property
    def by_id(self) -> dict[str, Instrument]:
        """The instruments by their id."""
        return {instrument.id: instrument for instrument in self.instruments}

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """Every plain title, longest first."""
        return tuple(sorted(self._by_title, key=len, reverse=True))

    @cached_property
    def _by_title(self) -> dict[str, tuple[Instrument, ...]]:
        found: dict[str, tuple[Instrument, ...]] = {}
        for instrument in self.instruments:
            title = plain_title(instrument.title)
            found[title] = (*found.get(title, ()), instrument)
        return found

    @cached_property
    def territories(self) -> tuple[Territory, ...]:
        """Every territory that issued something."""
        return tuple({i.territory.code: i.territory for i in self.instruments}.values())

    @cached_property
    def place_names(self) -> dict[str, tuple[Territory, ...]]:
        """Names under which people speak of those territories: 栖澜市 and 栖澜."""
        found: dict[str, tuple[Territory, ...]] = {}
        for territory in self.territories:
            for name in names_of(territory):
                found[name] = (*found.get(name, ()), territory)
        return found

    def covers(self, territory: Territory) -> bool:
        """Whether some local text of the corpus is law in ``territory``."""
        return any(t.level is not Level.NATIONAL and t.holds(territory) for t in self.territories)


def _plain_number(words: str) -> str:
    return re.sub(r"[〔〕\[\]（）()【】第\s]", "-", words)


def plain_title(title: str) -> str:
    """A title to compare by: no marks, no edition, no name of the state (实施《中华人民共和国工会法》办法).

    >>> plain_title("《中华人民共和国立法法》（2023年修正）")
    '立法法'
    """
    bare = _REVISION.sub("", title.strip().translate(_MARKS))
    return bare.replace("中华人民共和国", "") or bare


def names_of(territory: Territory) -> tuple[str, ...]:
    """The official name and, for a province or a city, the name without 省 or 市.

    >>> names_of(Territory("33", "云岫省", Level.PROVINCIAL, ("云岫省",)))
    ('云岫省', '云岫')
    """
    if territory.level is Level.NATIONAL:
        return ()
    short = _TAIL.sub("", territory.name)
    is_known_by_short = territory.level in (Level.PROVINCIAL, Level.MUNICIPAL) and len(short) > 1
    return (territory.name, short) if is_known_by_short and short != territory.name else (territory.name,)


_TAIL = re.compile(r"(?:省|市|特别行政区|(?:维吾尔|壮族|回族)?自治区|地区|盟|[一-鿿]{1,3}族自治州|自治州)$")


def _is_telling(word: Word) -> bool:
    """A place or 管理 does not tell one title from another."""
    return word.text not in word_list("generic") and len(word.text) > 1 and not word.flag.startswith("ns")


def _ending(title: str) -> str:
    return next((suffix for suffix in SUFFIXES if title.endswith(suffix)), "")


def _spells(words: Iterable[str], title: str) -> bool:
    """Whether ``title`` has ``words`` in order, and both end with the same kind of text."""
    listed = list(words)
    if _ending("".join(listed)) != _ending(title):
        return False
    position = 0
    for word in listed:
        at = title.find(word, position)
        if at < 0:
            return False
        position = at + len(word)
    return True


def _left_over(plain: str, instrument: Instrument) -> float:
    real = len(plain_title(instrument.title))
    return (real - len(plain)) / real
