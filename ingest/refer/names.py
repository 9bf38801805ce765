"""Names of instruments in running text: 《…》, 本条例, 该办法, short names (以下简称…), bare ones (刑法第八条)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from ingest.pattern_table import read_table

_KINDS = "法典|法|条例|规定|办法|细则|规则|决定|解释"
OWN = re.compile(
    r"本(?:《(?P<quoted>[^《》]{1,12})》"
    r"|(?:实施|暂行)?(?:法典|法|条例|办法|规定|细则|规则|决定|解释|章程|意见|通知|批复|制度|方案|准则|公约|规范|规程|纲要|标准|指南|指引|守则|计划)"
    r"(?!律|院|庭|官|人|定|学|系统|》))"
)
"""本法, 本条例, 本《规定》: the text itself."""
TITLE = re.compile(r"《(?P<title>(?:[^《》\n]|《[^《》\n]{1,60}》){2,80})》")
"""《…》, with one title inside: 《云岫省实施〈巡护法〉办法》."""
DEFINED = re.compile(
    r"[（(](?:以下|下)(?:统|简)?称(?:为)?[:：]?(?P<open>[“\"《]?)(?P<name>[^”\"》（）()\n]{1,30})[”\"》]?[）)]"
)
"""（以下简称“…”） right behind a title."""
_BRACKET = re.compile(r"[（(][^）)《》\n]{0,40}[）)]")
_STATE = "中华人民共和国"
_BARE = re.compile(
    rf"[一-鿿（）()〇○]{{1,50}}(?<![本该方办做违合依执立守])(?<!(?<!公)司)(?:{_KINDS}|法例|修正案|公约|议定书|协定|条约|章程|通则)(?:[（(][一-鿿0-9]{{1,8}}[）)])?$"
)
_HALVES = ("法总则", "法分则")
_SHORTEST = ("刑法", "宪法", "民法典")
"""No other title ends in one of these."""
_PART = re.compile(r"(?:(?<!法)分则|(?<!法)总则|附则|附件|附录|附表|合同|协议|修订本|清单|目录|名录)$")


@dataclass(frozen=True, slots=True)
class Names:
    """The short names that a text gives to instruments, the titles that it names, and where it only gives a name."""

    short: Mapping[str, str] = field(default_factory=dict)
    named: tuple[tuple[int, str], ...] = ()
    definitions: frozenset[int] = frozenset()

    def full(self, title: str) -> str:
        """The title behind a short name that the text has introduced, else ``title`` itself."""
        return self.short.get(title, title)

    def last(self, word: str, before: int) -> str | None:
        """The latest title before an offset that ends in ``word`` (条例 of 该条例), or None."""
        for position in range(bisect_left(self.named, (before, "")) - 1, -1, -1):
            if self.named[position][1].endswith(word):
                return self.named[position][1]
        return None


def read_names(text: str) -> Names:
    """Every title in 《》 of a text, and each short name that stands in （以下简称…） behind one.

    >>> read_names("根据《栖澜市河湖巡护条例》（以下简称“巡护条例”）").full("巡护条例")
    '栖澜市河湖巡护条例'
    """
    short: dict[str, str] = {}
    named: list[tuple[int, str]] = []
    definitions: set[int] = set()
    for match in TITLE.finditer(text):
        title = match["title"]
        named.append((match.start(), short.get(title, title)))
        defined = DEFINED.match(text, match.end()) if text[match.end() : match.end() + 1] in ("（", "(") else None
        if defined is not None:
            short.setdefault(defined["name"].strip('《》“”" '), title)
            definitions.add(text.find("《", defined.start(), defined.end()))
    return Names(short, tuple(named), frozenset(definitions))


def after_bracket(text: str, end: int) -> int:
    """Behind 《…》 a bracket, 的 or 中 may stand before the place: 《…》（2019年修订）第三条, 《…》的第三条."""
    bracket = _BRACKET.match(text, end)
    end = bracket.end() if bracket is not None else end
    return end + 1 if text[end : end + 2] in ("的第", "中第") else end


def bare_name(text: str, end: int, names: Names) -> tuple[str, int] | None:
    """The name of an instrument without 《》 that ends at ``end``, and where it starts; "" for one that is no title.

    >>> bare_name("有违反道路交通安全法第九条", 10, Names())
    ('道路交通安全法', 3)
    >>> bare_name("行为违反第九条", 4, Names()) is None
    True
    """
    window = text[max(0, end - 40) : end]
    run = re.search(r"[一-鿿（）()〇○]+$", window)
    if run is None:
        return None
    words = run[0]
    for short in names.short:
        if words.endswith(short):
            return names.short[short], end - len(short)
    if _PART.search(words):
        return "", end
    if words.endswith(_HALVES):
        inner = bare_name(text, end - 2, names)
        return inner if inner is not None else ("", end)
    if not _BARE.search(words):
        return None
    name = _cut(words)
    return (name, end - len(name)) if len(name) > 1 else None


@cache
def _before_names() -> re.Pattern[str]:
    """What stands before a name and is none of it, as the table has it."""
    return re.compile("|".join(row.pattern.pattern for row in read_table("refer/before_names")))


def _cut(words: str) -> str:
    """The words behind the last one that can be no part of a name."""
    if words.endswith(_SHORTEST):
        return next(name for name in _SHORTEST if words.endswith(name))
    start = 0
    # 中华人民共和国 holds 和 and is a part of names.
    for match in _before_names().finditer(words.replace(_STATE, "＃" * len(_STATE))):
        if match.end() < len(words) - 1:
            start = match.end()
    name = words[start:]
    if _STATE in name:
        return name[name.rindex(_STATE) :]
    # A bracket that closes or opens before the name: （一）民事诉讼法第…条.
    name = re.sub(r"^[^（）()]*[)）]", "", re.sub(r"^[（(][^（）()]*[)）]", "", name))
    return name[name.rfind("（") + 1 :] if name.count("（") > name.count("）") else name
