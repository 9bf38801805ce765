"""Fonts of a PDF (字体): the codes that a page draws, as characters and widths, and whether they can be trusted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# The one private name of pypdf in use: it parses encodings, /ToUnicode and widths, with its limits.
from pypdf.generic._font import Font

UNKNOWN = "\ufffd"
_SYMBOLIC = 4
_TWO_BYTES = "utf-16-be"
# These maps name characters, not glyph numbers, so their codes can be read without /ToUnicode.
_NAMED_MAPS = ("UniGB", "UniCNS", "UniJIS", "UniKS", "GB", "ETen", "90ms", "B5")


@dataclass(frozen=True, slots=True)
class Glyph:
    """One drawn character, ``width`` in parts of the type size; ``is_space`` where word spacing applies."""

    text: str
    width: float
    is_space: bool = False


class GlyphReader:
    """Reads the strings that are drawn in one font; a code whose character nobody can know becomes U+FFFD."""

    def __init__(self, resource: Any) -> None:
        self._font = Font.from_font_resource(resource)
        self._is_composite = resource.get("/Subtype") == "/Type0"
        named = resource.get("/Encoding")
        self._map = named.removeprefix("/") if isinstance(named, str) else ""
        self.is_vertical = self._is_composite and self._map.endswith("-V")
        self._scale = _scale(resource)
        self._is_known = self._codes_have_characters(resource)
        self._default = self._default_width(resource)
        self._glyphs: dict[int, Glyph] = {}

    def read(self, data: bytes) -> Iterator[Glyph]:
        """The glyphs of a drawn string, in the order of drawing."""
        encoding = self._font.encoding
        if isinstance(encoding, str) and encoding != _TWO_BYTES:
            yield from (Glyph(letter, _breadth(letter)) for letter in data.decode(encoding, "replace"))
            return
        step = 2 if encoding == _TWO_BYTES else 1
        for at in range(0, len(data) - step + 1, step):
            code = data[at] if step == 1 else data[at] << 8 | data[at + 1]
            glyph = self._glyphs.get(code)
            if glyph is None:
                glyph = self._glyphs[code] = self._glyph(code)
            yield glyph

    def _codes_have_characters(self, resource: Any) -> bool:
        if "/ToUnicode" in resource or self._font.character_map:
            return True
        if self._is_composite:
            return self._map.startswith(_NAMED_MAPS)
        is_symbolic = bool(int(self._font.font_descriptor.flags) & _SYMBOLIC)
        has_file = self._font.font_descriptor.font_file is not None
        return self._font.interpretable and ("/Encoding" in resource or not (has_file and is_symbolic))

    def _default_width(self, resource: Any) -> float | None:
        """The width that the font gives to glyphs not listed; None where it says nothing."""
        if not self._is_composite:
            return None
        descendants = resource.get("/DescendantFonts")
        first = descendants[0].get_object() if descendants else {}
        return float(first.get("/DW", 1000)) / 1000

    def _glyph(self, code: int) -> Glyph:
        encoding = self._font.encoding
        raw = chr(code) if isinstance(encoding, str) else str(encoding.get(code, chr(code)))
        mapped = self._font.character_map.get(raw)
        text = str(mapped) if mapped is not None else raw
        is_lost = mapped is None and (
            not self._is_known
            or (self._is_composite and bool(self._font.character_map) and not self._map.startswith(_NAMED_MAPS))
            or (len(raw) > 1 and raw.startswith("/"))
        )
        text = UNKNOWN if is_lost or not text or "\ud800" <= text[0] <= "\udfff" else text
        return Glyph(text, self._width(code, text), code == 32 and not self._is_composite)

    def _width(self, code: int, text: str) -> float:
        is_glyph_number = not self._is_composite or self._map.startswith("Identity") or not self._map
        listed = self._font.character_widths.get(chr(code)) if is_glyph_number else None
        if listed is not None:
            return float(listed) * self._scale
        if self._default is not None and (is_glyph_number or _breadth(text) == 1):
            return self._default
        return sum(map(_breadth, text))


def _scale(resource: Any) -> float:
    """Type 3 fonts count in their own units."""
    matrix = resource.get("/FontMatrix") if resource.get("/Subtype") == "/Type3" else None
    return abs(float(matrix[0])) if matrix else 0.001


def _breadth(letter: str) -> float:
    """A Han character is as wide as the type is high, a Latin one half of it."""
    return 1.0 if ord(letter[0]) > 0xFF else 0.5
