"""The day (时点) a question asks about: 2019年5月1日, 2018年; None means today."""

from __future__ import annotations

import re
from datetime import date, timedelta

_DAY = re.compile(
    r"""
    (?<![比较自从到至於于])                       # 比2023年下降: no day asked about
    (?P<year>(?:19|20)\d\d)                     # 2019
    (?:年|[-./])
    (?:(?P<month>\d{1,2})(?:月|[-./]?)          # 5月
    (?:(?P<day>\d{1,2})日?)?)?                  # 1日
    (?!\d|[月日底前后起至到内]|之前|之后|以前|以后|以来|[-~—])  # 2025年底前完成: a time limit
    """,
    re.X,
)


_AT_THAT_TIME = re.compile(r"时|当时|那时|那会儿|，|的(?:规定|条例|办法|版本|文本|时候)|(?:施行|有效|现行)的")
"""What follows a bare year that means a day to look at the law on."""


def read_asked_day(text: str) -> date | None:
    """The day named in a question; a month or a year without a day means its last day.

    >>> [read_asked_day(text) for text in ("2019年5月1日谁管网格？", "2018年，谁管网格？", "谁管网格？")]
    [datetime.date(2019, 5, 1), datetime.date(2018, 12, 31), None]
    """
    match = _DAY.search(text)
    if match is None or (match["month"] is None and not _AT_THAT_TIME.match(text[match.end() :])):
        return None
    year, month, day = (int(match[name]) if match[name] else None for name in ("year", "month", "day"))
    try:
        return date(year or 1, month, day) if month and day else _last_day(year or 1, month or 12)
    except ValueError:
        return None


def _last_day(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
