"""Plots as SVG drawn by hand: nothing is fetched and no drawing library is needed to read a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from eval.retrieval.interval import Mean

_COLOURS = ("#9aa5b1", "#4a7fb0", "#2f9e8f", "#b8552f", "#7a5aa6", "#c79a2a", "#5b6b2f", "#a83f6f")
_LEFT, _WIDTH, _ROW = 190, 460, 22


def bars(title: str, means: Mapping[str, Mean]) -> str:
    """One bar per name between 0 and 1, with its interval as a line."""
    parts = [_text(0, 16, title, "start", bold=True)]
    for at, (name, mean) in enumerate(means.items()):
        y = 30 + at * _ROW
        low, high = (_LEFT + edge * _WIDTH for edge in (mean.low, mean.high))
        middle = y + _ROW / 2 - 3
        parts += [
            _text(_LEFT - 8, y + 13, name, "end"),
            _box(_LEFT, y, mean.value * _WIDTH, _ROW - 6, colour(at)),
            f'<path d="M{low:.1f} {middle:.1f}H{high:.1f}" stroke="#222" stroke-width="1.5"/>',
            _text(_LEFT + _WIDTH + 10, y + 13, f"{mean.value:.3f}", "start"),
        ]
    return _svg(title, _LEFT + _WIDTH + 60, 30 + len(means) * _ROW + 8, parts)


def curves(title: str, lines: Mapping[str, Sequence[float]]) -> str:
    """One line per name over the ranks 1, 2, 3 …, each value between 0 and 1."""
    height, top = 240, 30
    parts = [_text(0, 16, title, "start", bold=True)]
    for tenth in range(0, 11, 2):
        y = top + height * (1 - tenth / 10)
        parts.append(f'<path d="M{_LEFT} {y:.1f}h{_WIDTH}" stroke="#ddd"/>')
        parts.append(_text(_LEFT - 8, y + 4, f"{tenth / 10:.1f}", "end"))
    for at, (name, values) in enumerate(lines.items()):
        step = _WIDTH / max(len(values) - 1, 1)
        points = " ".join(f"{_LEFT + i * step:.1f},{top + height * (1 - v):.1f}" for i, v in enumerate(values))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour(at)}" stroke-width="2"/>')
        parts += [_box(0, top + at * _ROW, 12, 12, colour(at)), _text(18, top + 11 + at * _ROW, name, "start")]
    last = max((len(values) for values in lines.values()), default=1)
    parts += [
        _text(_LEFT, top + height + 18, "1", "middle"),
        _text(_LEFT + _WIDTH, top + height + 18, str(last), "middle"),
        _text(_LEFT + _WIDTH / 2, top + height + 18, "rank", "middle"),
    ]
    return _svg(title, _LEFT + _WIDTH + 60, max(top + height, top + len(lines) * _ROW) + 30, parts)


def differences(title: str, values: Sequence[float]) -> str:
    """One thin bar per topic that moved, gains above the line and losses below."""
    half, top = 80, 30
    step = _WIDTH / max(len(values), 1)
    parts = [_text(0, 16, title, "start", bold=True)]
    for at, value in enumerate(values):
        y = top + half - max(value, 0.0) * half
        fill = "#2f9e8f" if value > 0 else "#b8552f"
        parts.append(_box(_LEFT + at * step, y, max(step - 1, 0.5), abs(value) * half, fill))
    parts += [
        f'<path d="M{_LEFT} {top + half}h{_WIDTH}" stroke="#222"/>',
        _text(_LEFT - 8, top + 10, "+1", "end"),
        _text(_LEFT - 8, top + 2 * half, "-1", "end"),
    ]
    return _svg(title, _LEFT + _WIDTH + 60, top + 2 * half + 12, parts)


def colour(at: int) -> str:
    """The colour of the retriever at this place, the same in every plot."""
    return _COLOURS[at % len(_COLOURS)]


def _box(x: float, y: float, width: float, height: float, fill: str) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{fill}"/>'


def _text(x: float, y: float, words: str, anchor: str, *, bold: bool = False) -> str:
    weight = ' font-weight="600"' if bold else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{weight}>{escape(words)}</text>'


def _svg(title: str, width: float, height: float, parts: Sequence[str]) -> str:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
        f'height="{height:.0f}" font-family="sans-serif" font-size="12" role="img" aria-label="{escape(title)}">'
    )
    return "\n".join((head, f'<rect width="{width:.0f}" height="{height:.0f}" fill="#fff"/>', *parts, "</svg>"))
