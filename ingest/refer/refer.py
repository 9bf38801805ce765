"""References (引用): 《…条例》第六条第一款, 本办法第五条第二款第（三）项, 第十条, 前款."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus import NUMERAL, EId, Provision, ProvisionKind, Reference, parse_numeral
from ingest.frozen import Frozen

_FORM = re.compile(
    rf"""
    (?: 《(?P<title>(?:[^《》]|《[^《》]*》){{2,80}})》(?:[（(][^）)]{{0,30}}[）)])?      # 《…条例》（以下简称…）
      | (?P<own>本(?:条例|法|办法|规定|细则|规则|决定|解释)) )?
    (?: 第(?P<article>{NUMERAL})条(?:之(?P<insert>{NUMERAL}))?
        (?:第(?P<paragraph>{NUMERAL})款)?
        (?:第[（(]?(?P<item>{NUMERAL})[）)]?项)?
        (?:第(?P<subitem>{NUMERAL})目)?
      | (?P<before>前(?:款|条|[两二三四五]款|[两二三四五]条|项)) )
    | 《(?P<whole>(?:[^《》]|《[^《》]*》){{2,80}}(?:法|条例|规定|办法|细则|规则|决定|意见|方案|通知))》
    """,
    re.X,
)


@dataclass(frozen=True, slots=True)
class FoundReferences(Frozen):
    """The references of each text of a file, as the pipeline hands them on."""

    references: tuple[tuple[Reference, ...], ...]


_UNKNOWN = "文中没有这一条款"
_OUTSIDE = "引用其他文件，入库后核对"
_TOP = "前面没有可指的条款"


def find_references(text: str, provisions: Sequence[Provision]) -> tuple[Reference, ...]:
    """Every reference in the provisions of a text, in order.

    Within this text the target must exist; a reference into another instrument keeps its title and its place as
    written, to be checked against the corpus.
    """
    known = {provision.eid: provision for provision in provisions}
    return tuple(
        reference
        for match in _FORM.finditer(text)
        if (source := _holder(provisions, match.start())) is not None and match.start() > source.start + _label(source)
        for reference in _read(match, source, known)
    )


def _label(provision: Provision) -> int:
    return len(provision.label) - 1 if provision.kind is ProvisionKind.ARTICLE else -1


def _holder(provisions: Sequence[Provision], offset: int) -> Provision | None:
    """The innermost provision whose span holds ``offset``; provisions stand in the order of the text."""
    low, high = 0, len(provisions)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if provisions[middle].start <= offset else (low, middle)
    for provision in reversed(provisions[max(0, low - 400) : low]):
        if provision.start <= offset < provision.end:
            return provision
    return None


def _read(match: re.Match[str], source: Provision, known: Mapping[EId, Provision]) -> Iterator[Reference]:
    start, end, quote = match.start(), match.end(), match[0]
    title = match["title"] or match["whole"]
    if match["whole"]:
        yield Reference(source.eid, start, end, quote, title, None, _OUTSIDE)
    elif match["before"]:
        target = _before(match["before"], source.eid, known)
        yield Reference(source.eid, start, end, quote, None, target, "" if target is not None else _TOP)
    else:
        target = _written(match)
        if title:
            yield Reference(source.eid, start, end, quote, title, target, _OUTSIDE)
        elif target is not None:
            yield Reference(source.eid, start, end, quote, None, target, "" if target in known else _UNKNOWN)


def _written(match: re.Match[str]) -> EId | None:
    article = parse_numeral(match["article"] or "")
    if article is None:
        return None
    insert = parse_numeral(match["insert"] or "")
    eid = EId(f"art_{article}" if insert is None else f"art_{article}-{insert}")
    item = parse_numeral(match["item"] or "")
    paragraph = parse_numeral(match["paragraph"] or "") or (1 if item is not None else None)
    for step, number in (("para", paragraph), ("item", item), ("sub", parse_numeral(match["subitem"] or ""))):
        eid = eid.child(step, number) if number is not None else eid
    return eid


def _before(word: str, source: EId, known: Mapping[EId, Provision]) -> EId | None:
    """前款 is the paragraph before this one, 前条 the article, 前项 the item before; 前两款 begins two before."""
    step = {"款": "para", "条": "art", "项": "item"}[word[-1]]
    back = parse_numeral(word[1:-1]) or 1
    here = source.ancestor(step)
    if here is None or here not in known:
        return None
    siblings = [eid for eid, one in known.items() if one.kind is known[here].kind and eid.parent == here.parent]
    position = siblings.index(here) - back
    return siblings[position] if position >= 0 else None
