"""Events (题注): what a history line says happened on each of its days, and which body did it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus import NATION, Territory
from ingest.chinese_dates import find_dates
from ingest.describe.bodies import full_body, read_bodies
from ingest.line import Line, LineStyle
from ingest.pattern_table import Row, read_table

_BRACKETS = {"《": 1, "〈": 1, "<": 1, "》": -1, "〉": -1, ">": -1}
_PROSE = re.compile(r"[：:]$")
_DATED = (LineStyle.HISTORY, LineStyle.LETTERHEAD, LineStyle.NUMBER)


@dataclass(frozen=True, slots=True)
class Event:
    """On ``day`` the ``bodies`` did ``word`` (通过, 修订, 批准, 公布, 施行); ``fields`` are the dates that it sets."""

    day: date
    fields: tuple[str, ...]
    word: str
    bodies: tuple[str, ...]
    quote: str


def read_events(lines: Sequence[Line], place: Territory = NATION) -> tuple[Event, ...]:
    """Every dated event of the history lines, in their order; 市人民代表大会 is that of ``place``."""
    dated = (line.text for line in lines if line.style in _DATED and not _PROSE.search(line.text))
    found = (event for text in dated for event in events_in(text))
    return tuple(replace(e, bodies=tuple(full_body(body, place) for body in e.bodies)) for e in found)


def events_in(text: str) -> Iterator[Event]:
    """The events of one line.

    >>> [(str(e.day), e.word, e.bodies) for e in events_in("2020年5月8日栖澜市第九届人民代表大会第二次会议通过")]
    [('2020-05-08', '通过', ('栖澜市人民代表大会',))]
    """
    dates = tuple(find_dates(text))
    if not dates:
        return
    ends = [*(found.start for found in dates[1:]), len(text)]
    clauses = [text[found.end : end] for found, end in zip(dates, ends, strict=True)]
    for position, (found, clause) in enumerate(zip(dates, clauses, strict=True)):
        row = _row(clause)
        if clause.rstrip().endswith("、"):  # two bodies on two days, one word for both
            row = next((later for rest in clauses[position + 1 :] if (later := _row(rest)) is not None), row)
        if row is not None:
            quote = text[found.start : found.end] + clause.rstrip()
            yield Event(found.day, tuple(row.field.split()), row.value, read_bodies(clause), quote.strip())


def _row(clause: str) -> Row | None:
    rows = read_table("describe/events")
    if "修改" in clause and clause.count("《") > clause.count("》"):
        # The line breaks off inside the title of the deciding text (会议《关于修改〈栖澜市).
        return next(row for row in rows if row.value == "修订")
    plain = without_titles(clause).strip(" 、，,。;；）)（(")
    return next((row for row in rows if row.pattern.search(plain)), None)


def without_titles(text: str) -> str:
    """``text`` without what stands in 《》: a title's own words (…施行办法) say nothing of the day.

    >>> without_titles("第二次会议《关于修改〈栖澜市〈网格法〉施行办法〉的决定》修正")
    '第二次会议修正'
    """
    kept, depth = [], 0
    for character in text:
        step = _BRACKETS.get(character, 0)
        if step > 0 or depth == 0:
            depth += max(step, 0)
        if depth == 0 and step == 0:
            kept.append(character)
        depth = max(depth + min(step, 0), 0)
    return "".join(kept)
