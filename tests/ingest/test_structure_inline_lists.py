"""Items that stand in one line are items; references and sentences that only look so are not."""

from __future__ import annotations

import pytest

from tests.ingest.texts import own_provision, parse, shape


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        ("第一条 职责如下：（一）巡查；（二）记录；（三）报告。", ["（一）巡查；", "（二）记录；", "（三）报告。"]),
        ("第一条 职责如下：（一）巡查；\n（二）记录。", ["（一）巡查；", "（二）记录。"]),
        ("第一条 职责如下：\n（一）巡查；（二）记录。\n（三）报告。", ["（一）巡查；", "（二）记录。", "（三）报告。"]),
        ("第一条 依照第二条（一）项、（二）项巡查。", []),
        ("第一条 巡查分为：（一）类站点。", []),
        ("第一条 职责如下：（二）巡查；（三）记录。", []),
        ("第一条 到2025年，1.建成站点；2.培训人员。", []),
    ],
)
def test_a_list_in_one_line(lines: str, items: list[str]) -> None:
    parsed = parse(f"栖澜市试行办法\n{lines}\n第二条 自公布之日起施行。")
    assert [label + text for eid, label, _, text in shape(parsed) if "item" in eid] == items


def test_items_of_one_line_have_their_own_spans() -> None:
    parsed = parse("栖澜市试行办法\n第一条 职责如下：（一）巡查； （二）记录。\n第二条 自公布之日起施行。")
    text = parsed.version.text
    first, second = (own_provision(parsed, f"art_1__para_1__item_{n}") for n in (1, 2))
    assert [text[p.start : p.end] for p in (first, second)] == ["（一）巡查；", "（二）记录。"]
    assert own_provision(parsed, "art_1__para_1").text == "职责如下："


def test_circled_items_of_one_line_under_a_heading() -> None:
    parsed = parse("栖澜市巡护意见\n一、保障\n①支持国企。②支持民企；③支持村社。\n二、其他\n①一项②二项。")
    assert [label + text for eid, label, _, text in shape(parsed) if "item" in eid] == [
        "①支持国企。",
        "②支持民企；",
        "③支持村社。",
        "①一项②二项。",
    ]
