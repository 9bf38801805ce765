"""Dates as texts write them: 2024年3月15日, 二〇二四年三月十五日, (2020-11-27)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus import parse_numeral

_DIGIT = str.maketrans("〇○零一二三四五六七八九０１２３４５６７８９", "0001234567890123456789")
_DATE = re.compile(
    r"(?P<year>[0-9０-９]{4}|[一二三四五六七八九〇○零]{4})\s?年\s?(?P<month>[0-9一二三四五六七八九十]{1,3})\s?月\s?"
    r"(?P<day>[0-9一二三四五六七八九十]{1,3})\s?日"
)
_IN_NAME = re.compile(r"[（(](?P<year>[0-9]{4})[-.年](?P<month>[0-9]{1,2})[-.月](?P<day>[0-9]{1,2})日?[）)]")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date and the span of its words."""

    day: date
    start: int
    end: int


def find_dates(text: str) -> Iterator[WrittenDate]:
    """Every full date in ``text`` that exists in the calendar.

    >>> [str(found.day) for found in find_dates("二〇二四年三月十五日公布，自2024年5月1日起施行")]
    ['2024-03-15', '2024-05-01']
    """
    for match in _DATE.finditer(text):
        day = _date(match["year"].translate(_DIGIT), match["month"], match["day"])
        if day is not None:
            yield WrittenDate(day, match.start(), match.end())


def is_date_line(text: str) -> bool:
    """Whether the line is nothing but a date.

    >>> is_date_line("2024年3月15日"), is_date_line("2024年3月15日前完成。")
    (True, False)
    """
    plain = text.strip("（）() ")
    return plain.endswith("日") and _DATE.fullmatch(plain) is not None


def date_in_name(name: str) -> date | None:
    """The date in brackets in a file's name, or None.

    >>> date_in_name("栖澜市养犬管理规定(2020-11-27).md")
    datetime.date(2020, 11, 27)
    """
    match = _IN_NAME.search(name)
    return _date(match["year"], match["month"], match["day"]) if match else None


def _date(year: str, month: str, day: str) -> date | None:
    numbers = (int(year), parse_numeral(month), parse_numeral(day))
    if numbers[1] is None or numbers[2] is None:
        return None
    try:
        return date(numbers[0], numbers[1], numbers[2])
    except ValueError:
        return None
