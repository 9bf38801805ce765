"""Names of texts (文件名称) in a question: 《栖澜市网格条例》, 栖澜网格条例, and those not in the corpus."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answers.catalogue import SUFFIXES, Catalogue
from answers.segment import Word, segment
from corpus import Instrument


@dataclass(frozen=True, slots=True)
class NamedText:
    """``words`` at ``start:end`` name ``instruments``: none where unknown, several where it is in doubt."""

    words: str
    start: int
    end: int
    instruments: tuple[Instrument, ...]
    is_exact: bool = False


# 浙江省实施《工会法》办法: one title, not the law inside it; then plain 《…》.
_QUOTED = re.compile(
    r"""
    (?P<whole>[一-鿿]{2,12}?实施[《〈][^》〉]{2,60}[》〉](?:的?若干)?(?:办法|规定|条例|细则))
    | 《(?P<inner>[^》]{2,80})》
    """,
    re.X,
)
_GOES_ON = re.compile(r"^(?:实施(?:条例|办法|细则|意见|规定)|(?:司法)?解释)")
"""After a title these make it another one: 土地管理法 + 实施条例."""


def read_names(text: str, catalogue: Catalogue) -> tuple[NamedText, ...]:
    """Every text named in a question, in its order.

    A quoted name must be the title or nearly so; an unquoted one may be short (省网格条例). A name that looks official
    and is not in the corpus is given with no instrument: the question is about a text we do not have.
    """
    quoted = (*_quoted(text, catalogue), *_numbered(text, catalogue))
    rest = _blank(text, quoted)
    exact = tuple(_exact(rest, catalogue))
    short = tuple(_short(_blank(rest, exact), catalogue))
    return tuple(sorted((*quoted, *exact, *short), key=lambda name: name.start))


def _blank(text: str, names: tuple[NamedText, ...]) -> str:
    for name in names:
        text = text[: name.start] + "，" * (name.end - name.start) + text[name.end :]
    return text


def _quoted(text: str, catalogue: Catalogue) -> Iterator[NamedText]:
    for match in _QUOTED.finditer(text):
        words = match["whole"] or match["inner"]
        exact = catalogue.exactly(words)
        yield NamedText(words, match.start(), match.end(), exact or catalogue.abridged(words), bool(exact))


_NUMBER = re.compile(r"[一-鿿]{1,12}[〔\[（(【]\d{4}[〕\]）)】]第?\d+号")


def _numbered(text: str, catalogue: Catalogue) -> Iterator[NamedText]:
    """Texts named by their 文号: 栖政发〔2024〕6号."""
    for match in _NUMBER.finditer(text):
        found = catalogue.numbered(match[0])
        if found:
            yield NamedText(match[0], match.start(), match.end(), found, True)


def _exact(text: str, catalogue: Catalogue) -> Iterator[NamedText]:
    taken = text
    for title in catalogue.titles:
        at = taken.find(title)
        if at >= 0 and len(title) > 2 and not _GOES_ON.match(taken[at + len(title) :]):
            start = at - len(_STATE) if taken[:at].endswith(_STATE) else at
            yield NamedText(title, start, at + len(title), catalogue.exactly(title), True)
            taken = taken[:start] + "，" * (at + len(title) - start) + taken[at + len(title) :]


_STATE = "中华人民共和国"
# What may follow a name that ends in 规定, a word that is a verb as often as a noun.
_AFTER_NOUN = re.compile(r"^(?:第|里|中|规定|是|如何|怎么|[，。？！、；]|$)")
_NOT_A_SUFFIX = re.compile(r"法(?:规|律|院|定|人|制|治|官|庭)")


def _short(text: str, catalogue: Catalogue) -> Iterator[NamedText]:
    words = segment(text)
    last = 0
    for position, word in enumerate(words):
        if not word.text.endswith(SUFFIXES) or _NOT_A_SUFFIX.match(text[word.end - 1 :]):
            continue
        run = _run(words, position, last)
        name = _official(run, text, catalogue) or _abbreviated(run, catalogue)
        if name is not None:
            last = position + 1
            yield name


def _run(words: tuple[Word, ...], position: int, first: int) -> tuple[Word, ...]:
    """The words up to ``position`` that stand in one clause with it."""
    start = position
    while start > first and words[start - 1].flag != "x":
        start -= 1
    return words[start : position + 1]


_LEGAL = ("条例", "规定", "办法", "细则", "规则", "法")
"""Endings that make a title of whatever stands before; a 方案 or a 规划 may be any plan that is spoken of."""
_FUNCTION_FLAGS = ("r", "p", "u", "y", "d", "x")
_OFFICIAL_PLACE = re.compile(r"[一-鿿]{2,}(?:省|市|自治区|自治州|自治县|县|区|旗)")


def _official(run: tuple[Word, ...], text: str, catalogue: Catalogue) -> NamedText | None:
    """A name that begins with a whole place name and has no function word: known or not, it is a title."""
    end = run[-1].end
    begun = _place_at(run, text, catalogue)
    if begun is None or (run[-1].text == "规定" and not _AFTER_NOUN.match(text[end:])):
        return None
    if not text[:end].endswith(_LEGAL):
        return None
    start, after = begun
    rest = [word for word in run if word.start >= after]
    if len(rest) < 2 or any(word.flag.startswith(_FUNCTION_FLAGS) for word in rest):
        return None
    words = text[start:end]
    return NamedText(words, start, end, catalogue.exactly(words) or catalogue.abridged(words))


def _place_at(run: tuple[Word, ...], text: str, catalogue: Catalogue) -> tuple[int, int] | None:
    """Where the first whole place name of the run starts and ends."""
    known = (territory.name for territory in catalogue.territories if territory.chain)
    found = [(text.find(name, run[0].start, run[-1].end), len(name)) for name in (*known, _STATE)]
    spans = [(start, start + length) for start, length in found if start >= 0]
    spans.extend((word.start, word.end) for word in run if word.flag[0] == "n" and _OFFICIAL_PLACE.fullmatch(word.text))
    return min(spans, default=None)


def _abbreviated(run: tuple[Word, ...], catalogue: Catalogue) -> NamedText | None:
    """The longest end of the run that some title of the corpus spells: …湖州养犬规定, …省垃圾条例."""
    for start in range(len(run) - 1):
        words = "".join(word.text for word in run[start:])
        found = catalogue.resembling(words)
        if found:
            return NamedText(words, run[start].start, run[-1].end, found)
    return None
