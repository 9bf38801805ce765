"""Who carries out the measures of a plan: notes at the end of a measure, lines of their own, brackets without verbs."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import gazetteer
from duties import Duty, extract_duties
from duties.division_notes import read_notes, without_notes
from ingest import read_file

SAMPLE = Path(__file__).resolve().parents[2] / "corpus" / "sample"
Rows = list[tuple[str, str, str]]

NOTES = [
    ("（责任单位：市民政局、市财政局，列第一位的为牵头单位）", [("lead", "市民政局"), ("cooperate", "市财政局")]),
    ("（市发改委牵头，市经信局、市商务局配合）", [("lead", "市发改委"), ("cooperate", "市经信局、市商务局")]),
    ("（市教育局、市体育局按职责分工负责）", [("lead", "市教育局、市体育局")]),
    ("（各区人民政府，市级有关部门按职责分工负责）", [("lead", "各区人民政府，市级有关部门")]),
    ("【市民政局、市财政局】", [("responsible", "市民政局、市财政局")]),
    ("（市财政局负责，2030年6月底前完成）", [("lead", "市财政局"), ("deadline", "2030年6月底前")]),
    ("（牵头单位：市发改委；完成时限：2030年底）", [("lead", "市发改委"), ("deadline", "2030年底")]),
    ("牵头单位：市发改委，配合单位：市商务局。", [("lead", "市发改委"), ("cooperate", "市商务局")]),
    ("（详见附件1）", []),
    ("（以下简称专项资金）", []),
    ("（含新建、改建、扩建）", []),
]


@pytest.mark.parametrize(("note", "parts"), NOTES)
def test_parts_of_a_note(note: str, parts: list[tuple[str, str]]) -> None:
    text = f"推进平台建设。{note}"
    found = read_notes(text)
    assert [(entry.role.value, entry.words) for entry in found] == parts
    assert all(text[entry.start :].startswith(entry.words) for entry in found)


def test_blotting_out_keeps_every_other_character_where_it_was() -> None:
    text = "推进平台（含专栏）建设。（市发改委牵头）"
    assert without_notes(text) == "推进平台（含专栏）建设。" + "。" * len("（市发改委牵头）")
    assert without_notes("推进平台建设。（详见附件）") == "推进平台建设。（详见附件）"


@pytest.fixture
def plan(tmp_path: Path) -> tuple[Duty, ...]:
    path = tmp_path / "栖澜市养老服务提升行动方案.md"
    measures = (
        "（一）完善设施布局。各区应当编制设施规划。（市民政局牵头，市财政局配合，2031年底前完成）",
        "（二）优化智慧服务。建设信息平台。",
        "牵头单位：市大数据局",
        "责任单位：市民政局、市经信局",
        "完成时限：2032年12月",
    )
    path.write_text("# 栖澜市养老服务提升行动方案\n\n一、主要任务\n\n" + "\n\n".join(measures) + "\n", encoding="utf-8")
    parsed = read_file(path, gazetteer(SAMPLE / "territories.yaml"))[0]
    found = extract_duties(parsed.instrument, parsed.version)
    text = parsed.version.text
    assert all(text[d.start : d.end] == d.quote and d.act in text and d.time_limit in text for d in found)
    return found


def test_a_measure_gives_its_own_duties_and_those_of_its_note(plan: tuple[Duty, ...]) -> None:
    assert [(d.bearer, d.role.value, d.time_limit) for d in plan[:3]] == [
        ("各区", "support", ""),
        ("市民政局", "lead", "2031年底前"),
        ("市财政局", "cooperate", "2031年底前"),
    ]
    assert [d.act for d in plan[:3]] == ["编制设施规划", "完善设施布局", "完善设施布局"]


def test_lines_of_their_own_belong_to_the_measure_above(plan: tuple[Duty, ...]) -> None:
    assert [(d.bearer, d.role.value, d.act, d.time_limit) for d in plan[3:]] == [
        ("市大数据局", "lead", "优化智慧服务", "2032年12月"),
        ("市民政局、市经信局", "cooperate", "优化智慧服务", "2032年12月"),
    ]
    assert plan[4].bodies == ("民政局", "经信局")
    assert [level.value for level in plan[4].levels] == ["municipal"]
