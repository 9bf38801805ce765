"""Completeness (完整性): signs that a text is not whole, in short sentences for an official.

Copies break off, and a search in them finds less than the law says. What is judged is the form of the text: a 条例 or
办法 in articles tells when it comes into force, a 决定 or a 批复 need not, nor did drafters before 1990.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus import Provision, ProvisionKind, write_numeral
from ingest.characters import without_spaces
from ingest.line import Line, LineStyle
from ingest.marks import read_group
from ingest.structure.numbering import write_article

_COMMENCEMENT = re.compile(r"施行|生效|实施|执行|适用")
_DAY = re.compile(r"自|公布|发布|之日|施行|生效")
_NEEDS_COMMENCEMENT = re.compile(r"(?:法|条例|办法|规定|细则|规则)(?:[（(][^）)]{1,12}[）)])?$")
_NEEDS_NONE = re.compile(r"最高人民(?:法院|检察院)|宪法(?:[（(]|$)|修正案")
# …修正案（2018年）, …法典 物权编: one of several texts that are numbered as one.
_GOES_ON = re.compile(r"修正案|法典.{0,12}(?:编|附则)$")
_YEAR = re.compile(r"(?<![0-9])(1[89][0-9]{2}|20[0-9]{2})年")
_FIRST_YEAR_WITH_CLAUSE = 1990
_CLOSING_ARTICLES = 3
# A full stop alone may be missing behind 施行 or a date; other words that stop without one are cut.
_ENDS_OPEN = re.compile(r"[，、；：,;:]$|(?<![施执]行)(?<![年月日号印发效止])(?<=[\u4e00-\u9fff])$")
_SHORTEST_SENTENCE = 16
_TAIL = 12
_GROUPS = (ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.SECTION)
_RUNS = {
    ProvisionKind.HEADING1: "标题",
    ProvisionKind.HEADING2: "标题",
    ProvisionKind.ITEM: "列项",
    ProvisionKind.SUBITEM: "列项",
}
_MOST_REASONS = 12


def find_gaps(lines: Sequence[Line], provisions: Sequence[Provision]) -> tuple[str, ...]:
    """Why words of the text are probably missing, the gravest reason first; empty where nothing speaks for it."""
    main = [p for p in provisions if not p.eid.startswith("annex")]
    articles = [p for p in main if p.kind is ProvisionKind.ARTICLE]
    reasons = [
        *_tell_article_gaps(articles, goes_on=_GOES_ON.search(_title(lines)) is not None),
        *_tell_missing_chapters(lines, main),
        *(reason for reason, is_start in _list_gaps(main) if not is_start),
        *_tell_open_end(lines, main, articles),
        *_tell_commencement(lines, main, articles),
    ]
    more = len(reasons) - _MOST_REASONS
    return (*reasons[:_MOST_REASONS], *((f"另有{more}处编号不连续",) if more > 0 else ()))


def find_lost_labels(provisions: Sequence[Provision]) -> tuple[str, ...]:
    """Numbers that are missing where the words may all be there: a chapter's heading line, the （一） of a list."""
    main = [p for p in provisions if not p.eid.startswith("annex")]
    return (*_tell_chapter_gaps(main), *(reason for reason, is_start in _list_gaps(main) if is_start))


def _tell_article_gaps(articles: Sequence[Provision], goes_on: bool) -> Iterable[str]:
    """第五条 behind 第三条; a 修正案 or a book of a code goes on with the numbers of the one before it."""
    last = int((articles[0].eid.number("art") or "1").partition("-")[0]) - 1 if articles and goes_on else 0
    for article in articles:
        base = int((article.eid.number("art") or "0").partition("-")[0])
        if base > last + 1:
            missing = write_article(last + 1) + (f"至{write_article(base - 1)}" if base > last + 2 else "")
            yield f"缺少{missing}" + (f"（第一个条文是{article.label}）" if not last else "")
        last = base


