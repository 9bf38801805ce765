"""Dates (时间): 通过, 批准, 公布, 施行 from the history lines, the last articles, the signature and the file's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from corpus import Claim, ClaimSource, Provision, ProvisionKind
from ingest.chinese_dates import date_in_name, find_dates, is_date_line
from ingest.describe.events import Event
from ingest.line import Line, LineStyle

_FROM_DAY = re.compile(r"自\s?[^。；]{4,24}?\s?[起日]\s?(?:施行|实施|执行|生效)")
_FROM_PROMULGATION = re.compile(r"自?(?:公布|发布|颁布|印发|下发)之日起\s?(?:施行|实施|执行|生效)")


# Between 公布 and the day that a collection names a text by lie weeks at most.
_LONG_AFTER = timedelta(days=366)


def read_history(events: Sequence[Event], restated: str = "") -> Iterator[Claim]:
    """Claims of the history lines; of several amendments the last one is this version's.

    ``restated`` is the day of an amendment that the history lines leave out (``restated_on``).
    """
    for event in events:
        value = " ".join((event.day.isoformat(), event.word, *event.bodies))
        yield Claim("event", value, ClaimSource.HISTORY, f"题注：{event.word}", event.quote)
    found: dict[str, Event] = {}
    for event in events:
        for field in event.fields:
            if field not in found or event.day >= found[field].day:
                found[field] = event
    yield from _this_version(found, restated)


def _this_version(found: dict[str, Event], restated: str) -> Iterator[Claim]:
    """What was 公布 or 施行 before the last amendment is the first version's, not this one's."""
    is_amended = bool(restated) or any("修" in event.quote for event in found.values())
    days = (found[field].day.isoformat() for field in ("adopted_on", "approved_on") if field in found)
    passed = max((*days, restated))
    for field, event in found.items():
        is_late = field in ("promulgated_on", "effective_on") and event.day.isoformat() < passed
        name = f"first_{field}" if is_amended and is_late else field
        yield Claim(name, event.day.isoformat(), ClaimSource.HISTORY, f"题注：{event.word}", event.quote)
        if event.bodies and field != "effective_on":
            by = name.replace("_on", "_by")
            yield Claim(by, " ".join(event.bodies), ClaimSource.HISTORY, f"题注：{event.word}机关", event.quote)


def read_commencement(provisions: Sequence[Provision], promulgated: str, amended: str) -> Iterator[Claim]:
    """自2024年1月1日起施行 in the text; 自公布之日起施行 needs the day of promulgation.

    A day before the last amendment (``amended``, empty for none) is when the first version began, not this one.
    """
    for claim in _commencements(provisions, promulgated):
        yield replace(claim, field="first_effective_on") if amended and claim.value < amended else claim


def _commencements(provisions: Sequence[Provision], promulgated: str) -> Iterator[Claim]:
    for provision in reversed(provisions):
        if provision.kind is ProvisionKind.ROW or provision.eid.startswith("annex"):
            continue
        match = _FROM_DAY.search(provision.text)
        days = tuple(find_dates(match[0])) if match else ()
        if match is not None and days:
            yield Claim("effective_on", days[0].day.isoformat(), ClaimSource.TEXT, "施行日期条款", match[0])
            return
        match = _FROM_PROMULGATION.search(provision.text)
        if match is not None and promulgated:
            yield Claim("effective_on", promulgated, ClaimSource.TEXT, "自公布之日起施行", match[0])
            return


def last_amendment(events: Sequence[Event]) -> str:
    """The day of the last 修正 or 修订 in the history lines, or nothing."""
    return max((event.day.isoformat() for event in events if re.search(r"修正|修订|修改", event.quote)), default="")


def restated_on(events: Sequence[Event], name: str) -> str:
    """The day in a file's name where it is long after all that the history lines tell, or nothing.

    Collections name a text by the day of its last amendment and often leave that amendment out of the history lines.
    """
    day = date_in_name(name)
    if day is None or not events or day - max(event.day for event in events) < _LONG_AFTER:
        return ""
    return day.isoformat()


def read_signature(lines: Sequence[Line]) -> Iterator[Claim]:
    """The date under the title or under the text (成文日期) counts as the day of promulgation."""
    for line in lines:
        if line.style is LineStyle.SIGNATURE or (line.style is LineStyle.HISTORY and is_date_line(line.text)):
            for found in find_dates(line.text):
                yield Claim("promulgated_on", found.day.isoformat(), ClaimSource.TITLE_PAGE, "成文日期", line.text)
                return


def read_file_name(name: str) -> Iterator[Claim]:
    """(2020-11-27) in the file's name: when this version was made public, as collections of laws write it."""
    day = date_in_name(name)
    if day is not None:
        yield Claim("promulgated_on", day.isoformat(), ClaimSource.FILE_NAME, "文件名中的日期", name)
