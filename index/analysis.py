"""What a question says about where its answer stands: a citation, a title of the corpus, a place; with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus import NUMERAL, EId, Territory, parse_citation
from index.places import PlaceBook
from index.titles import NamedTitle, TitleBook

_CITED = re.compile(rf"第{NUMERAL}(?:条|部分)|^[》的里中，\s]*(?P<bare>{NUMERAL}条)")


@dataclass(frozen=True, slots=True)
class QueryAnalysis:
    """``instruments`` are the ids of those named, ``eid`` the provision cited, ``territories`` the places named.

    ``unknown_titles`` stand in 《》 but not in the corpus. ``reasons`` tells people why it was read so:
    「问题提到“栖澜市网格化服务管理条例”」.
    """

    text: str
    instruments: tuple[str, ...] = ()
    eid: EId | None = None
    territories: tuple[Territory, ...] = ()
    unknown_titles: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


def analyse(text: str, titles: TitleBook, places: PlaceBook) -> QueryAnalysis:
    """Read ``text`` with the titles and places that are known; what is not said stays empty."""
    named = titles.find(text)
    eid = _cited(text, named)
    territories = places.find(text)
    unknown = titles.unknown(text)
    reasons = (
        *(f"问题提到“{one.written}”" for one in named),
        *((f"问题引用条文 {eid}",) if eid is not None else ()),
        *(f"问题涉及{'/'.join(place.chain) or place.name}" for place in territories),
        *(f"语料库中没有《{title}》" for title in unknown),
    )
    instruments = tuple(dict.fromkeys(one for title in named for one in title.instruments))
    return QueryAnalysis(text, instruments, eid, territories, unknown, reasons)


def _cited(text: str, named: Iterable[NamedTitle]) -> EId | None:
    """The provision cited right behind a title of the corpus; 两条 of 两条狗 is no citation."""
    for one in named:
        rest = text[one.end :]
        match = _CITED.search(rest)
        if match is None:
            continue
        # Right behind a title 十五条 is short for 第十五条; anywhere else it may count things.
        written = f"第{rest[match.start('bare') :]}" if match["bare"] else rest[match.start() :]
        citation = parse_citation(written)
        if citation is not None:
            return citation.eid
    return None
