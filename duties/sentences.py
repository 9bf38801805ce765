"""Sentences and clauses (句、分句) with offsets; brackets and quotation marks are never cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPEN = {"《": "》", "（": "）)", "(": ")）", "“": "”", "〈": "〉", "[": "]", "【": "】"}
_SENTENCE = "。！？\n"
_CLAUSE = "，；：;:,"


@dataclass(frozen=True, slots=True)
class Clause:
    """Characters ``start:end`` of a unit's text; ``mark`` is the punctuation after it, ``first`` begins a sentence."""

    start: int
    end: int
    mark: str
    first: bool


# 发放免疫牌并为犬只植入标识: a second act with a preposition of its own.
_FURTHER = re.compile(
    r"并[为将对把](?!重)[^，。；社]{3,}|"
    # 编制标准地址并设置标志: an object of its own after an object.
    r"(?<!制定)(?<!建立)(?<!编制)(?<!确定)并(?:设置|建立|设立|配备|提供|组织开展|安排|督促|指导)(?!并|的|、|和)[^，。；的]{2,}(?=[，。；]|$)"
)
# 甲部门和乙街道办事处，以及丙机构应当…: the list of subjects goes on.
_LISTS = re.compile(r"^(?!.*(?:应当|负责|可以|不得)).*(?:部门|机构|机关|政府|办事处|单位|组织|团体|企业)$", re.S)

# 市人大常委会，市人民政府应当…: two bodies with a comma between.
_BODIES = re.compile(
    r"(?!对|向|由|经|在|按|根据|依照|其中|违反|未|报|受)(?:(?!应当|负责|可以|不得|必须)[^，。；：的]){1,60}"
    r"(?:部门|机构|机关|政府|办事处|管委会|管理委员会|常务委员会|人大常委会|法院|检察院)"
)
_AND_BODY = re.compile(
    r"(?!对|向|由|经|在|按|根据|依照|其中|其他)(?:(?!应当|负责|可以|不得|必须)[^，。；：的]){1,40}"
    r"(?:部门|机构|机关|政府|办事处|管委会|管理委员会|常务委员会|人大常委会|法院|检察院)(?:应当|必须|可以|不得)"
)


def split_clauses(text: str) -> tuple[tuple[Clause, ...], ...]:
    """The clauses of each sentence of ``text``.

    >>> text = "甲应当做事，乙（含丙，丁）配合。戊负责。"
    >>> [[text[c.start : c.end] for c in sentence] for sentence in split_clauses(text)]
    [['甲应当做事', '乙（含丙，丁）配合'], ['戊负责']]
    """
    sentences: list[tuple[Clause, ...]] = []
    current: list[Clause] = []
    for start, end, mark in _runs(text):
        if text[start:end].strip():
            lead = len(text[start:end]) - len(text[start:end].lstrip())
            current.append(Clause(start + lead, end, mark, not current))
        if mark in _SENTENCE and current:
            sentences.append(tuple(current))
            current = []
    if current:
        sentences.append(tuple(current))
    return tuple(sentences)


def _list_goes_on(text: str, start: int, comma: int) -> bool:
    if text.startswith("以及", comma + 1):
        return _LISTS.search(text[start:comma]) is not None
    return _BODIES.fullmatch(text, start, comma) is not None and _AND_BODY.match(text, comma + 1) is not None


def _runs(text: str) -> Iterator[tuple[int, int, str]]:
    start, waiting = 0, ""
    for position, sign in enumerate(text):
        if not waiting and sign == "并" and start < position and _FURTHER.match(text, position):
            yield start, position, "，"
            start = position
        if waiting and sign in f"{waiting}\n":
            waiting = ""
            if sign != "\n":
                continue
        if waiting:
            continue
        if sign in _OPEN:
            waiting = _OPEN[sign]
        elif sign == "，" and _list_goes_on(text, start, position):
            continue
        elif sign in _SENTENCE or sign in _CLAUSE:
            yield start, position, sign
            start = position + 1
    yield start, len(text), "\n"
