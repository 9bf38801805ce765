"""Naming (命名): the wording among a matter's duties that reads best as its heading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from duties.duty import Role
from duties.matters.matter import Member
from duties.matters.terms import ASPECT_MARK, read_terms

_BAD_START = re.compile(
    r"^(?:[由向报经对将把为其及或和与并等的在按从被以至]|部门|或者|以及|并且|有关|相关|本级|所在地|前款|本条|第[一二三四五六七八九十]"
    r"|[一二三四五六七八九十]+(?:年|个|日|万)|未|不|商(?![务业品户店标事场])|[^一-鿿])"
)
_BAD_END = re.compile(r"(?:之一|的|等|后|前|时|其他|情形|规定|和|或者|及其)$")
_AMOUNT = re.compile(r"[元万倍]以[上下]|罚款|可处|之日起")
_TRIM = re.compile(
    r"^[、，；]+|^(?:本区域|本辖区|本地区|本市|本省|全市|全省|辖区)内?的?|^(?:部门|单位|或者|以及|和|并|及)+"
)


def matter_name(members: Sequence[Member], words: Sequence[str]) -> str:
    """The best wording; a wording that says no thing (备案) is headed by the topic of its document: 养犬：备案."""
    penal = sum(member.duty.role is Role.ENFORCE for member in members) * 2 > len(members)
    count = Counter(_label(member) for member in members)
    known = {word for word in words if not word.startswith(ASPECT_MARK)}
    best = max(sorted(count), key=lambda text: (_worth(text, count[text], known), text))
    topic = _topic(members)
    if not read_terms(best).things and topic and topic not in best:
        best = f"{topic}：{best}"
    return f"查处：{best}" if penal and not best.startswith("查处") else best


def _worth(text: str, count: int, known: set[str]) -> float:
    things = read_terms(text).things
    covered = len(things & known) / max(1, len(known))
    strange = len(things - known)
    clean = not _BAD_START.search(text)
    ends = not _BAD_END.search(text)
    amount = bool(_AMOUNT.search(text))
    return 3 * covered - 3 * amount - 0.5 * strange + 2 * clean + ends + 0.3 * min(count, 6) - 0.06 * abs(len(text) - 9)


def _topic(members: Sequence[Member]) -> str:
    count = Counter(member.topic for member in members)
    return max(sorted(count), key=lambda topic: (count[topic], topic), default="")


def _label(member: Member) -> str:
    return _TRIM.sub("", member.label) or member.label
