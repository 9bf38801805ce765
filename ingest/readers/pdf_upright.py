"""A page set upright (转正): coordinates turned so that its text runs from left to right, whatever it is drawn in."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ingest.readers.pdf_drawing import Drawing, Run
from ingest.readers.pdf_words import Page, Rule, Word

_STEP = math.radians(5)
_QUARTER = math.pi / 2
_RULE_SLANT = 1.5
_WATERMARK = 2.2
_CROSSED = 2
Box = tuple[float, float, float, float]


def set_upright(drawing: Drawing, number: int, box: Box) -> tuple[Page, ...]:
    """The page in the direction of most of its text, then what is printed at right angles to it, as pages of its own.

    Left out is what people do not see or do not read as text: letters outside ``box`` (the crop box), and slanted
    ones (a watermark), of which the page's warnings tell.
    """
    seen = [run for run in _once(drawing.runs) if _is_inside(run, box) and run.text.strip("\x00")]
    groups: dict[int, list[Run]] = defaultdict(list)
    for run in seen:
        groups[round(run.angle / _STEP) % 72].append(run)
    order = sorted(groups, key=lambda key: -sum(len(run.text) for run in groups[key]))
    if not order:
        return (Page(number, ()),)
    main = order[0]
    slanted = [run for key in order if (key - main) % 18 not in (0, 1, 17) for run in groups[key]]
    over = _printed_over([run for key in order if (key - main) % 72 in (0, 1, 71) for run in groups[key]])
    warnings = (
        *((f"第{number}页斜排的文字（水印）未收录",) if slanted else ()),
        *((f"第{number}页衬在正文下的大字（水印）未收录",) if over else ()),
    )
    pages = []
    for quarter in (0, 9 * 2, 9 * 4, 9 * 6):
        near = (groups[key] for key in order if (key - main - quarter) % 72 in (0, 1, 71))
        runs = [run for group in near for run in group if id(run) not in over]
        if runs:
            angle = _mean_angle(runs)
            words = tuple(_word(run, angle) for run in runs)
            rules = tuple(_rules(drawing.rules, angle)) if quarter == 0 else ()
            pages.append(Page(number, words, rules, warnings if quarter == 0 else ()))
    return tuple(pages)


def _printed_over(runs: Sequence[Run]) -> frozenset[int]:
    """The ids of runs in type much larger than the text that lie across two of its lines or more: a level watermark."""
    sizes = sorted(run.size for run in runs for _ in run.text)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    large = [run for run in runs if run.size > usual * _WATERMARK]
    plain = [run for run in runs if run.size <= usual * _WATERMARK] if large else []
    return frozenset(id(run) for run in large if _lines_under(run, plain) >= _CROSSED)


def _lines_under(large: Run, runs: Sequence[Run]) -> int:
    cos, sin = math.cos(large.angle), math.sin(large.angle)
    lines: set[int] = set()
    for run in runs:
        dx, dy = run.x - large.x, run.y - large.y
        along, across = dx * cos + dy * sin, dy * cos - dx * sin
        if -run.ink < along < large.ink and -0.15 * large.size < across < 0.75 * large.size:
            lines.add(round(across / max(1.0, run.size)))
    return len(lines)


def _once(runs: Sequence[Run]) -> Iterator[Run]:
    """The runs without those drawn a second time nearly in the same place, as bold type is imitated."""
    seen: set[tuple[str, int, int]] = set()
    for run in runs:
        x, y, step = run.x, run.y, max(1.0, run.size * 0.12)
        near = {(run.text, round(x / step) + i, round(y / step) + j) for i in (-1, 0, 1) for j in (-1, 0, 1)}
        if not near & seen:
            yield run
        seen.add((run.text, round(x / step), round(y / step)))


def _is_inside(run: Run, box: Box) -> bool:
    x = run.x + math.cos(run.angle) * run.length / 2
    y = run.y + math.sin(run.angle) * run.length / 2
    return box[0] - 2 <= x <= box[2] + 2 and box[1] - 2 <= y <= box[3] + 2


def _mean_angle(runs: Sequence[Run]) -> float:
    weight = [(len(run.text), run.angle) for run in runs]
    return math.atan2(sum(n * math.sin(a) for n, a in weight), sum(n * math.cos(a) for n, a in weight))


def _turn(x: float, y: float, angle: float) -> tuple[float, float]:
    return x * math.cos(angle) + y * math.sin(angle), y * math.cos(angle) - x * math.sin(angle)


def _word(run: Run, angle: float) -> Word:
    x, y = _turn(run.x, run.y, angle) if angle else (run.x, run.y)
    text = run.text.rstrip()
    return Word(text, x, y, run.size, run.ink, is_red=run.is_red, ends_blank=text != run.text)


def _rules(lines: Sequence[Box], angle: float) -> Iterator[Rule]:
    for x0, y0, x1, y1 in lines:
        (ax, ay), (bx, by) = _turn(x0, y0, angle), _turn(x1, y1, angle)
        if min(abs(ax - bx), abs(ay - by)) <= _RULE_SLANT < max(abs(ax - bx), abs(ay - by)):
            yield Rule(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
