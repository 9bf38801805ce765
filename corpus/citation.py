"""Citation (引证): how a provision is named to people, as drafters write it: 《…条例》第六条第一款第（三）项."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from corpus.eid import EId
from corpus.numerals import NUMERAL, parse_numeral, write_numeral
from corpus.provision import ProvisionKind
from corpus.version import Version
from corpus.written_places import WrittenPlace, read_places, written_eid

_WRITTEN = re.compile(
    rf"""
    (?P<title>.*?)                                                  # 《…》 or a bare title, or nothing
    (?:第(?P<article>{NUMERAL})|(?P<digits>[0-9０-９]+))条             # 第六条, 30条; but 三条河流 is none
    (?:之(?P<insert>{NUMERAL}))?                                     # 第六条之一
    (?:第?(?P<paragraph>{NUMERAL})款)?                                # 第二款
    (?:第?[（(]?(?P<item>{NUMERAL})[）)]?项)?                          # 第（三）项
    (?:第?(?P<subitem>{NUMERAL})目)?                                  # 第1目
    """,
    re.X | re.S,
)


_QUOTES = "《》〈〉 　"
_Word = Callable[[str], str]


_HEADING = re.compile(
    rf"""
    (?P<title>.*?)                                                  # 《…意见》
    第(?P<h1>{NUMERAL})部分                                           # 第二部分
    (?:第?[（(](?P<h2>{NUMERAL})[）)]项?)?                             # 第（三）项
    (?:第?(?P<h3>{NUMERAL})点)?                                       # 第1点
    """,
    re.X | re.S,
)


@dataclass(frozen=True, slots=True)
class WrittenCitation:
    """A citation as somebody wrote it; ``eid`` is the place asked for, ``title`` empty where none stands.

    ``through`` is the last place of a range. ``is_loose`` tells an item written without its 款 (第六条第三项): ``eid``
    then says 第一款, and whether that is meant must be seen from the text.
    """

    title: str
    eid: EId
    start: int
    end: int
    through: EId | None = None
    is_loose: bool = False


def parse_citation(text: str) -> WrittenCitation | None:
    """The first citation with an article in ``text``, or None.

    >>> parse_citation("《杭州市燃气管理条例》第六条第一款第（三）项").eid
    'art_6__para_1__item_3'
    >>> parse_citation("杭州市物业管理条例30条2款").title
    '杭州市物业管理条例'
    >>> parse_citation("《栖澜市关于加强网格工作的意见》第二部分第（三）项第1点").eid
    'h1_2__h2_3__h3_1'
    """
    return _parse_article(text) or _parse_heading(text)


def parse_citations(text: str) -> tuple[WrittenCitation, ...]:
    """Every citation in ``text``; the places of a list share the title, a range has its last place in ``through``.

    >>> [one.eid for one in parse_citations("《栖澜市燃气管理条例》第六条第二款第（一）、（三）项")]
    ['art_6__para_2__item_1', 'art_6__para_2__item_3']
    >>> parse_citations("《栖澜市燃气管理条例》第八条至第十条")[0].through
    'art_10'
    """
    found: list[WrittenCitation] = []
    start = 0
    while (match := _WRITTEN.search(text, start)) is not None:
        places = read_places(text, match.end("title"))
        one = _parse_article(text[start : match.end()])
        if one is None:
            break
        title = re.sub(r"^[、，,；;]?(?:和|及|与|以及|或者?)?", "", one.title).strip(_QUOTES) if start else one.title
        title = title or (found[-1].title if found else "")
        if len(places) > 1 or (places and places[0].through):
            found.extend(_placed(title, place) for place in places)
        else:
            found.append(replace(one, title=title, start=one.start + start, end=one.end + start))
        start = max(match.end(), places[-1].end if places else 0)
    heading = () if found else _parse_heading(text)
    return tuple(found) or ((heading,) if heading else ())


def _placed(title: str, place: WrittenPlace) -> WrittenCitation:
    through = _full(written_eid(place.through)) if place.through else None
    written = written_eid(place.steps)
    return WrittenCitation(title, _full(written), place.start, place.end, through, _full(written) != written)


def _full(eid: EId) -> EId:
    """第六条第三项 with the 第一款 that it does not write."""
    head, item, rest = eid.partition("__item_")
    return EId(f"{head}__para_1{item}{rest}") if item and "para_" not in head else eid


def _parse_article(text: str) -> WrittenCitation | None:
    match = _WRITTEN.search(text)
    article = parse_numeral(match["article"] or match["digits"]) if match else None
    if match is None or article is None:
        return None
    inserted = parse_numeral(match["insert"] or "")
    eid = EId(f"art_{article}" if inserted is None else f"art_{article}-{inserted}")
    item = parse_numeral(match["item"] or "")
    paragraph = parse_numeral(match["paragraph"] or "") or (1 if item is not None else None)
    for step, number in (("para", paragraph), ("item", item), ("sub", parse_numeral(match["subitem"] or ""))):
        eid = eid.child(step, number) if number is not None else eid
    is_loose = item is not None and not match["paragraph"]
    return WrittenCitation(match["title"].strip(_QUOTES), eid, match.start(), match.end(), is_loose=is_loose)


def _parse_heading(text: str) -> WrittenCitation | None:
    match = _HEADING.search(text)
    first = parse_numeral(match["h1"]) if match else None
    if match is None or first is None:
        return None
    eid = EId(f"h1_{first}")
    for step in ("h2", "h3"):
        number = parse_numeral(match[step] or "")
        eid = eid.child(step, number) if number is not None else eid
    return WrittenCitation(match["title"].strip(_QUOTES), eid, match.start(), match.end())


def cite(title: str, eid: EId, version: Version | None = None) -> str:
    """The citation of ``eid``; 第一款 is left out where ``version`` shows that the article has only one paragraph.

    >>> cite("栖澜市网格化服务管理条例", EId("art_6-1__para_2__item_3"))
    '《栖澜市网格化服务管理条例》第六条之一第二款第（三）项'
    >>> cite("栖澜市关于加强网格工作的意见", EId("h1_2__h2_3__h3_1"))
    '《栖澜市关于加强网格工作的意见》第二部分第（三）项第1点'
    """
    steps = [(name, number.partition("~")[0]) for name, number in eid.steps]
    if version is not None and _is_sole_paragraph(eid, version):
        steps = [(name, number) for name, number in steps if name != "para"]
    if any(name.startswith("h") for name, _ in steps):
        steps = [(name, number) for name, number in steps if name != "para"]
    return f"《{title}》" + "".join(_WORDS[name](number) for name, number in steps)


def _is_sole_paragraph(eid: EId, version: Version) -> bool:
    article = eid.ancestor("art")
    if article is None:
        return False
    return sum(child.kind is ProvisionKind.PARAGRAPH for child in version.children(article)) == 1


def _numbered(before: str, after: str, *, arabic: bool = False) -> _Word:
    def word(number: str) -> str:
        base, _, inserted = number.partition("-")
        written = base if arabic else write_numeral(int(base))
        return f"{before}{written}{after}" + (f"之{write_numeral(int(inserted))}" if inserted else "")

    return word


_WORDS: dict[str, _Word] = {
    "pre": lambda _: "序言",
    "part": _numbered("第", "编"),
    "chp": _numbered("第", "章"),
    "sec": _numbered("第", "节"),
    "art": _numbered("第", "条"),
    "para": _numbered("第", "款"),
    "item": _numbered("第（", "）项"),
    "sub": _numbered("第", "目", arabic=True),
    "h1": _numbered("第", "部分"),
    "h2": _numbered("第（", "）项"),
    "h3": _numbered("第", "点", arabic=True),
    "h4": _numbered("第（", "）小点", arabic=True),
    "annex": _numbered("附件", "", arabic=True),
    "tab": _numbered("表", "", arabic=True),
    "row": _numbered("第", "行", arabic=True),
}
