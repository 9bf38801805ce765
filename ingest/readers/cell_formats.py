"""Numbers of spreadsheet cells as people see them: 45413 in the form yyyy"年"m"月" is 2024年5月."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DATE = re.compile(r"[ymdhs]", re.I)
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[[^\]]*\]|_.|\*.|(?P<noon>AM/PM|上午/下午)|(?P<part>y+|m+|d+|h+|s+)|(?P<plain>.)',
    re.I,
)
_DAY_ONE = datetime(1899, 12, 30)
_DAY_ONE_1904 = datetime(1904, 1, 1)
_MAX_DAY = 2_958_465  # 31 December 9999
_MAX_WHOLE = 1e15
_Y_M, _M_D, _Y_M_D = 'yyyy"年"m"月"', 'm"月"d"日"', 'yyyy"年"m"月"d"日"'
# Forms that a file names by number only; 27 to 58 are those of a Chinese Excel.
BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss",
    22: "yyyy/m/d h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 47: "mm:ss", 49: "@",
    27: _Y_M, 28: _M_D, 29: _M_D, 30: "m-d-yy", 31: _Y_M_D, 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 36: _Y_M,
    50: _Y_M, 51: _M_D, 52: _Y_M, 53: _M_D, 54: _M_D, 57: _Y_M, 58: _M_D,
}  # fmt: skip


def show_number(value: float, form: str, *, is_1904: bool = False) -> str:
    """A number in the form of its cell.

    >>> show_number(45413.0, 'yyyy"年"m"月"d"日"'), show_number(0.125, "0.0%"), show_number(12.0, "General")
    ('2024年5月1日', '12.5%', '12')
    """
    positive = form.partition(";")[0]
    bare = _LITERAL.sub("", positive)
    if _DATE.search(bare) and "general" not in bare.lower():
        return _show_date(value, positive, is_1904)
    if "%" in bare:
        return f"{value * 100:.{_decimals(bare)}f}%"
    if re.fullmatch(r"0+", bare) and value == int(value):
        return str(int(value)).zfill(len(bare))
    if re.search(r"\.0+", bare):
        return f"{value:{',' if '#,#' in bare else ''}.{_decimals(bare)}f}"
    return _plain(value)


def _plain(value: float) -> str:
    if value == int(value) and abs(value) < _MAX_WHOLE:
        return str(int(value))
    return format(value, ".15g")


def _decimals(form: str) -> int:
    found = re.search(r"\.(0+)", form)
    return len(found[1]) if found is not None else 0


def _show_date(value: float, form: str, is_1904: bool) -> str:
    """A day number in a form of years, months, days and hours; one that is no day stays a number."""
    if not 0 <= value <= _MAX_DAY:
        return _plain(value)
    when = (_DAY_ONE_1904 if is_1904 else _DAY_ONE) + timedelta(seconds=round(value * 86400))
    if not is_1904 and value < 60:
        when += timedelta(days=1)  # this calendar has a 29 February 1900
    written, last = "", ""
    for match in _TOKEN.finditer(form):
        part = (match["part"] or "").lower()
        is_minute = part.startswith("m") and (last == "h" or _is_before_seconds(form, match.end()))
        written += _part(when, part, is_minute) if part else match["quoted"] or match["escaped"] or match["plain"] or ""
        last = part[:1] or last
    return written.split(";")[0].strip()


def _is_before_seconds(form: str, at: int) -> bool:
    return re.match(r"[:.\"时分]*s", form[at:], re.I) is not None


def _part(when: datetime, part: str, is_minute: bool) -> str:
    kind, is_wide = part[0], len(part) > 1
    if kind == "y":
        return f"{when.year:04}" if len(part) > 2 else f"{when.year % 100:02}"
    number = {"m": when.minute if is_minute else when.month, "d": when.day, "h": when.hour, "s": when.second}[kind]
    return f"{number:02}" if is_wide else str(number)
