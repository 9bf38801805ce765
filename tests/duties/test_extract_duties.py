"""Extraction: what one reads out of a regulation, a plan and a list of the made-up 栖澜市."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus import Level, gazetteer
from duties import Duty, extract_duties
from duties.reader import Reader
from duties.subjects import Ledger
from ingest import read_file

SAMPLE = Path(__file__).resolve().parents[2] / "corpus" / "sample"
Read = Callable[[str], tuple[Duty, ...]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """The duties of a city regulation with the given articles."""

    def duties(body: str) -> tuple[Duty, ...]:
        path = tmp_path / "栖澜市犬只管理条例.md"
        path.write_text(f"# 栖澜市犬只管理条例\n\n<!-- INFO END -->\n\n{body}\n", encoding="utf-8")
        parsed = read_file(path, gazetteer(SAMPLE / "territories.yaml"))[0]
        found = extract_duties(parsed.instrument, parsed.version)
        assert all(parsed.version.text[duty.start : duty.end] == duty.quote for duty in found)
        assert all("。" not in duty.quote for duty in found)
        return found

    return duties


def rows(duties: tuple[Duty, ...]) -> list[tuple[str, str, str]]:
    return [(duty.bearer, duty.role.value, duty.matter) for duty in duties]


def test_each_predicate_with_its_own_object_is_a_row(read: Read) -> None:
    acts = "加强犬只管理工作的领导，建立协调机制，并将所需经费纳入本级财政预算，提高管理水平"
    found = read(f"第一条 市人民政府应当{acts}。")
    assert rows(found) == [
        ("市人民政府", "support", "犬只管理工作的领导"),
        ("市人民政府", "support", "协调机制"),
        ("市人民政府", "support", "纳入本级财政预算"),
    ]
    assert found[1].quote == "市人民政府应当加强犬只管理工作的领导，建立协调机制"


def test_items_of_a_lead_in_are_one_row_each(read: Read) -> None:
    items = "（一）制定管理计划，并组织培训；\n\n（二）监督检查养犬场所。"
    found = read(f"第一条 市公安机关统筹负责犬只管理工作，履行下列职责：\n\n{items}")
    assert [(d.item, d.bearer, d.role.value, d.quote) for d in found] == [
        (None, "市公安机关", "lead", "市公安机关统筹负责犬只管理工作"),
        (1, "市公安机关", "lead", "制定管理计划，并组织培训"),
        (2, "市公安机关", "supervise", "监督检查养犬场所"),
    ]


def test_items_of_private_persons_are_none(read: Read) -> None:
    assert read("第一条 养犬人应当遵守下列规定：\n\n（一）束犬链；\n\n（二）清除犬粪。") == ()


def test_named_partners_cooperate_and_unnamed_ones_do_not(read: Read) -> None:
    found = read("第一条 市公安机关应当会同市农业农村、民政等部门制定免疫计划，会同有关部门开展宣传。")
    assert [(d.bearer, d.role.value) for d in found] == [
        ("市公安机关", "lead"),
        ("市农业农村、民政等部门", "cooperate"),
        ("市公安机关", "lead"),
    ]


PERMITS = [
    ("养犬人应当向公安机关申请登记。", [("公安机关", "permit")]),
    ("养犬人应当向公安机关报告。", []),
    ("设立犬只诊疗点，经市农业农村主管部门批准。", [("市农业农村主管部门", "permit")]),
    ("市公安机关应当编制规划，报市人民政府批准。", [("市人民政府", "permit"), ("市公安机关", "lead")]),
]


@pytest.mark.parametrize(("text", "expected"), PERMITS)
def test_body_named_as_the_one_that_approves(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    found = read(f"第一条 {text}")
    assert sorted((d.bearer, d.role.value) for d in found) == sorted(expected)


def test_penalty_clause_is_one_row_for_a_body_and_paragraph(read: Read) -> None:
    penalty = "由公安机关责令改正；拒不改正的，处五百元以下罚款；情节严重的，由公安机关没收犬只"
    found = read(f"第一条 违反本条例第九条规定的，{penalty}。")
    assert [(d.bearer, d.role.value, d.modality.value) for d in found] == [("公安机关", "enforce", "must")]


NONE = [
    "为了规范养犬行为，根据有关法律，结合本市实际，制定本条例。",
    "本条例所称主管部门，是指公安机关应当指定的部门。",
    "本市行政区域内的犬只管理，适用本条例。",
    "本条例自2030年1月1日起施行。",
    "养犬人应当配合公安机关的检查。",
    "任何单位和个人不得遗弃犬只。",
    "规划应当包括免疫点布局。",
]


@pytest.mark.parametrize("text", NONE)
def test_no_duty(read: Read, text: str) -> None:
    assert read(f"第一条 {text}") == ()


def test_bearer_is_carried_to_the_next_sentence_and_the_quote_is_the_act_alone(read: Read) -> None:
    found = read("第一条 公安机关收到申请后，应当受理。对不符合条件的，应当书面说明理由。")
    assert [d.bearer for d in found] == ["公安机关", "公安机关"]
    assert "公安机关" not in found[1].quote


def test_private_subject_ends_the_bearer(read: Read) -> None:
    found = read("第一条 公安机关应当公布办事指南。养犬人应当按照指南办理，提交材料。")
    assert [d.quote for d in found] == ["公安机关应当公布办事指南"]


def test_body_to_be_named_has_the_duty_that_follows(read: Read) -> None:
    found = read("第一条 区人民政府应当明确相应的部门，统筹负责犬只收容工作。")
    assert [(d.bearer, [level.value for level in d.levels]) for d in found] == [
        ("区人民政府", ["county"]),
        ("相应的部门", ["county"]),
    ]


MODALITIES = [
    ("公安机关可以委托协会开展培训。", "may"),
    ("公安机关不得收取费用。", "must_not"),
    ("鼓励居民委员会组织志愿活动。", "encourage"),
    ("公安机关负责犬只登记。", "must"),
]


@pytest.mark.parametrize(("text", "modality"), MODALITIES)
def test_modality(read: Read, text: str, modality: str) -> None:
    assert [d.modality.value for d in read(f"第一条 {text}")] == [modality]


def test_powers_of_inspection_are_one_row_an_item(read: Read) -> None:
    found = read(
        "第一条 公安机关进行监督检查时，有权采取下列措施：\n\n（一）询问养犬人；\n\n（二）查阅、复制有关资料。"
    )
    assert [(d.item, d.role.value, d.modality.value) for d in found] == [
        (1, "supervise", "may"),
        (2, "supervise", "may"),
    ]


def test_filings_within_items_name_the_receiver_too(read: Read) -> None:
    found = read("第一条 养犬区域由批准机关按照下列规定报送备案：\n\n（一）区人民政府批准的区域报送市人民政府备案。")
    assert [(d.item, d.bearer, d.role.value) for d in found] == [
        (1, "批准机关", "lead"),
        (1, "市人民政府", "permit"),
    ]


OCCASIONS = [
    ("公安机关审核登记申请，应当征求居民意见。", [("公安机关", "lead", "征求居民意见")]),
    ("公安机关在审批前应当征求居民意见。", [("公安机关", "lead", "征求居民意见")]),
    ("公安机关依法履行职责，应当出示证件。", [("公安机关", "lead", "出示证件")]),
    ("公安机关负责登记，应当出示证件。", [("公安机关", "lead", "负责登记"), ("公安机关", "lead", "出示证件")]),
    ("对犬只有监管职责的市有关部门指导养犬工作。", [("对犬只有监管职责的市有关部门", "lead", "指导养犬工作")]),
]


@pytest.mark.parametrize(("text", "acts"), OCCASIONS)
def test_occasion_of_an_act_is_no_act(read: Read, text: str, acts: list[tuple[str, str, str]]) -> None:
    assert [(d.bearer, d.role.value, d.act) for d in read(f"第一条 {text}")] == acts


def test_lead_reading_of_items_that_are_no_acts(read: Read) -> None:
    found = read("第一条 市人民政府应当将经费列入预算，用于下列事项：\n\n（一）犬只免疫；\n\n（二）犬只收容。")
    assert rows(found)[0][:2] == ("市人民政府", "support")
    assert len(found) == 1


def test_collective_name_stands_at_the_levels_of_those_it_collects(read: Read) -> None:
    found = read(
        "第一条 市公安机关负责全市犬只管理工作。本款规定的负责犬只管理的部门，以下统称犬只管理部门。\n\n"
        "第二条 犬只管理部门应当公布举报电话。"
    )
    assert [(d.bearer, [level.value for level in d.levels]) for d in found] == [
        ("市公安机关", ["municipal"]),
        ("犬只管理部门", ["municipal"]),
    ]


def test_lead_and_helper_share_the_act_that_follows(read: Read) -> None:
    found = read("第一条 由市公安机关牵头，市财政部门配合，建立收容机制。")
    assert [(d.bearer, d.role.value, d.matter) for d in found] == [
        ("市公安机关", "lead", "收容机制"),
        ("市财政部门", "cooperate", "收容机制"),
    ]


def test_rows_of_a_responsibility_list_are_duties() -> None:
    path = SAMPLE / "texts" / "栖澜市网格化服务管理责任清单.xlsx"
    parsed = read_file(path, gazetteer(SAMPLE / "territories.yaml"))[0]
    found = extract_duties(parsed.instrument, parsed.version)
    fourth = [(d.bearer, d.role.value, d.matter) for d in found if d.article == 4]
    assert fourth == [("区社会工作部门", "lead", "网格划分方案"), ("街道办事处", "cooperate", "网格划分方案")]


def test_task_table_of_a_policy_document_gives_lead_and_partners() -> None:
    title = "中共栖澜市委 栖澜市人民政府关于加快推进市域社会治理现代化的意见.pdf"
    parsed = read_file(SAMPLE / "texts" / title, gazetteer(SAMPLE / "territories.yaml"))[0]
    found = [d for d in extract_duties(parsed.instrument, parsed.version) if d.eid == "annex_1__tab_1__row_5"]
    assert [(d.bearer, d.role.value) for d in found] == [("市司法局", "lead"), ("市公安局、市信访局", "cooperate")]


def test_same_text_gives_the_same_duties(read: Read) -> None:
    text = "第一条 市公安机关应当会同市农业农村部门制定计划，并向社会公布。"
    assert read(text) == read(text)


@pytest.mark.parametrize("piece", ["由公安机关", "公安、", "按照规定", "应当会同公安部门", "（以下简称甲", "的"])
def test_long_text_without_sentences_is_read_to_its_end(piece: str) -> None:
    text = "市人民政府应当制定规划，" + piece * 2000
    acts = Reader(text, 0, Ledger.of(text, Level.MUNICIPAL)).read()
    assert acts[0].matter == "规划"


def test_items_that_name_what_is_inspected_are_acts_of_the_inspector(read: Read) -> None:
    items = "（一）收容场所的使用情况；\n\n（二）制定和实施防疫计划情况。"
    found = read(f"第一条 市公安机关对养犬场所实施监督检查，包括下列事项：\n\n{items}")
    assert [(d.item, d.role.value, d.quote) for d in found] == [
        (None, "supervise", "市公安机关对养犬场所实施监督检查"),
        (1, "supervise", "收容场所的使用情况"),
        (2, "supervise", "制定和实施防疫计划情况"),
    ]


def test_contents_of_a_plan_and_conditions_are_no_acts(read: Read) -> None:
    plan = read("第一条 市公安机关应当制定管理规划，包括下列内容：\n\n（一）犬只分布情况；\n\n（二）防疫目标。")
    assert [d.item for d in plan] == [None]
    assert not read("第一条 督学应当符合下列条件：\n\n（一）熟悉法律法规；\n\n（二）具有组织能力。")


def test_objects_before_the_lead_in_are_what_its_verb_is_done_to(read: Read) -> None:
    items = "（一）犬只防疫情况；\n\n（二）收容场所运行情况。"
    found = read(f"第一条 市民政部门应当对下列事项，组织开展监督检查：\n\n{items}")
    assert [(d.item, d.role.value) for d in found] == [(1, "supervise"), (2, "supervise")]


def test_inspectors_and_their_teams_are_public_bodies(read: Read) -> None:
    found = read("第一条 责任督学应当督促学校改正。督导小组应当对学校实施专项督导。三名以上督学组成督导组。")
    assert [(d.bearer, d.role.value) for d in found] == [("责任督学", "supervise"), ("督导小组", "supervise")]


def test_under_whom_a_body_works_is_no_part_of_its_name(read: Read) -> None:
    found = read("第一条 市养犬管理机构在本级人民政府领导下负责犬只管理工作。")
    assert [(d.bearer, d.bodies) for d in found] == [("市养犬管理机构", ("养犬管理机构",))]


def test_units_after_a_list_are_the_bodies_listed(read: Read) -> None:
    found = read("第一条 公安机关、卫生行政主管部门等单位应当接入登记系统。")
    assert [(d.bearer, d.bodies) for d in found] == [
        ("公安机关、卫生行政主管部门等单位", ("公安机关", "卫生行政主管部门"))
    ]


BODIES = [
    ("市网信部门及其他有关部门", ("网信部门", "其他有关部门")),
    ("市人民代表大会或者其常务委员会", ("人民代表大会", "常务委员会")),
    ("市生态环境主管部门或者其派出机构", ("生态环境主管部门", "派出机构")),
]


@pytest.mark.parametrize(("bearer", "bodies"), BODIES)
def test_body_names_are_whole(read: Read, bearer: str, bodies: tuple[str, ...]) -> None:
    found = read(f"第一条 {bearer}应当制定管理规划。")
    assert [(d.bearer, d.bodies) for d in found] == [(bearer, bodies)]


def test_quote_of_an_item_ends_with_its_first_sentence(read: Read) -> None:
    item = "（一）受理犬只登记申请。对材料不齐全的，市农业农村部门应当告知申请人补正；"
    found = read(f"第一条 市公安机关履行下列职责：\n\n{item}\n\n（二）查处违法行为。")
    assert (found[0].item, found[0].bearer, found[0].quote) == (1, "市公安机关", "受理犬只登记申请")
    assert any(d.item == 1 and d.bearer == "市农业农村部门" for d in found)


def test_bracket_closed_in_the_other_width_does_not_swallow_the_paragraph(read: Read) -> None:
    found = read("第一条 市城市管理局（综合行政执法局)负责犬只收容工作。市公安机关负责犬只登记工作。")
    assert found[-1].bearer == "市公安机关"


def test_one_row_for_a_body_and_its_words(read: Read) -> None:
    found = read("第一条 市公安机关可以提请市人民政府审议决定。")
    assert len({(d.bearer, d.start, d.end) for d in found}) == len(found)
    assert [d.role.value for d in found if d.bearer == "市人民政府"] == ["permit"]
