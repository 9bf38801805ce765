"""What a PDF page draws (绘制指令): runs of letters, ruled lines and pictures, in the page's own coordinates."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from pypdf import PageObject
from pypdf.generic import ContentStream, NullObject, StreamObject

from ingest.readers.pdf_filters import spell_filters
from ingest.readers.pdf_fonts import GlyphReader
from ingest.readers.pdf_matrix import IDENTITY, Box, Matrix, apply, around, matrix_of, placed, product
from ingest.readers.pdf_paths import Paths
from ingest.readers.pdf_seen import Grounds, clipped, is_cut, is_white

_MAX_FORM_DEPTH = 12
_MAX_FORMS = 2_000
_INVISIBLE = 3
# Modes of type that paint the letters' inside alone.
_FILLED = (0, 4)
# A pen that moves on by less than this part of the type size goes on with the run.
_JOINED = 0.15


@dataclass(slots=True)
class Run:
    """Letters drawn in a row from (x, y) in ``angle`` (radians); ``length`` along it, ``ink`` without end blanks."""

    text: str
    x: float
    y: float
    length: float
    ink: float
    size: float
    angle: float
    is_hidden: bool = False
    is_red: bool = False


@dataclass(slots=True)
class Drawing:
    """All that a page draws; ``rules`` are (x0, y0, x1, y1), ``pictures`` (x0, y0, x1, y1, width in pixels)."""

    runs: list[Run] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    pictures: list[tuple[float, float, float, float, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _State:
    ctm: Matrix = IDENTITY
    font: GlyphReader | None = None
    size: float = 1.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0
    is_red: bool = False
    is_white: bool = False
    clip: Box | None = None


class Interpreter:
    """Follows the content streams of the pages of one file; a font is read once. ``layers_off`` are not drawn."""

    def __init__(self, layers_off: frozenset[int] = frozenset()) -> None:
        self._layers_off = layers_off
        self._fonts: dict[Any, GlyphReader | None] = {}

    def draw(self, page: PageObject) -> Drawing:
        """What ``page`` draws; a form that draws itself is drawn once."""
        pen = _Pen(self._font, self._layers_off)
        contents = page.get("/Contents")
        if contents is not None:
            stream = ContentStream(spell_filters(contents.get_object()), page.pdf, "bytes")
            pen.run(stream, _lookup(page, "/Resources") or {}, _State(), ())
        return pen.drawing

    def _font(self, resources: Any, name: str) -> GlyphReader | None:
        fonts = _lookup(resources, "/Font")
        resource = fonts.get(name) if fonts else None
        if resource is None:
            return None
        resource = resource.get_object()
        reference = getattr(resource, "indirect_reference", None)
        key = (reference.idnum, reference.generation) if reference is not None else id(resource)
        if key not in self._fonts:
            spell_filters(_lookup(resource, "/ToUnicode"))
            self._fonts[key] = GlyphReader(resource)
        return self._fonts[key]


def _lookup(resources: Any, key: str) -> Any:
    found = resources.get(key) if resources else None
    found = found.get_object() if found is not None else None
    return None if isinstance(found, NullObject) else found


class _Pen:
    """Runs operators; text state and paths are those of one page."""

    def __init__(self, font: Callable[[Any, str], GlyphReader | None], layers_off: frozenset[int]) -> None:
        self.drawing = Drawing()
        self._font = font
        self._layers_off = layers_off
        self._layers: list[bool] = []
        self._grounds = Grounds()
        self._clips = False
        self._state = _State()
        self._stack: list[_State] = []
        self._text: Matrix = IDENTITY
        self._line: Matrix = IDENTITY
        paths = self._paths = Paths()
        self._forms = 0
        self._resources: Any = {}
        self._inside: tuple[int, ...] = ()
        self._handlers: dict[bytes, Callable[[Sequence[Any]], None]] = {
            b"q": self._save, b"Q": self._restore, b"cm": self._concat, b"Do": self._do,
            b"BT": self._begin_text, b"Tf": self._set_font, b"Tm": self._set_matrix, b"Td": self._move,
            b"TD": self._move_leading, b"T*": self._next_line, b"Tj": self._show, b"TJ": self._show_spaced,
            b"'": self._next_show, b'"': self._next_show_spaced,
            b"Tc": lambda o: self._set(spacing=float(o[0])), b"Tw": lambda o: self._set(word_spacing=float(o[0])),
            b"Tz": lambda o: self._set(stretch=float(o[0]) / 100), b"TL": lambda o: self._set(leading=float(o[0])),
            b"Ts": lambda o: self._set(rise=float(o[0])), b"Tr": lambda o: self._set(mode=int(o[0])),
            **{name: partial(self._colour, name) for name in (b"rg", b"sc", b"scn", b"k", b"g", b"cs")},
            b"m": paths.move, b"l": paths.line, b"re": paths.box, b"h": paths.close, b"n": self._end_path,
            b"c": paths.curve, b"v": paths.curve, b"y": paths.curve,
            b"S": self._stroke, b"s": self._close_stroke, b"B": self._fill_stroke, b"B*": self._fill_stroke,
            b"b": self._fill_stroke, b"b*": self._fill_stroke, b"f": self._fill, b"F": self._fill, b"f*": self._fill,
            b"W": self._clip, b"W*": self._clip, b"sh": lambda _: self._grounds.shade(),
            b"BMC": lambda _: self._layers.append(False), b"BDC": self._begin_marked, b"EMC": self._end_marked,
            b"INLINE IMAGE": self._inline_picture,
        }  # fmt: skip

    def run(self, contents: Any, resources: Any, state: _State, inside: tuple[int, ...]) -> None:
        """Run one content stream; ``inside`` are the forms that it is drawn by."""
        before, layers = (self._state, self._stack, self._resources, self._inside), len(self._layers)
        self._state, self._stack, self._resources, self._inside = state, [], resources, inside
        for operands, operator in contents.operations:
            handler = self._handlers.get(operator)
            if handler is None:
                continue
            try:
                handler(operands)
            except (IndexError, TypeError, ValueError):
                continue  # an operator with wrong operands draws nothing, as in every viewer
        self._state, self._stack, self._resources, self._inside = before
        del self._layers[layers:]

    def _set(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)

    def _save(self, _: Sequence[Any]) -> None:
        self._stack.append(self._state)

    def _restore(self, _: Sequence[Any]) -> None:
        if self._stack:
            self._state = self._stack.pop()

    def _concat(self, operands: Sequence[Any]) -> None:
        self._set(ctm=product(matrix_of(operands), self._state.ctm))

    def _colour(self, operator: bytes, operands: Sequence[Any]) -> None:
        values = [float(value) for value in operands if isinstance(value, int | float)]
        is_red = len(values) == 3 and values[0] > 0.6 and max(values[1:]) < 0.35
        is_red = is_red or (len(values) == 4 and values[0] < 0.3 and min(values[1:3]) > 0.6 and values[3] < 0.4)
        white = is_white(values, operator)
        if is_red is not self._state.is_red or white is not self._state.is_white:
            self._set(is_red=is_red, is_white=white)

    def _begin_marked(self, operands: Sequence[Any]) -> None:
        named = operands[1] if operands[0] == "/OC" and isinstance(operands[1], str) else ""
        layers = _lookup(self._resources, "/Properties") if named else None
        layer = layers.raw_get(named) if layers is not None and named in layers else None
        self._layers.append(getattr(layer, "idnum", None) in self._layers_off)

    def _end_marked(self, _: Sequence[Any]) -> None:
        if self._layers:
            self._layers.pop()

    def _do(self, operands: Sequence[Any]) -> None:
        forms = _lookup(self._resources, "/XObject")
        drawn = forms.get(operands[0]) if forms else None
        drawn = drawn.get_object() if drawn is not None else None
        if not isinstance(drawn, StreamObject):
            return
        if drawn.get("/Subtype") == "/Image":
            self._picture(int(drawn.get("/Width", 0)))
            return
        self._forms += 1
        if id(drawn) in self._inside or len(self._inside) >= _MAX_FORM_DEPTH or self._forms > _MAX_FORMS:
            return
        matrix = drawn.get("/Matrix")
        ctm = product(matrix_of(matrix), self._state.ctm) if matrix is not None else self._state.ctm
        resources = _lookup(drawn, "/Resources") or self._resources
        text, line = self._text, self._line
        contents = ContentStream(spell_filters(drawn), getattr(drawn, "pdf", None), "bytes")
        self.run(contents, resources, replace(self._state, ctm=ctm), (*self._inside, id(drawn)))
        self._text, self._line = text, line

    def _inline_picture(self, operands: Any) -> None:
        settings = operands.get("settings", {}) if isinstance(operands, dict) else {}
        self._picture(int(settings.get("/W", settings.get("/Width", 0))))

    def _picture(self, width: int) -> None:
        area = around(self._state.ctm, (0, 0, 1, 1))
        self._grounds.paint(area)
        self.drawing.pictures.append((*area, width))

    def _begin_text(self, _: Sequence[Any]) -> None:
        self._text = self._line = IDENTITY

    def _set_font(self, operands: Sequence[Any]) -> None:
        self._set(font=self._font(self._resources, operands[0]), size=float(operands[1]))

    def _set_matrix(self, operands: Sequence[Any]) -> None:
        self._text = self._line = matrix_of(operands)

    def _move(self, operands: Sequence[Any]) -> None:
        a, b, c, d, e, f = self._line
        x, y = float(operands[0]), float(operands[1])
        self._text = self._line = (a, b, c, d, e + x * a + y * c, f + x * b + y * d)

    def _move_leading(self, operands: Sequence[Any]) -> None:
        self._set(leading=-float(operands[1]))
        self._move(operands)

    def _next_line(self, _: Sequence[Any]) -> None:
        self._move((0.0, -self._state.leading))

    def _next_show(self, operands: Sequence[Any]) -> None:
        self._next_line(())
        self._show(operands)

    def _next_show_spaced(self, operands: Sequence[Any]) -> None:
        self._set(word_spacing=float(operands[0]), spacing=float(operands[1]))
        self._next_show(operands[2:])

    def _show_spaced(self, operands: Sequence[Any]) -> None:
        for part in operands[0]:
            if isinstance(part, int | float):
                self._advance(-float(part) / 1000 * self._state.size)
            else:
                self._show((part,))

    def _advance(self, by: float) -> None:
        a, b, c, d, e, f = self._text
        if self._state.font is not None and self._state.font.is_vertical:
            self._text = (a, b, c, d, e - by * c, f - by * d)
        else:
            by *= self._state.stretch
            self._text = (a, b, c, d, e + by * a, f + by * b)

    def _show(self, operands: Sequence[Any]) -> None:
        state, data = self._state, operands[0]
        if state.font is None or not isinstance(data, bytes):
            return
        for glyph in state.font.read(data):
            width = 1.0 if state.font.is_vertical else glyph.width
            x, y = self._place()
            self._advance(width * state.size + state.spacing + (state.word_spacing if glyph.is_space else 0.0))
            self._add(glyph.text, x, y, width)

    def _place(self) -> tuple[float, float]:
        rise = self._state.rise
        return apply(self._state.ctm, self._text[4] + rise * self._text[2], self._text[5] + rise * self._text[3])

    def _add(self, text: str, x: float, y: float, width: float) -> None:
        state = self._state
        a, b, c, d, _, _ = product(self._text, state.ctm)
        if state.font is not None and state.font.is_vertical:
            a, b, c, d = -c, -d, a, b
        size = math.hypot(c, d) * abs(state.size)
        length = math.hypot(a, b) * abs(state.size) * width * state.stretch
        sign = 1 if state.size >= 0 else -1
        angle = math.atan2(b * sign, a * sign)
        last = self.drawing.runs[-1] if self.drawing.runs else None
        is_hidden = self._is_hidden(x, y, size)
        if last is not None and last.is_hidden is is_hidden and _goes_on(last, x, y, size, angle):
            last.text += text
            last.length = (x - last.x) * math.cos(angle) + (y - last.y) * math.sin(angle) + length
            last.ink = last.ink if text.isspace() else last.length
        elif not text.isspace():
            self.drawing.runs.append(Run(text, x, y, length, length, size, angle, is_hidden, state.is_red))

    def _is_hidden(self, x: float, y: float, size: float) -> bool:
        state = self._state
        if state.mode == _INVISIBLE or any(self._layers) or is_cut(state.clip, x, y, size):
            return True
        return state.is_white and state.mode in _FILLED and not self._grounds.holds(x, y + size * 0.3)

    def _stroke(self, operands: Sequence[Any]) -> None:
        self._cut()
        self.drawing.rules.extend(placed(self._state.ctm, line) for line in self._paths.stroke())

    def _close_stroke(self, operands: Sequence[Any]) -> None:
        self._paths.close(operands)
        self._stroke(operands)

    def _fill_stroke(self, operands: Sequence[Any]) -> None:
        self._paint()
        self._stroke(operands)

    def _fill(self, _: Sequence[Any]) -> None:
        self._cut()
        self._paint()
        self.drawing.rules.extend(placed(self._state.ctm, line) for line in self._paths.fill())

    def _paint(self) -> None:
        area = self._paths.bounds()
        if area is not None and not self._state.is_white:
            self._grounds.paint(around(self._state.ctm, area))

    def _clip(self, _: Sequence[Any]) -> None:
        """The path becomes the clip when it is ended."""
        self._clips = True

    def _cut(self) -> None:
        area = self._paths.bounds() if self._clips else None
        self._clips = False
        if area is not None:
            self._set(clip=clipped(self._state.clip, around(self._state.ctm, area)))

    def _end_path(self, operands: Sequence[Any]) -> None:
        self._cut()
        self._paths.drop(operands)


def _goes_on(run: Run, x: float, y: float, size: float, angle: float) -> bool:
    if abs(run.size - size) > 0.1 or abs(run.angle - angle) > 0.01:
        return False
    along = (x - run.x) * math.cos(angle) + (y - run.y) * math.sin(angle)
    across = (y - run.y) * math.cos(angle) - (x - run.x) * math.sin(angle)
    return abs(across) < size * 0.05 and -0.1 * size < along - run.length < size * _JOINED
