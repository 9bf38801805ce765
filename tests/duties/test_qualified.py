"""Bodies told by a relative clause: hits and near misses together."""

from __future__ import annotations

import pytest

from corpus import Level
from duties.reader import Reader
from duties.subjects import Ledger

SENTENCES: tuple[tuple[str, list[str]], ...] = (
    ("作出行政处罚决定的行政机关应当公布决定。", ["作出行政处罚决定的行政机关"]),
    ("易涝地区的县级以上人民政府，应当储备抢险物资。", ["易涝地区的县级以上人民政府"]),
    ("具体方案由建设工程所在地的区人民政府制定。", ["建设工程所在地的区人民政府"]),
    ("市抗旱指挥部的其他成员单位应当配合开展工作。", ["市抗旱指挥部的其他成员单位"]),
    ("接到报告的镇人民政府应当派员核实。", ["接到报告的镇人民政府"]),
    ("栖澜港管理部门所属的港航管理机构按照规定职责承担巡护工作。", ["栖澜港管理部门所属的港航管理机构"]),
    ("依法登记的社会组织应当公开章程。", []),
    ("市民政部门规定的机构条件应当公开。", []),
    ("对违法行为负有责任的单位应当整改。", []),
    ("养犬人提出的申请应当受理。", []),
)


@pytest.mark.parametrize(("text", "bearers"), SENTENCES)
def test_bearers_of_sentence(text: str, bearers: list[str]) -> None:
    acts = Reader(text, 0, Ledger.of(text, Level.MUNICIPAL)).read()
    assert [act.subject.words for act in acts] == bearers


TOPICS: tuple[tuple[str, list[str]], ...] = (
    ("社会组织登记办法由市民政局制定。", ["市民政局"]),
    ("检验机构由市场监督管理部门责令改正。", ["市场监督管理部门"]),
    ("车辆的种类，由市人民政府根据当地实际情况规定。", ["市人民政府"]),
    ("由市应急管理部门审查后，方可使用。", ["市应急管理部门"]),
    ("社会组织应当登记。", []),
)


@pytest.mark.parametrize(("text", "bearers"), TOPICS)
def test_body_after_by_wins_over_topic(text: str, bearers: list[str]) -> None:
    acts = Reader(text, 0, Ledger.of(text, Level.MUNICIPAL)).read()
    assert [act.subject.words for act in acts] == bearers


CONTENTS = (
    ("市人民政府可以与企业签订经营协议，明确建设要求。", 1),
    ("市水利局应当编制专项规划，明确建设要求。", 1),
    ("市人民政府应当建立联席会议制度，协商解决问题。", 1),
    ("市人民政府应当建立协调机制，明确牵头部门。", 2),
)


@pytest.mark.parametrize(("text", "count"), CONTENTS)
def test_content_of_plan_or_agreement_is_no_act(text: str, count: int) -> None:
    assert len(Reader(text, 0, Ledger.of(text, Level.MUNICIPAL)).read()) == count


NAMES: tuple[tuple[str, list[str]], ...] = (
    ("栖澜海关总署印制的证件由栖澜海关总署统一制发。", ["栖澜海关总署"]),
    ("机构编制、财政等部门应当做好保障工作。", ["机构编制、财政等部门"]),
    ("上级公安机关指导、监督下级公安机关辅警工作。", ["上级公安机关"]),
    ("由登记机关对代表机构处以一万元罚款。", ["登记机关"]),
    ("报市水利局组织专家进行技术审查。", ["市水利局"]),
    ("由省人民政府送国务院水利部门备案。", ["国务院水利部门"]),
    ("市水行政主管部门(以下简称水管部门)负责调度。水管部门应当公告。", ["市水行政主管部门", "水管部门"]),
    ("由栖澜河务局商云岫省人民政府制订方案。", ["栖澜河务局", "云岫省人民政府"]),
    ("具体办法由国务院规定。", ["国务院"]),
    ("经过人民检察院批准，可以延长。", ["人民检察院"]),
    ("各级人民政府的教育行政部门，主管幼儿园管理工作。", ["各级人民政府的教育行政部门"]),
    ("街道办事处发现违法行为应当予以制止。", ["街道办事处"]),
    ("市水利局应当编制规划，经云岫省人民政府批准后组织实施。", ["市水利局", "云岫省人民政府"]),
    ("有关部门和企业事业组织应执行就业制度。", ["有关部门"]),
    ("居住区内绿化布局，应当考虑安全。", []),
    ("由成员共同遵守。", []),
    ("法律、行政法规和国务院决定另有规定的，从其规定。", []),
)


@pytest.mark.parametrize(("text", "bearers"), NAMES)
def test_names_end_where_the_text_ends_them(text: str, bearers: list[str]) -> None:
    acts = Reader(text, 0, Ledger.of(text, Level.MUNICIPAL)).read()
    assert sorted(act.subject.words for act in acts) == sorted(bearers)
