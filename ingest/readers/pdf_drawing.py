"""What a PDF page draws (绘制指令): runs of letters, ruled lines and pictures, in the page's own coordinates."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pypdf import PageObject
from pypdf.generic import ContentStream, NullObject, StreamObject

from ingest.readers.pdf_filters import spell_filters
from ingest.readers.pdf_fonts import GlyphReader
from ingest.readers.pdf_matrix import IDENTITY, Box, Matrix, apply, matrix_of, placed, product
from ingest.readers.pdf_paths import Paths

_MAX_FORM_DEPTH = 12
_MAX_FORMS = 2_000
_INVISIBLE = 3
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


class Interpreter:
    """Follows the content streams of the pages of one file; a font is read once."""

    def __init__(self) -> None:
        self._fonts: dict[Any, GlyphReader | None] = {}

    def draw(self, page: PageObject) -> Drawing:
        """What ``page`` draws; a form that draws itself is drawn once."""
        pen = _Pen(self._font)
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

    def __init__(self, font: Callable[[Any, str], GlyphReader | None]) -> None:
        self.drawing = Drawing()
        self._font = font
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
            b"rg": self._colour, b"sc": self._colour, b"scn": self._colour, b"k": self._colour, b"g": self._colour,
            b"m": paths.move, b"l": paths.line, b"re": paths.box, b"h": paths.close, b"n": paths.drop,
            b"S": self._stroke, b"s": self._close_stroke, b"B": self._stroke, b"B*": self._stroke,
            b"b": self._close_stroke, b"b*": self._close_stroke, b"f": self._fill, b"F": self._fill, b"f*": self._fill,
            b"INLINE IMAGE": self._inline_picture,
        }  # fmt: skip

    def run(self, contents: Any, resources: Any, state: _State, inside: tuple[int, ...]) -> None:
        """Run one content stream; ``inside`` are the forms that it is drawn by."""
        before = (self._state, self._stack, self._resources, self._inside)
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

    def _set(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)

    def _save(self, _: Sequence[Any]) -> None:
        self._stack.append(self._state)

    def _restore(self, _: Sequence[Any]) -> None:
        if self._stack:
            self._state = self._stack.pop()

    def _concat(self, operands: Sequence[Any]) -> None:
        self._set(ctm=product(matrix_of(operands), self._state.ctm))

    def _colour(self, operands: Sequence[Any]) -> None:
        values = [float(value) for value in operands if isinstance(value, int | float)]
        is_red = len(values) == 3 and values[0] > 0.6 and max(values[1:]) < 0.35
        is_red = is_red or (len(values) == 4 and values[0] < 0.3 and min(values[1:3]) > 0.6 and values[3] < 0.4)
        if is_red is not self._state.is_red:
            self._set(is_red=is_red)

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
        corners = [apply(self._state.ctm, x, y) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        self.drawing.pictures.append((min(xs), min(ys), max(xs), max(ys), width))

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
        if last is not None and _goes_on(last, x, y, size, angle):
            last.text += text
            last.length = (x - last.x) * math.cos(angle) + (y - last.y) * math.sin(angle) + length
            last.ink = last.ink if text.isspace() else last.length
        elif not text.isspace():
            is_hidden = state.mode == _INVISIBLE
            self.drawing.runs.append(Run(text, x, y, length, length, size, angle, is_hidden, state.is_red))

    def _stroke(self, _: Sequence[Any]) -> None:
        self.drawing.rules.extend(placed(self._state.ctm, line) for line in self._paths.stroke())

    def _close_stroke(self, operands: Sequence[Any]) -> None:
        self._paths.close(operands)
        self._stroke(operands)

    def _fill(self, _: Sequence[Any]) -> None:
        self.drawing.rules.extend(placed(self._state.ctm, line) for line in self._paths.fill())


def _goes_on(run: Run, x: float, y: float, size: float, angle: float) -> bool:
    if abs(run.size - size) > 0.1 or abs(run.angle - angle) > 0.01:
        return False
    along = (x - run.x) * math.cos(angle) + (y - run.y) * math.sin(angle)
    across = (y - run.y) * math.cos(angle) - (x - run.x) * math.sin(angle)
    return abs(across) < size * 0.05 and -0.1 * size < along - run.length < size * _JOINED
