"""Division notes (分工注记): who carries out a measure of a policy text, as the note at its end says.

（市发展改革委牵头，市商务局配合，2030年底前完成）, （责任单位：市民政局、市财政局，列第一位的为牵头单位）,
【市民政局，各区人民政府】, or lines of their own 牵头单位：…
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus import ColumnRole, column_roles
from duties.time_limit import find_limit

_WITHIN = r"[（(][^（）()\n]*[）)]"
_BRACKET = re.compile(
    rf"[（(【\[](?P<note>[^（）()【】\[\]\n]*(?:{_WITHIN}[^（）()【】\[\]\n]*)*)[）)】\]]\s*[。；;]?\s*(?=\n|$)"
)
_FIELD = re.compile(
    r"(?:^|[；;（(【。\n，,])[ \t]*(?P<name>[^：:；;。，,（()【\n]{2,8})[：:][ \t]*"
    rf"(?P<value>[^；;。\n）)】]+?(?:{_WITHIN}[^；;。\n）)】]*?)*)"
    r"(?=[；;）)】。\n]|[，,][^，,；;：:。\n]{2,8}[：:]|$)"
)
_SEGMENT = re.compile(r"[^，,；;。]+")
_FIRST_LEADS = re.compile(
    r"[，,；;]?(?:(?:列|排)?(?:在)?(?:第一|首)(?:位|个)?的?(?:单位)?|[^，,；;]{0,4}第一个单位)为牵头(?:单位|部门)?"
)
_WORK = re.compile(
    r"""
    (?: (?P<lead>(?:共同)?牵头(?:负责|落实|组织实施|实施)?)
      | (?P<help>配合|协助|协同|参与|参加)
      | (?:等)?(?:按照?|根据)?(?:各自|部门)?(?:工作)?职责(?:分工)?(?:分别|共同|抓好)?          # 按职责分工负责
        (?:负责|落实|承担|组织实施|抓落实)?
      | (?:分别|共同|具体|统筹)?(?:负责|组织实施|落实|承担|抓好落实)
    )$
    """,
    re.X,
)
_ORGAN = re.compile(
    r"(?:局|委|办|厅|部|院|署|处|会|中心|部门|机关|机构|政府|公司|集团|单位|街道|乡镇|区|县|镇街|总队|支队|大队|行|馆|队|组)"
    r"(?:等)?$"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell or one part of a note: its role, its words and where they begin in the provision's words."""

    role: ColumnRole
    words: str
    start: int


def read_notes(text: str) -> tuple[Entry, ...]:
    """The parts of the notes in ``text`` (a measure or a line of its own).

    >>> [(e.role.value, e.words) for e in read_notes("建设信息平台。（市发改委牵头，市商务局配合，2030年底前完成）")]
    [('lead', '市发改委'), ('cooperate', '市商务局'), ('deadline', '2030年底前')]
    """
    fields = tuple(_fields(text))
    if fields:
        return fields
    last = None
    for match in _BRACKET.finditer(text):
        last = match
    return tuple(_segments(last["note"], last.start("note"))) if last is not None else ()


def without_notes(text: str) -> str:
    """``text`` with its notes blotted out, every character where it was: what remains are sentences.

    >>> without_notes("建设平台。（市发改委牵头）")
    '建设平台。。。。。。。。。'
    """
    entries = read_notes(text)
    if not entries:
        return text
    whole = [m for m in _BRACKET.finditer(text) if any(m.start() < entry.start < m.end() for entry in entries)]
    spans = [(m.start(), m.end()) for m in whole]
    spans += [(m.start("name"), m.end("value")) for m in _FIELD.finditer(text) if _role(m["name"]) is not None]
    for start, end in spans:
        text = text[:start] + "。" * (end - start) + text[end:]
    return text


def _role(name: str) -> ColumnRole | None:
    return column_roles((name.strip(),)).get(name.strip())


def _fields(text: str) -> Iterator[Entry]:
    for match in _FIELD.finditer(text):
        role, value = _role(match["name"]), match["value"].rstrip()
        if role is None or not value:
            continue
        first = _FIRST_LEADS.search(value)
        bare = value[: first.start()].rstrip("，,；; ") if first else value
        head, mark, rest = bare.partition("、")
        if first and mark:
            yield Entry(ColumnRole.LEAD, head, match.start("value"))
            yield Entry(ColumnRole.COOPERATE, rest, match.start("value") + len(head) + 1)
        else:
            yield Entry(ColumnRole.LEAD if first else role, bare, match.start("value"))


def _segments(note: str, base: int) -> Iterator[Entry]:
    """The parts of a note without field names; bodies before a comma wait for the verb that follows."""
    waiting: int | None = None
    end = 0
    for match in _SEGMENT.finditer(note):
        words = match[0].strip()
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        work = _WORK.search(words)
        limit = find_limit(words)
        if work is not None and _are_organs(words[: work.start()]):
            begin = start if waiting is None else waiting
            role = ColumnRole.COOPERATE if work["help"] else ColumnRole.LEAD
            yield Entry(role, note[begin : start + work.start()], base + begin)
            waiting = None
        elif limit is not None:
            yield Entry(ColumnRole.DEADLINE, words[slice(*limit)], base + start + limit[0])
        elif _are_organs(words):
            waiting = start if waiting is None else waiting
            end = start + len(words)
    if waiting is not None:
        yield Entry(ColumnRole.RESPONSIBLE, note[waiting:end], base + waiting)


def _are_organs(words: str) -> bool:
    parts = re.split(r"、|和(?=市|省|各|区|县)|及(?=市|省|各|区|县)", re.sub(r"[（(][^（）()]*[）)]", "", words))
    return bool(words) and all(_ORGAN.search(part.strip()) for part in parts)
