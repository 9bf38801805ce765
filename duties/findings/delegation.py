"""Delegation (配套规定的要求): a provision that orders somebody to make the implementing rule, and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus import NUMERAL, parse_numeral
from duties.findings.act import plain_words
from duties.findings.paragraphs import Paragraph

_RULE = r"(?:实施条例|办法|细则|具体规定|管理规定)"
_MAKER = r"(?P<maker>(?:国务院|省、自治区、直辖市|省|自治区|设区的市|市|县|区|各级|县级以上)[^，。；：]{0,60}?)"
_LEFT_TO = re.compile(
    rf"(?P<what>[^，。；：\n]{{0,60}}{_RULE})(?:[^，。；：\n]{{0,6}})，?由{_MAKER}(?:制定|制订|规定)(?!的)"
)
_ORDERED = re.compile(rf"(?:^|[。；，\n])\s*{_MAKER}(?:制定|制订)(?P<what>[^，。；：\n]{{0,30}}?{_RULE})(?=[，。；]|$)")
_AFTER_MAKER = re.compile(
    r"(?:会同|商(?![务业标品贸])|应当|根据|依照|依据|按照|结合|参照|负责|另行|组织|自本|和国务院|、国务院(?!、)|、省|分别|统一|共同)"
    r".*$"
)
_MAY = re.compile(r"可以[^，。；]{0,60}(?:制定|制订|规定)|必要时")
_TERM = re.compile(
    rf"自?本(?:法|条例|办法|规定|细则|方案|意见)(?:施行|实施|公布|印发)之日起(?P<number>{NUMERAL})(?P<unit>个月|年|日)内"
)
_BARE = re.compile(
    r"^(?:(?:前款|前项|上述|其|以上|该|规定|的|具体|实施|管理|另行|步骤|年限|范围|标准|程序)|[和、与])*$"
)
_EMPTY = re.compile(r"有关|其他|的|相关|具体")
_WHOLE = re.compile(r"^(?:施行|实施|执行)?本(?:法|条例|办法|规定)(?:施行|实施|执行)?(?:的(?:具体)?步骤和?)?$")
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Delegation:
    """``maker`` is to make the rule about ``subject``; ``quote`` orders it, ``own_term`` is the time that it sets."""

    paragraph: Paragraph
    maker: str
    subject: str
    quote: str
    own_term: tuple[int, str] | None

    def due_on(self, start: date) -> date:
        """The last day for the rule of a text in force from ``start``; a year where the text sets no time.

        >>> add_term(date(2024, 3, 1), (6, "个月"))
        datetime.date(2024, 9, 1)
        """
        return add_term(start, self.own_term or (1, "年"))


def add_term(start: date, term: tuple[int, str]) -> date:
    """``start`` and so many days, months or years."""
    number, unit = term
    if unit == "日":
        return date.fromordinal(start.toordinal() + number)
    months = start.month - 1 + number * (_MONTHS_A_YEAR if unit == "年" else 1)
    return date(start.year + months // _MONTHS_A_YEAR, months % _MONTHS_A_YEAR + 1, min(start.day, 28))


def delegations(paragraphs: tuple[Paragraph, ...]) -> Iterator[Delegation]:
    """The delegations of a text, one for each paragraph; what it only allows (可以制定) is none."""
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            match = _LEFT_TO.search(sentence.text) or _ORDERED.search(sentence.text)
            if match is not None and not _MAY.search(sentence.text):
                quote = sentence.text.strip("。；")
                subject = _subject(match["what"], paragraph.text[: sentence.start - paragraph.start])
                maker = _AFTER_MAKER.sub("", match["maker"])
                yield Delegation(paragraph, maker, subject, quote, _own_term(quote))
                break


def _own_term(sentence: str) -> tuple[int, str] | None:
    found = _TERM.search(sentence)
    number = parse_numeral(found["number"]) if found is not None else None
    return (number, found["unit"]) if found is not None and number is not None else None


def _subject(what: str, before: str) -> str:
    """What the rule is to be about: its own words, or for a bare 具体办法 all that the paragraph says before, nothing
    for a rule on the whole text."""
    about = re.sub(rf"{_RULE}$", "", what)
    about = re.sub(r"(?:的)?(?:具体|实施|管理)?(?:的)?$", "", about)
    if _WHOLE.match(about):
        return ""
    return plain_words(_EMPTY.sub("", before if _BARE.match(about) else about))
