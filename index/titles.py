"""TitleBook: which instruments of the corpus a question names, in 《》 or bare, in full or as people shorten."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from corpus import Instrument, short_title
from index.shortened import find_shortened

_QUOTED = re.compile(r"《(?P<title>[^《》]+(?:《[^《》]*》[^《》]*)*)》")
_IMPLEMENTING = re.compile(r"(?:实施|关于)《?$")  # what stands before a title that is only part of a longer one
_LONGER_NAME = re.compile(r"》?(?:实施(?:条例|办法|细则|规定|意见|方案)|修正案)")
_RULES = re.compile(r"》(?:若干)?(?:条例|办法|细则|规定|意见|方案)")
_PLACE = re.compile(r"^(?P<place>.{2,6}?)(?:特别行政区|自治区|自治州|自治县|省|市|县)(?=.)")
_MANAGEMENT = re.compile(r"(?:工作|监督)?管理(?=(?:若干)?(?:条例|规定|办法)$)")
_BARE_FROM = 4


@dataclass(frozen=True, slots=True)
class NamedTitle:
    """Characters ``start:end`` of the question name these instruments (several where places share a title)."""

    written: str
    instruments: tuple[str, ...]
    start: int
    end: int


class TitleBook:
    """The titles of a corpus. One inside a longer one does not count: 《土地管理法实施条例》 is not 《土地管理法》."""

    def __init__(self, instruments: Iterable[Instrument]) -> None:
        known = tuple(instruments)
        self._full = _by_form(known, _full_forms)
        self._named = (
            _by_form(known, _loose_forms) | self._full
        )  # a full title is never shared with another's short form

    def find(self, text: str) -> tuple[NamedTitle, ...]:
        """Every title named in ``text``, in its order; what stands in 《》 must be a whole title."""
        plain = _one_kind_of_quotes(text)
        whole = [m.span("title") for m in _QUOTED.finditer(plain)]
        taken: list[NamedTitle] = []
        for form in sorted((form for form in self._named if form in plain), key=len, reverse=True):
            for start in _positions(plain, form):
                end = start + len(form)
                is_free = all(end <= other.start or other.end <= start for other in taken)
                if is_free and _is_named(plain, start, end, whole):
                    taken.append(NamedTitle(form, self._named[form], start, end))
        if not taken:
            taken = [
                NamedTitle(plain[start:end], ids, start, end) for start, end, ids in find_shortened(plain, self._full)
            ]
        return tuple(sorted(taken, key=lambda named: named.start))

    def unknown(self, text: str) -> tuple[str, ...]:
        """The titles in 《》 that the corpus does not hold."""
        quoted = (m["title"] for m in _QUOTED.finditer(_one_kind_of_quotes(text)))
        return tuple(title for title in quoted if title not in self._named)


def _by_form(instruments: Iterable[Instrument], forms: Callable[[str], set[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for instrument in instruments:
        for form in forms(instrument.title):
            found.setdefault(form, set()).add(instrument.id)
    return {form: tuple(sorted(ids)) for form, ids in found.items()}


def _positions(text: str, form: str) -> Iterator[int]:
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + 1)


def _is_named(text: str, start: int, end: int, quoted: list[tuple[int, int]]) -> bool:
    before, is_implementing = text[:start], _IMPLEMENTING.search(text[:start]) is not None
    if (start, end) in quoted:
        return not (is_implementing and _RULES.match(text, end))
    if any(first <= start and end <= last for first, last in quoted):
        return False
    if is_implementing or _LONGER_NAME.match(text, end):
        return False
    # 刑法 and 宪法 are words of other words too; they count at the beginning or before 第…条.
    return end - start >= _BARE_FROM or not before or text.startswith("第", end)


def _full_forms(title: str) -> set[str]:
    plain = _one_kind_of_quotes(title)
    return {plain, short_title(plain)}


def _loose_forms(title: str) -> set[str]:
    """How people shorten it: 栖澜市养犬管理规定 → 栖澜养犬管理规定, 栖澜市养犬规定, 栖澜养犬规定."""
    short = short_title(_one_kind_of_quotes(title))
    placed = {short, _PLACE.sub(lambda m: m["place"], short)}
    return placed | {_MANAGEMENT.sub("", form) for form in placed}


def _one_kind_of_quotes(text: str) -> str:
    """〈〉 inside 《》 as 《》, character for character."""
    return text.translate(str.maketrans("〈〉", "《》"))
