"""Long procedures and old drafting: what is an act there, whose it is, and what only leads up to one."""

from __future__ import annotations

import pytest

from corpus import Level
from duties.duty import Role
from duties.reader import Reader
from duties.subjects import Ledger

SENTENCES: tuple[tuple[str, list[tuple[str, int]]], ...] = (
    (
        "云岫乡人民政府、街道办事处以及村民委员会应当协助做好护林工作。",
        [("云岫乡人民政府、街道办事处以及村民委员会", 1)],
    ),
    ("市人大常委会，市人民政府应当关心志愿者。", [("市人大常委会，市人民政府", 1)]),
    ("商户违规经营，市商务部门应当约谈。", [("市商务部门", 1)]),
    ("全国护林委员会每5年组织开展一次资源普查。", [("全国护林委员会", 1)]),
    ("县水利部门应当组织有关专家，对方案进行评审。", [("县水利部门", 1)]),
    ("县水利部门应当组织专家评审方案，建立专家名录。", [("县水利部门", 2)]),
    ("税务所和审计人员办理审计事项，应当保守被审计单位的秘密。", [("税务所和审计人员", 1)]),
    ("市民政部门办理登记。", [("市民政部门", 1)]),
    ("各救助站承担救助任务的范围，由市民政部门确定。", [("市民政部门", 1)]),
    (
        "重点保护的古桥由市文物部门认定，实行一般保护的古桥分别由县级文物部门认定。",
        [("市文物部门", 1), ("县级文物部门", 1)],
    ),
    ("县林业部门应当按照林地的种类进行评估，研究确定保护指标。", [("县林业部门", 2)]),
    ("县林业部门应当发布指引，指导公众有效应对各类灾害。", [("县林业部门", 2)]),
    ("人民调解委员会应当及时调解纠纷。", []),
    ("工商所应当建立台账。", [("工商所", 1)]),
    ("收费比例经省、自治区、直辖市批准，可以适当提高。", [("省、自治区、直辖市", 1)]),
    (
        "受市民政部门委托的其他有关部门救助管理机构，在本系统内行使职权。",
        [("受市民政部门委托的其他有关部门救助管理机构", 1)],
    ),
)


@pytest.mark.parametrize(("text", "bearers"), SENTENCES)
def test_bearers_of_sentence(text: str, bearers: list[tuple[str, int]]) -> None:
    acts = Reader(text, 0, Ledger.of(text, Level.NATIONAL)).read()
    assert [act.subject.words for act in acts] == [words for words, count in bearers for _ in range(count)]


def test_penalties_of_one_body_in_a_paragraph_are_one_act() -> None:
    text = (
        "违反第八条规定的，由县水利部门限制其用水量，可以并处罚款。情节严重的，可以会同市监部门没收设备，并处以罚款。"
    )
    acts = Reader(text, 0, Ledger.of(text, Level.NATIONAL)).read()
    assert [(act.subject.words, act.role) for act in acts] == [
        ("县水利部门", Role.ENFORCE),
        ("市监部门", Role.COOPERATE),
    ]


LEADS = (
    ("工商所的主要职责是：", "工商所"),
    ("县水利部门在抗旱工作中的主要职责：", "县水利部门"),
    ("县水利部门对抗旱工作行使监督职权。其职责是：", "县水利部门"),
    ("民宿协会的主要职责是：", None),
)


@pytest.mark.parametrize(("text", "bearer"), LEADS)
def test_lead_in_that_names_its_body_by_the_way(text: str, bearer: str | None) -> None:
    reader = Reader(text, 0, Ledger.of(text, Level.NATIONAL))
    reader.read()
    found = reader.subject.words if reader.subject is not None and reader.lead_in else None
    assert found == bearer
