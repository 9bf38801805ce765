"""Marks (序号): the label at the head of a line, 第三章, 第六条之一, 一、, （一）, 1., ①, as it could be read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from corpus import NUMERAL as SMALL_NUMERAL
from corpus import ProvisionKind, parse_numeral

# Compilations run past 第九千九百九十九条.
NUMERAL = SMALL_NUMERAL.replace("千", "千万")
# A layout that spreads its labels (第 十 二 条) has blanks inside the numeral too.
_SPACED = rf"{NUMERAL}(?:\s{NUMERAL})*"

_GROUP_KINDS = {
    "编": ProvisionKind.PART,
    "編": ProvisionKind.PART,
    "篇": ProvisionKind.PART,
    "部分": ProvisionKind.PART,
    "章": ProvisionKind.CHAPTER,
    "节": ProvisionKind.SECTION,
    "節": ProvisionKind.SECTION,
}
_GROUP = re.compile(
    rf"""
    # 第三章, 第一分编
    (?P<label>第\s?(?P<number>{_SPACED})\s?分?(?P<word>[编編篇章节節]|部分)(?:之(?P<insert>{NUMERAL}))?)
    [\s:：]*
    (?P<heading>[^。；;，,]{{0,60}})                                    # its name; a sentence is no heading
    """,
    re.X,
)
_ARTICLE = re.compile(
    rf"""
    (?P<label>第\s?(?P<number>{_SPACED})\s?[条條](?:之(?P<insert>{NUMERAL}))?)    # 第六条之一, 第 六 条
    (?P<gap>[\s:：]*)
    (?P<heading>【[^】]{{1,40}}】|\[[^\]]{{1,40}}\]|〔[^〕0-9]{{1,40}}〕          # 【适用范围】
              |（[^）（]{{2,30}}）(?=[\s　]|$))?                                   # （适用范围）
    [\s　]*
    """,
    re.X,
)
# 第十条规定的…, 第十条、第十一条, 第十条第二款: the head of a reference, not of an article.
_REFERENCE = re.compile(
    r"(?:规定|之规定|的|所|第|、|和|至|及|或|与|以[及外上下]|款|项|，|,|。|；|》|”|」|）|\)|修改为|增加|删去"
    # 第十条中的…, but not 第十条中级人民法院…: scans and old files lose the blank behind the label.
    r"|中(?!华|央|级|小|外|医|药|等|学|介|标|止|国(?!务|家)))"
)

# Behind a blank an article's own words may begin with 中华…, 以…, 和…; only these still say that it is a reference.
_SPACED_REFERENCE = re.compile(rf"规定的|之规定|的|第{NUMERAL}[款项条條]|[、，,。；》”」）)]|修改为|增加|删去")


@dataclass(frozen=True, slots=True)
class GroupMark:
    """第三章 服务与监督."""

    kind: ProvisionKind
    label: str
    number: str
    heading: str


@dataclass(frozen=True, slots=True)
class ArticleMark:
    """第六条之一 at the head of a line; ``body`` is the offset of the text after label and bracket heading.

    ``is_certain`` is False where only the run of numbers can tell an article from a reference (第十条为了…).
    """

    label: str
    number: str
    heading: str
    body: int
    is_certain: bool


class ListStyle(StrEnum):
    """How a list or a policy heading is numbered, outermost form first; 1） counts as （1）."""

    IDEOGRAPH = "一、"
    BRACKETED = "（一）"
    ARABIC = "1."
    ARABIC_BRACKETED = "（1）"
    CIRCLED = "①"


@dataclass(frozen=True, slots=True)
class ListMark:
    """（三） at the head of a line; ``body`` is the offset of the text after it."""

    style: ListStyle
    label: str
    number: int
    body: int


_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_HAN_NUMBER = "[零〇一二三四五六七八九十百]+"
# （一）、 is a label too, （一）、（二）项 is a reference.
_BRACKETED = re.compile(rf"(?P<label>[（(〔]\s?(?P<number>{_HAN_NUMBER})\s?[）)〕](?![、．.]\s?[（(〔])[、．.]?)\s*")
_IDEOGRAPH = re.compile(
    rf"(?P<label>(?P<number>{_HAN_NUMBER})\s?(?:[、．]|\.(?![一二三四五六七八九十])))\s*(?![一二三四五六七八九十][、级类])"
)
_ARABIC = re.compile(r"(?P<label>(?P<number>[0-9０-９]{1,3})(?:[．、]|\.(?![0-9])))\s*")
_ARABIC_BRACKETED = re.compile(r"(?P<label>[（(]?\s?(?P<number>[0-9０-９]{1,3})\s?[）)])\s*")
_CIRCLE = re.compile(rf"(?P<label>(?P<number>[{_CIRCLED}]))\s*")
_WITH_ARABIC = ((ListStyle.ARABIC, _ARABIC), (ListStyle.ARABIC_BRACKETED, _ARABIC_BRACKETED))
_IN_BRACKETS = ((ListStyle.BRACKETED, _BRACKETED), (ListStyle.ARABIC_BRACKETED, _ARABIC_BRACKETED))
# Most lines are prose: the first character alone says which forms can stand here at all.
_LISTS = {
    **dict.fromkeys("（(", _IN_BRACKETS),
    "〔": ((ListStyle.BRACKETED, _BRACKETED),),
    **dict.fromkeys("零〇一二三四五六七八九十百", ((ListStyle.IDEOGRAPH, _IDEOGRAPH),)),
    **dict.fromkeys("0123456789０１２３４５６７８９", _WITH_ARABIC),
    **dict.fromkeys(_CIRCLED, ((ListStyle.CIRCLED, _CIRCLE),)),
}


def read_group(text: str) -> GroupMark | None:
    """The heading of a 编, 章 or 节, or None.

    >>> read_group("第三章 服务与监督")
    GroupMark(kind=<ProvisionKind.CHAPTER: 'chp'>, label='第三章', number='3', heading='服务与监督')
    >>> read_group("第三章规定的期限，自受理之日起计算。") is None
    True
    """
    if not text.startswith("第"):
        return None
    match = _GROUP.fullmatch(text)
    number = _number(match["number"], match["insert"]) if match else None
    if match is None or number is None or match["heading"].startswith(("规定", "的")):
        return None
    return GroupMark(_GROUP_KINDS[match["word"]], match["label"], number, _spread(match["heading"]))


def read_article(text: str) -> ArticleMark | None:
    """The article label at the head of ``text``, or None where none stands or it is plainly a reference.

    >>> read_article("第六条之一 【网格设置】网格按照…").number
    '6-1'
    >>> read_article("第十条规定的期限届满后") is None, read_article("第二条中的“规划”") is None
    (True, True)
    >>> read_article("第二条中级人民法院管辖下列案件：").label
    '第二条'
    """
    if not text.startswith("第"):
        return None
    match = _ARTICLE.match(text)
    number = _number(match["number"], match["insert"]) if match else None
    if match is None or number is None:
        return None
    is_separate = bool(match["gap"] or match["heading"] or match.end() == len(text))
    if not is_separate and _REFERENCE.match(text, match.end()):
        return None
    certain = is_separate and not _SPACED_REFERENCE.match(text, match.end())
    return ArticleMark(match["label"], number, (match["heading"] or "")[1:-1], match.end(), certain)


def read_list(text: str) -> ListMark | None:
    """The list number or policy heading number at the head of ``text``, or None.

    >>> read_list("（三）定期评估；")
    ListMark(style=<ListStyle.BRACKETED: '（一）'>, label='（三）', number=3, body=3)
    >>> read_list("1.5亿元以上的项目") is None
    True
    """
    for style, form in _LISTS.get(text[:1], ()):
        match = form.match(text)
        number = _list_number(match["number"]) if match else None
        if match is not None and number is not None:
            return ListMark(style, match["label"], number, match.end())
    return None


def _list_number(written: str) -> int | None:
    return _CIRCLED.index(written) + 1 if written in _CIRCLED else parse_numeral(written)


def _number(written: str, inserted: str | None) -> str | None:
    base = parse_numeral("".join(written.split()))
    insert = parse_numeral(inserted) if inserted else None
    if base is None:
        return None
    return str(base) if insert is None else f"{base}-{insert}"


def _spread(heading: str) -> str:
    """总　则 → 总则: names of two characters are spread over the line by blanks."""
    parts = heading.split()
    return "".join(parts) if all(len(part) == 1 for part in parts) else " ".join(parts)
