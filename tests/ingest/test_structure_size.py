"""Ten times the text is ten times the work, counted in calls, whatever stands in it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from corpus import ProvisionKind
from ingest.line import CleanText, Line, place_lines
from ingest.structure import structure_text

# Room for what a text costs once (title, form), none for what grows faster than the text.
_SLACK = 1.15


def _calls(clean: CleanText) -> int:
    count = 0

    def see(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(see)
    try:
        structure_text(clean)
    finally:
        sys.setprofile(None)
    return count


def _repeated(line: str) -> Callable[[int], list[str]]:
    return lambda count: [line.replace("N", str(n + 1)) for n in range(count)]


@pytest.mark.parametrize(
    "make",
    [
        _repeated("第N条 本条规定巡护事项。"),
        _repeated("没有编号的一段话。"),
        _repeated("一、任务"),
        _repeated("（一）任务"),
        _repeated("1.任务"),
        _repeated("第N条 修改为：“甲"),
        _repeated("“第N条 甲“乙”"),
        _repeated("增加一条，作为第N条："),
        _repeated("第三条 甲。"),
        lambda count: [line for n in range(count // 2) for line in ("（一）甲；", f"{n}.乙；")],
        lambda count: ["第一条 职责如下：", "（一）甲；", *["说明。"] * count, "（二）乙。"],
        lambda count: [line for n in range(count // 3) for line in (f"第{n + 1}条 修改为：“", f"第{n + 2}条 甲", "”")],
    ],
    ids=range(12),
)
def test_the_work_grows_with_the_text_and_no_faster(make: Callable[[int], list[str]]) -> None:
    def clean(count: int) -> CleanText:
        return place_lines([Line("栖澜市试行办法"), *(Line(text) for text in make(count))])

    structure_text(clean(50))
    small, big = _calls(clean(300)), _calls(clean(3000))
    assert big <= 10 * small * _SLACK


def test_two_hundred_thousand_articles_are_all_there() -> None:
    lines = [Line(f"第{n}条 本条规定巡护事项。") for n in range(1, 200_001)]
    outline = structure_text(place_lines(lines))
    articles = [p for p in outline.provisions if p.kind is ProvisionKind.ARTICLE]
    assert (len(articles), articles[0].eid, articles[-1].eid) == (200_000, "art_1", "art_200000")
    assert outline.warnings == ()
