"""Number forms of Word lists (w:numFmt): 1 as 一, 壹, ①, 甲, Ⅰ, a."""

from __future__ import annotations

from collections.abc import Callable

from corpus import write_numeral

_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LEGAL_SIMPLE = str.maketrans("零一二三四五六七八九十百千万", "零壹贰叁肆伍陆柒捌玖拾佰仟万")
_LEGAL = str.maketrans("零一二三四五六七八九十百千万", "零壹貳參肆伍陸柒捌玖拾佰仟萬")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_MAX_ROMAN = 3999


def write_number(number: int, form: str, pattern: str = "") -> str:
    """``number`` as Word writes it in the form ``form``; ``pattern`` is that of a custom form (001, 002, ...).

    >>> [write_number(12, form) for form in ("chineseCounting", "decimalEnclosedCircleChinese", "upperRoman")]
    ['十二', '⑫', 'XII']
    """
    if form == "custom":
        first = pattern.partition(",")[0].strip()
        return str(number).zfill(len(first)) if first.isascii() else _form_of(first)(number)
    return _FORMS.get(form, str)(number)


def _form_of(first: str) -> Callable[[int], str]:
    """The form whose first number is written ``first`` (一, ①, 甲)."""
    return next((form for form in _FORMS.values() if form(1) == first), str)


def _han(number: int) -> str:
    return write_numeral(number) if number > 0 else "零"


def _legal(number: int, signs: dict[int, int]) -> str:
    """壹拾贰: ten is written with its one."""
    return ("壹" if 10 <= number < 20 else "") + _han(number).translate(signs)


def _digits(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _roman(number: int) -> str:
    if not 0 < number <= _MAX_ROMAN:
        return str(number)
    written = ""
    for worth, sign in _ROMAN:
        written += sign * (number // worth)
        number %= worth
    return written


def _letter(number: int) -> str:
    """a … z, then aa, bb as Word counts on."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else str(number)


def _circle(number: int) -> str:
    for first, last, sign in ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if first <= number <= last:
            return chr(sign + number - first)
    return str(number)


def _from(sign: int, last: int) -> Callable[[int], str]:
    return lambda number: chr(sign + number - 1) if 1 <= number <= last else str(number)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)] if number > 0 else str(number)


def _sixty(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if number > 0 else str(number)


_FORMS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        (
            "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
            "taiwaneseCountingThousand",
        ),
        _han,
    ),
    **dict.fromkeys(("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"), _digits),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _circle),
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), lambda n: str(n).translate(_FULL_WIDTH)),
    "chineseLegalSimplified": lambda n: _legal(n, _LEGAL_SIMPLE),
    "ideographLegalTraditional": lambda n: _legal(n, _LEGAL),
    "japaneseLegal": lambda n: _legal(n, _LEGAL),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographZodiacTraditional": _sixty,
    "ideographEnclosedCircle": _from(0x3280, 10),
    "decimalEnclosedFullstop": _from(0x2488, 20),
    "decimalEnclosedParen": _from(0x2474, 20),
    "decimalZero": lambda n: f"{n:02}",
    "numberInDash": lambda n: f"- {n} -",
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
    "upperLetter": lambda n: _letter(n).upper(),
    "lowerLetter": _letter,
    "ordinal": lambda n: f"{n}{'th' if n % 100 in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}",
}  # fmt: skip
