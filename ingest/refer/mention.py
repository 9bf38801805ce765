"""A mention (提及): the words that name an instrument, a nearby place, or both, and the places written behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum

from corpus import NUMERAL, WrittenPlace, read_places
from ingest.refer.names import OWN, TITLE, Names, after_bracket, bare_name

_NEARBY = re.compile(
    r"""
    (?P<back>前[一二两三四五六七八九十]?[款条项])
    | 本条(?P<within>前[一二两三四五六七八九十]?[款项])
    | (?P<this>本(?:条(?![例件约款])|款(?!项)|项(?=第|规定|所|的)(?!目)|章(?!程)|节(?!目|日)|编(?!制|号|码|办)))
    | (?P<same>(?<!各)[同该](?:条(?![例件约款])|款(?!项)|项(?!目))(?=第|规定|的规定|所列))
    """,
    re.X,
)
_THAT = re.compile(rf"该(?P<word>条例|法|办法|规定|细则|规则|决定|解释)(?=第[（(]?{NUMERAL}[）)]?[条章])")
# What a whole title must end in to be an official text's: 《营业执照》 and 《安全手册》 are papers.
_INSTRUMENT = re.compile(
    r"(?:法|法典|条例|规定|办法|细则|规则|决定|意见|方案|通知|解释|批复|答复|复函|纲要|准则|章程|公约|协定|条约|议定书|通则|通告|公告"
    r"|决议|命令|规程|规范|制度|修正案|守则|标准|目录|名录|规划|计划|大纲|指南|指引|若干问题|要点|清单|公报|指示|宪章|暂行规定)"
    r"(?:[（(][^（）()]{1,16}[）)])?$"
)


# 第三章规定的…, 第三章和第四章; a heading run into the text is followed by its name.
_AFTER_GROUP = re.compile("[的规第、和及与所中至到或，。；）关有适等“”]|以及")
_HALVES = {"总则": ("part", "1"), "分则": ("part", "2")}
"""刑法分则第三章: a code of two halves has its general part as 第一编."""
_GROUPS = ("part", "chp", "sec")


class Base(Enum):
    """What the places of a mention are counted from."""

    OWN = "this text"
    NAMED = "another instrument"
    BACK = "前款"
    THIS = "本条"
    SAME = "同条"
    BARE = "第二款"


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters ``start:end``; ``word`` is the 款 of 前两款, ``title`` the instrument named."""

    base: Base
    start: int
    end: int
    places: tuple[WrittenPlace, ...] = ()
    title: str | None = None
    word: str = ""
    is_no_reference: bool = False


def read_mention(text: str, at: int, names: Names) -> Mention | None:
    """What stands at the anchor ``at``, or None.

    >>> mention = read_mention("依照《栖澜市河湖巡护条例》第六条、第八条执行", 2, Names())
    >>> mention.title, len(mention.places), mention.end
    ('栖澜市河湖巡护条例', 2, 20)
    """
    match text[at]:
        case "《":
            return _titled(text, at, names)
        case "第":
            return _bare(text, at, names)
        case "本":
            return _own(text, at) or _nearby(text, at)
        case "该":
            return _that(text, at, names) or _nearby(text, at)
        case _:
            return _nearby(text, at)


def _titled(text: str, at: int, names: Names) -> Mention | None:
    match = TITLE.match(text, at)
    if match is None:
        return None
    title = names.full(match["title"])
    if at in names.definitions:
        return Mention(Base.NAMED, at, match.end(), (), title, is_no_reference=True)
    behind = after_bracket(text, match.end())
    places = read_places(text, behind) if text[behind : behind + 1] == "第" else ()
    if places:
        return Mention(Base.NAMED, at, places[-1].end, places, title)
    return Mention(Base.NAMED, at, match.end(), (), title, is_no_reference=_INSTRUMENT.search(title) is None)


def _bare(text: str, at: int, names: Names) -> Mention | None:
    places = read_places(text, at)
    if not places:
        return None
    end = places[-1].end
    if places[0].level in _GROUPS and (text[at - 1 : at] in ("", "\n") or not _AFTER_GROUP.match(text, end)):
        # A heading that the outline did not take for one.
        return Mention(Base.OWN, at, end, is_no_reference=True)
    if text[at - 1 : at] in ("", "\n", "“") and text[end : end + 1] in (" ", "　"):
        # The label of an article that an amending text quotes.
        return Mention(Base.OWN, at, end, is_no_reference=True)
    named = bare_name(text, at, names) if places[0].level in (*_GROUPS, "art") else None
    if named is None:
        base = Base.OWN if places[0].level in ("part", "chp", "sec", "art") else Base.BARE
        return Mention(base, at, end, places)
    title, start = named
    half = _HALVES.get(text[at - 2 : at])
    if half is not None and places[0].level in ("chp", "sec"):
        places = tuple(replace(place, steps=(half, *place.steps)) for place in places)
    return Mention(Base.NAMED, start, end, places, names.full(title) or None, is_no_reference=not title)


def _own(text: str, at: int) -> Mention | None:
    match = OWN.match(text, at)
    if match is None:
        return None
    behind = match.end() + (text[match.end() : match.end() + 2] in ("的第", "中第"))
    places = read_places(text, behind) if text[behind : behind + 1] == "第" else ()
    if not places:
        return Mention(Base.OWN, at, match.end(), is_no_reference=True)
    return Mention(Base.OWN, at, places[-1].end, places)


def _that(text: str, at: int, names: Names) -> Mention | None:
    match = _THAT.match(text, at)
    if match is None:
        return None
    places = read_places(text, match.end())
    title = names.last(match["word"], at)
    if not places or title is None:
        return None
    return Mention(Base.NAMED, at, places[-1].end, places, title)


def _nearby(text: str, at: int) -> Mention | None:
    match = _NEARBY.match(text, at)
    if match is None:
        return None
    back = match["back"] or match["within"]
    base = Base.BACK if back else Base.THIS if match["this"] else Base.SAME
    behind = match.end() + (text[match.end() : match.end() + 2] in ("的第", "中第"))
    behind = behind + 1 if text[behind : behind + 2] == "所列第" else behind
    places = read_places(text, behind) if text[behind : behind + 1] == "第" else ()
    end = places[-1].end if places else match.end()
    return Mention(base, at, end, places, word=back or match[0])
