"""Details of a duty: the act alone, its condition, its limit and its counterparts, each a run of the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import gazetteer
from duties import Duty, extract_duties
from ingest import read_file

SAMPLE = Path(__file__).resolve().parents[2] / "corpus" / "sample"


def duties(folder: Path, body: str) -> tuple[Duty, ...]:
    path = folder / "栖澜市犬只管理条例.md"
    path.write_text(f"# 栖澜市犬只管理条例\n\n<!-- INFO END -->\n\n第一条 {body}\n", encoding="utf-8")
    parsed = read_file(path, gazetteer(SAMPLE / "territories.yaml"))[0]
    found = extract_duties(parsed.instrument, parsed.version)
    for duty in found:
        words = (duty.act, duty.condition, duty.time_limit, *(other.words for other in duty.counterparts))
        assert all(word in parsed.version.text for word in words)
    return found


ACTS = [
    ("市公安机关应当依法及时公布禁养名录。", "公布禁养名录"),
    ("市公安机关应当自受理之日起十五日内作出决定。", "作出决定"),
    ("市公安机关应当会同市农业农村部门编制管理规划。", "编制管理规划"),
    ("发现伤人犬只的，市公安机关应当立即捕捉。", "捕捉"),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_act_alone(tmp_path: Path, text: str, act: str) -> None:
    assert act in [duty.act for duty in duties(tmp_path, text)]


CONDITIONS = [
    ("发现伤人犬只的，市公安机关应当立即捕捉。", "发现伤人犬只的"),
    ("市公安机关接到举报后，应当组织救助犬只。", "接到举报后"),
    ("市公安机关应当按照规定的程序公布名录。", ""),
    ("违反本条例规定，携犬进入公园的，由市城市管理部门责令改正。", "违反本条例规定，携犬进入公园的"),
    ("养犬人可以申请登记；材料齐全的，市公安机关应当受理。", "材料齐全的"),
    ("必要时由市公安机关组织抓捕。", "必要时"),
    ("材料齐全的，市公安机关应当发放犬牌，并植入标识。", "材料齐全的"),
]


@pytest.mark.parametrize(("text", "condition"), CONDITIONS)
def test_condition(tmp_path: Path, text: str, condition: str) -> None:
    assert duties(tmp_path, text)[-1].condition == condition


def test_condition_of_a_later_act_is_not_that_of_the_first(tmp_path: Path) -> None:
    found = duties(tmp_path, "市公安机关应当检查养犬场所，发现隐患的，责令养犬人改正。")
    assert [duty.condition for duty in found] == ["", "发现隐患的"]


LIMITS = [
    ("市公安机关应当自受理申请之日起十五日内作出决定。", "自受理申请之日起十五日内"),
    ("市公安机关应当在接到举报后五个工作日内作出答复。", "在接到举报后五个工作日内"),
    ("市公安机关应当在每年一月三十一日前公布收费目录。", "在每年一月三十一日前"),
    ("市公安机关应当每半年发布工作报告。", "每半年"),
    ("市公安机关应当及时发布工作报告。", ""),
    ("市公安机关应当责令养犬人十日内改正。", ""),
    ("养犬人应当在三日内登记，市公安机关应当发放犬牌。", ""),
    ("违反规定的，由市公安机关责令改正；两年内再次违反的，处五百元罚款。", ""),
]


@pytest.mark.parametrize(("text", "limit"), LIMITS)
def test_time_limit(tmp_path: Path, text: str, limit: str) -> None:
    assert duties(tmp_path, text)[-1].time_limit == limit


COUNTERPARTS = [
    ("市公安机关应当会同市农业农村部门编制规划。", [("会同", "市农业农村部门")]),
    ("市公安机关应当编制规划，报市人民政府批准后公布。", [("报批", "市人民政府")]),
    ("区公安机关应当制定方案，并报市公安机关备案。", [("备案", "市公安机关")]),
    ("市公安机关应当每年向市人民政府报告工作情况。", [("报告", "市人民政府")]),
    ("市公安机关应当征求市农业农村部门的意见。", [("征求意见", "市农业农村部门")]),
    ("市公安机关可以委托街道办事处登记犬只。", [("委托", "街道办事处")]),
    ("市公安机关应当将线索移送市场监督管理部门。", [("移送", "市场监督管理部门")]),
    ("市公安机关应当听取养犬人的意见。", []),
    ("养犬人应当向市公安机关申请登记，市公安机关应当发放犬牌。", []),
]


@pytest.mark.parametrize(("text", "expected"), COUNTERPARTS)
def test_counterparts(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    duty = next(duty for duty in duties(tmp_path, text) if duty.role.value not in ("permit", "cooperate"))
    assert [(other.dealing.value, other.words) for other in duty.counterparts] == expected


def test_bodies_of_a_counterpart_have_no_level_words(tmp_path: Path) -> None:
    found = duties(tmp_path, "市公安机关应当会同市农业农村、民政等部门编制规划。")
    partners = [other for duty in found for other in duty.counterparts]
    assert partners[0].bodies == ("农业农村部门", "民政部门")