def _tell_chapter_gaps(provisions: Sequence[Provision]) -> Iterable[str]:
    """第三章 behind 第一章; chapters may begin anew under each 编 or run on through them."""
    last = dict.fromkeys(_GROUPS, 0)
    for provision in provisions:
        kind = provision.kind
        if kind not in last or not provision.label:
            continue
        number = int((provision.eid.number(kind.value) or "0").partition("-")[0])
        if number > last[kind] + 1:
            unit = kind.chinese
            missing = f"第{write_numeral(last[kind] + 1)}{unit}"
            if number > last[kind] + 2:
                missing += f"至第{write_numeral(number - 1)}{unit}"
            yield f"没有找到{missing}的标题，请核对原文"
        last[kind] = number
        if kind is ProvisionKind.CHAPTER:
            last[ProvisionKind.SECTION] = 0


def _tell_missing_chapters(lines: Sequence[Line], provisions: Sequence[Provision]) -> Iterable[str]:
    """Chapters that the 目录 names and the text lacks."""
    present = {without_spaces(p.label) for p in provisions if p.kind in _GROUPS and p.label}
    if not present:
        return
    named = [
        without_spaces(mark.label)
        for line in lines
        if line.style is LineStyle.CONTENTS and (mark := read_group(line.text)) is not None
    ]
    missing = list(dict.fromkeys(label for label in named if label not in present))
    if missing:
        yield f"目录中的{'、'.join(missing)}在正文中没有"


def _list_gaps(provisions: Sequence[Provision]) -> Iterable[tuple[str, bool]]:
    """（三） behind （一） in one list or among the headings of one level; True where the list begins too late."""
    last: dict[str, tuple[int, str]] = {}
    for provision in provisions:
        if provision.kind not in _RUNS:
            continue
        family, _, written = provision.eid.rpartition("_")
        number = int(written if written.isdigit() else re.split("[-~]", written)[0])
        before, label = last.get(family, (0, ""))
        if number > before + 1:
            where = f"“{label}”之后是“{provision.label}”" if before else f"从“{provision.label}”开始"
            yield f"{_place(provision)}{_RUNS[provision.kind]}编号{where}", not before
        last[family] = (number, provision.label)


def _place(provision: Provision) -> str:
    article = provision.eid.number("art")
    return f"{write_article(*map(int, article.split('-')))}的" if article is not None else ""


def _tell_open_end(
    lines: Sequence[Line], provisions: Sequence[Provision], articles: Sequence[Provision]
) -> Iterable[str]:
    """The last line of a text in articles or headings stops without a full stop."""
    if not provisions or not (articles or any(p.kind in _RUNS for p in provisions)):
        return
    end = max(p.end for p in provisions)
    last = next((line for line in reversed(lines) if line.end == end), None)
    if last is None or last.style is not LineStyle.BODY or len(last.text) < _SHORTEST_SENTENCE:
        return
    if _ENDS_OPEN.search(last.text):
        yield f"文末一句没有写完（“…{last.text[-_TAIL:]}”）"


def _tell_commencement(
    lines: Sequence[Line], provisions: Sequence[Provision], articles: Sequence[Provision]
) -> Iterable[str]:
    if not articles or not _needs_commencement(lines):
        return
    first = articles[max(0, len(articles) - _CLOSING_ARTICLES)].start
    closing = [p for p in provisions if first <= p.start]
    if any(_COMMENCEMENT.search(p.text) and _DAY.search(p.text) for p in closing) or _ends_in_rules(provisions):
        return
    yield f"文末没有施行日期条款（止于{articles[-1].label}），文本可能不完整"


def _needs_commencement(lines: Sequence[Line]) -> bool:
    """A regulation that is not a court's, not the constitution's, and younger than the habit of saying so."""
    title = _title(lines)
    if _NEEDS_NONE.search(title) or (title and not _NEEDS_COMMENCEMENT.search(title)):
        return False
    history = " ".join(line.text for line in lines if line.style is LineStyle.HISTORY)
    years = [int(year) for year in _YEAR.findall(history)]
    return not years or min(years) >= _FIRST_YEAR_WITH_CLAUSE


def _title(lines: Sequence[Line]) -> str:
    return without_spaces("".join(line.text for line in lines if line.style is LineStyle.TITLE))


def _ends_in_rules(provisions: Sequence[Provision]) -> bool:
    """A text that has come to its 附则 has not broken off."""
    last = next((p for p in reversed(provisions) if p.kind in _GROUPS), None)
    return last is not None and without_spaces(last.heading) in ("附则", "附則")
