"""Signs of symbol fonts (Wingdings, Symbol) in Word files as the characters that people see."""

from __future__ import annotations

_WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x9E: "·", 0x9F: "•", 0xA1: "○",
    0xA4: "◉", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑", **{0x80 + n: sign for n, sign in enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩")},
    **{0x8B + n: sign for n, sign in enumerate("⓿❶❷❸❹❺❻❼❽❾❿")},
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA2: "■", 0xA3: "□"}
_SYMBOL = {
    **{0x41 + n: sign for n, sign in enumerate("ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ")},
    **{0x61 + n: sign for n, sign in enumerate("αβχδεφγηιϕκλμνοπθρστυϖωξψζ")},
    0xA3: "≤", 0xA5: "∞", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
    0xBB: "≈", 0xD6: "√", 0xD7: "⋅", 0xE5: "∑",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}


def read_symbol(font: str, code: str) -> str:
    """The character that the sign ``code`` (hexadecimal) of ``font`` shows; one that is not known stays private.

    >>> read_symbol("Wingdings 2", "F052"), read_symbol("仿宋", "7B2C")
    ('☑', '第')
    """
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    signs = _FONTS.get(font.strip().lower())
    if signs is None:
        return chr(number) if 0x20 <= number < 0xD800 or 0xE000 <= number <= 0xFFFD else ""
    plain = number - 0xF000 if 0xF000 <= number <= 0xF0FF else number
    return signs.get(plain, chr(0xF000 + plain % 0x100))


def read_text(font: str, text: str) -> str:
    """``text`` typed in ``font``: a private character of a symbol font is the sign that it shows."""
    if font.strip().lower() not in _FONTS:
        return text
    return "".join(read_symbol(font, f"{ord(c):X}") if "\uf000" <= c <= "\uf0ff" else c for c in text)
