"""Written places (条款项目), a run of them with offsets: 第六条第二款第（一）、（三）项, 第八条至第十条."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.eid import EId
from corpus.numerals import NUMERAL, parse_numeral

_LEVELS = ("part", "chp", "sec", "art", "para", "item", "sub")
_UNITS = {"编": "part", "章": "chp", "节": "sec", "条": "art", "款": "para", "项": "item", "目": "sub"}
_TOKEN = re.compile(
    rf"""
    (?P<ordinal>第)?\ ?[（(]?(?P<number>{NUMERAL})[）)]?\ ?              # 第六, 第（三）, （三）, 六
    (?P<unit>条(?!例|件|约|形|目)|款|项(?!目)|目(?!标|录|的|前)|章(?!程)|节(?!假|日|约|能|点|目)|编(?!制|号|码))?
    (?(unit)(?:(?<=条)之(?P<insert>{NUMERAL}))?)                       # 条之一
    """,
    re.X,
)
_JOINT = re.compile(
    rf"""
    (?P<range>至|到|—+|－|-|～|~)(?=第?[（(]?{NUMERAL})                 # 第八条至第十条
    | (?P<list>、|以及|及其|及|和|或者|或|与|，或者|，以及|，和|，(?=第{NUMERAL}条))(?=第?[（(]?{NUMERAL})
    | (?P<within>中的|的|中)?(?=第[（(]?{NUMERAL}[）)]?(?:[条款项目章节]|、|至|和))   # 第六条第二款, 第六条中的第二款
    """,
    re.X,
)
Steps = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WrittenPlace:
    """Characters ``start:end`` name the place ``steps`` (``(("art", "6"), ("para", "2"))``) or a range to ``through``.

    Only what is written is there: 第三项 alone has one step, and whose item it is must be seen from the text around.
    """

    steps: Steps
    start: int
    end: int
    through: Steps = ()

    @property
    def level(self) -> str:
        """The outermost step: ``art`` of 第六条第二款, ``item`` of 第三项."""
        return self.steps[0][0]


def written_eid(steps: Steps, base: EId | None = None) -> EId:
    """The id that steps write, under ``base``; an article carries no chapter.

    >>> written_eid((("chp", "3"), ("art", "6"), ("item", "2")))
    'art_6__item_2'
    """
    names = [name for name, _ in steps]
    inner = steps[names.index("art") :] if "art" in names else steps
    path = "__".join(f"{name}_{number}" for name, number in inner)
    return EId(f"{base}__{path}" if base is not None and inner[0][0] != "art" else path)


@dataclass(frozen=True, slots=True)
class _Token:
    step: str
    number: str
    start: int
    end: int
    joint: str


def read_places(text: str, start: int) -> tuple[WrittenPlace, ...]:
    """The places written from ``start`` on without a break; each inherits what the one before it says further out.

    >>> [written_eid(place.steps) for place in read_places("第六条第二款第（一）、（三）项和第七条的规定", 0)]
    ['art_6__para_2__item_1', 'art_6__para_2__item_3', 'art_7']
    """
    return _places(_tokens(text, start))


def _tokens(text: str, start: int) -> tuple[_Token, ...]:
    """Numbers with their units; in 第一、三项 the first number gets the unit of the last."""
    done: list[_Token] = []
    waiting: list[_Token] = []
    match, joint = _TOKEN.match(text, start), ""
    while match is not None:
        number = _number(match)
        if not number or not _may_stand(match, joint, done, waiting):
            break
        token = _Token("", number, match.start(), match.end(), joint)
        if match["unit"] is None:
            waiting.append(token)
        else:
            step = _UNITS[match["unit"]]
            done.extend(replace(one, step=step) for one in (*waiting, token))
            waiting.clear()
        joined = _JOINT.match(text, match.end())
        if joined is None or (not joined[0] and waiting):
            break
        joint = "range" if joined["range"] else "list" if joined["list"] else "within"
        match = _TOKEN.match(text, joined.end())
    return tuple(done)


def _number(match: re.Match[str]) -> str:
    base, insert = parse_numeral(match["number"]), parse_numeral(match["insert"] or "")
    if base is None:
        return ""
    return str(base) if insert is None or match["unit"] != "条" else f"{base}-{insert}"


def _may_stand(match: re.Match[str], joint: str, done: Sequence[_Token], waiting: Sequence[_Token]) -> bool:
    if joint in ("", "within"):
        # 第六条第二款 goes inwards; 第六条第七条 would be two sentences run together.
        inwards = not done or not match["unit"] or _depth(_UNITS[match["unit"]]) > _depth(done[-1].step)
        return bool(match["ordinal"]) and inwards
    # Without 第 only （三） or a number that a unit follows goes on: 第五条和两个… does not.
    return bool(match["ordinal"] or match["unit"] or match[0].startswith(("（", "(")) or waiting)


def _depth(step: str) -> int:
    return _LEVELS.index(step)


def _places(tokens: Sequence[_Token]) -> tuple[WrittenPlace, ...]:
    found: list[WrittenPlace] = []
    for token in tokens:
        here = (token.step, token.number)
        before = found[-1] if found else None
        if before is None:
            found.append(WrittenPlace((here,), token.start, token.end))
            continue
        outer = tuple(step for step in (before.through or before.steps) if _depth(step[0]) < _depth(token.step))
        if token.joint == "within" and before.through:
            found[-1] = replace(before, through=(*outer, here), end=token.end)
        elif token.joint == "within":
            found[-1] = WrittenPlace((*before.steps, here), before.start, token.end)
        elif token.joint == "range" and not before.through:
            found[-1] = replace(before, through=(*outer, here), end=token.end)
        else:
            found.append(WrittenPlace((*outer, here), token.start, token.end))
    return tuple(found)
