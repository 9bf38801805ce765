"""The day (时点) a question asks about: 2019年5月1日, 2018年; None means today."""

from __future__ import annotations

import re
from datetime import date, timedelta

_DAY = re.compile(
    r"""
    (?P<year>(?:19|20)\d\d)                     # 2019
    (?:年|[-./])
    (?:(?P<month>\d{1,2})(?:月|[-./]?)          # 5月
    (?:(?P<day>\d{1,2})日?)?)?                  # 1日
    """,
    re.X,
)


def read_asked_day(text: str) -> date | None:
    """The day named in a question; a month or a year without a day means its last day.

    >>> [read_asked_day(text) for text in ("2019年5月1日谁管网格？", "2018年谁管网格？", "谁管网格？")]
    [datetime.date(2019, 5, 1), datetime.date(2018, 12, 31), None]
    """
    match = _DAY.search(text)
    if match is None:
        return None
    year, month, day = (int(match[name]) if match[name] else None for name in ("year", "month", "day"))
    try:
        return date(year or 1, month, day) if month and day else _last_day(year or 1, month or 12)
    except ValueError:
        return None


def _last_day(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
