"""Kinds of clause: every row by its own examples, sentences of each kind, items under their lead-in."""

from __future__ import annotations

import pytest

from corpus import EId, Provision, ProvisionKind, SourceFile, Version
from corpus.version import Dates
from duties import ClauseKind, clauses_of, shares_of
from duties.clauses.cues import CUES, STAGES, Cue
from duties.clauses.kind_of import kind_of, kind_of_list

CASES = [
    pytest.param(cue, example, expected, id=f"{cue.name}-{example}-{expected}")
    for cue in CUES
    for expected, examples in ((True, cue.must), (False, cue.must_not))
    for example in examples
]


@pytest.mark.parametrize(("cue", "example", "expected"), CASES)
def test_example_of_row(cue: Cue, example: str, expected: bool) -> None:
    assert (cue.pattern.search(example) is not None) is expected


def test_every_row_has_examples_of_both_kinds_and_a_known_stage() -> None:
    assert [cue.name for cue in CUES if not cue.must or not cue.must_not or cue.stage not in STAGES] == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("栖澜市人民政府应当编制绿道规划。", "义务性"),
        ("栖澜市人民政府应当鼓励社会资本建设绿道。", "义务性"),
        ("绿道日常养护由街道办事处负责。", "义务性"),
        ("具体办法由栖澜市人民政府另行制定。", "义务性"),
        ("云岫省人民政府领导全省的绿道工作。", "义务性"),
        ("栖澜市公安机关负责犬只登记，并可以委托街道办事处受理申请。", "义务性"),
        ("单位和个人有爱护绿道的义务。", "义务性"),
        ("未经批准，任何单位和个人不得占用绿道。", "禁止性"),
        ("禁止在绿道内停放机动车。", "禁止性"),
        ("携犬进入禁止进入的区域的，养犬人应当立即离开。", "义务性"),
        ("发现应当报废的设施的，有权投诉。", "赋权性"),
        ("市民可以对绿道规划提出意见。", "赋权性"),
        ("业主享有知悉账目的权利。", "赋权性"),
        ("绿道管理中的行政处罚权由街道办事处行使。", "赋权性"),
        ("鼓励志愿者参与绿道养护，成绩突出的可以表彰。", "倡导性"),
        ("本市倡导绿色出行。", "倡导性"),
        ("为了加强绿道管理，根据有关法律、法规，制定本条例。", "宣示性"),
        ("绿道管理应当遵循生态优先、便民利民的原则。", "宣示性"),
        ("本市实行绿道分级管理制度。", "宣示性"),
        ("国家保护公民使用绿道的合法权益。", "宣示性"),
        ("本条例所称绿道，是指供人步行和骑行的绿色通道。", "陈述性"),
        ("本市行政区域内的绿道管理，适用本条例。", "陈述性"),
        ("本条例自2030年1月1日起施行。", "陈述性"),
        ("法律、法规另有规定的，从其规定。", "陈述性"),
        ("绿道分为市级绿道和社区绿道。", "陈述性"),
        ("违反前款规定的，由城市管理部门责令改正，可以处二百元以上一千元以下罚款。", "罚则"),
        ("构成犯罪的，依法追究刑事责任。", "罚则"),
        ("违反本条例规定，损毁绿道的，依照《云岫省绿道条例》的规定处罚。", "罚则"),
        ("主管人员玩忽职守的，应当依法给予处分。", "罚则"),
        ("对同一个违法行为，不得给予两次罚款的处罚。", "禁止性"),
        ("调查人员应当告知证人权利，并责令其签名。", "义务性"),
        ("绿道养护员有权责令停止损毁绿道的行为。", "赋权性"),
        ("绿道的所有权人负责养护。", "义务性"),
        ("市民使用绿道的权利不受侵犯。", "宣示性"),
        ("绿道建设可以根据实际，参照公路标准执行。", "赋权性"),
        ("保险人不负赔偿责任。", "陈述性"),
        ("剩余的养护经费依照章程规定处理。", "陈述性"),
        ("违反本条例规定的行为，法律、法规已有处罚规定的，依照其规定处罚。", "陈述性"),
        ("社会组织的绿道管理活动按照本条例执行。", "陈述性"),
        ("市城市管理部门会同有关部门，依照本条例第五条的规定，制定、调整并公布绿道目录。", "义务性"),
        ("国家对进口犬只进行检疫管理。", "宣示性"),
        ("评审团由专家组成，或者由专家和人民代表组成，成员为单数。", "陈述性"),
        ("市、区认为由对方管辖更为适宜的，可以移交对方。", "赋权性"),
        ("如果认为由对方管辖更为适宜，可以移交对方。", "赋权性"),
        ("中华人民共和国根据互惠的原则，促进绿道领域的国际合作。", "宣示性"),
        ("国家采取措施鼓励社会资本建设绿道，发展绿道经济。", "倡导性"),
        ("县级以上人民政府应当采取措施鼓励社会资本建设绿道。", "义务性"),
        ("对绿道建设有突出贡献的单位和个人，按照有关规定予以表彰或者奖励。", "倡导性"),
        ("市人民政府应当对有突出贡献的单位予以表彰。", "义务性"),
        ("经营绿道服务中有不正当竞争行为的，依照有关法律的规定处理。", "罚则"),
    ],
)
def test_kind_of_a_sentence(sentence: str, expected: str) -> None:
    assert kind_of(sentence)[0].value == expected


@pytest.mark.parametrize(
    ("sentence", "elsewhere", "on_liability"),
    [
        ("被吊销许可证的，其主管人员五年内不得从事养护活动。", "禁止性", "罚则"),
        ("登记机关三年内不再受理其申请。", "义务性", "罚则"),
        ("对直接负责的主管人员予以约谈、问责。", "义务性", "罚则"),
        ("法律、法规已有规定的，从其规定。", "陈述性", "陈述性"),
        ("当事人可以依法申请行政复议。", "赋权性", "赋权性"),
    ],
)
def test_sanctions_are_told_by_their_chapter(sentence: str, elsewhere: str, on_liability: str) -> None:
    assert kind_of(sentence)[0].value == elsewhere
    assert kind_of(sentence, on_liability=True)[0].value == on_liability


@pytest.mark.parametrize(
    ("item", "lead", "expected"),
    [
        ("设置养犬宣传栏；", "义务性", "义务性"),
        ("鼓励居民参与；", "义务性", "义务性"),
        ("不得泄露个人信息；", "义务性", "禁止性"),
        ("其他依法应当公开的信息。", "陈述性", "陈述性"),
        ("未按照规定应当公开而未公开的；", "罚则", "罚则"),
        ("情节轻微的，处五十元罚款；", "陈述性", "罚则"),
        ("责令停止施工；", "赋权性", "赋权性"),
        ("负责人的姓名；", "义务性", "义务性"),
        ("不得收取费用以外的押金；", "义务性", "禁止性"),
        ("穿过居民区的，应当设置隔音的屏障；", "陈述性", "义务性"),
        ("应当公开的信息；", "陈述性", "陈述性"),
        ("社区绿道，由街道办事处负责设置；", "陈述性", "义务性"),
        ("有效期三年；", "宣示性", "宣示性"),
    ],
)
def test_kind_of_an_item_under_its_lead_in(item: str, lead: str, expected: str) -> None:
    assert kind_of(item, ClauseKind(lead))[0].value == expected


def version_of(*parts: tuple[str, ProvisionKind, str, str]) -> Version:
    text, provisions = "", []
    for eid, kind, label, words in parts:
        start = len(text)
        text += f"{label}{words}\n"
        provisions.append(Provision(EId(eid), kind, label, "", words, start, len(text) - 1))
    source = SourceFile("0" * 64, "绿道.md", "text/markdown", len(text))
    return Version("v1", "i1", source, text, Dates(), tuple(provisions))


def test_sentences_are_counted_in_each_provision_and_stand_where_they_say() -> None:
    version = version_of(
        ("art_3__para_1", ProvisionKind.PARAGRAPH, "第三条　", "绿道是公共设施。有下列情形之一的，处二百元罚款："),
        ("art_3__para_1__item_1", ProvisionKind.ITEM, "（一）", "占用绿道的；"),
        ("art_3__para_1__item_2", ProvisionKind.ITEM, "（二）", "损毁绿道的。"),
        ("art_4__para_1", ProvisionKind.PARAGRAPH, "第四条　", "巡查记录应当写明“已处理。”"),
    )
    clauses = clauses_of(version)
    assert [(str(c.eid), c.ordinal, c.kind.value, version.text[c.start : c.end]) for c in clauses] == [
        ("art_3__para_1", 1, "陈述性", "绿道是公共设施。"),
        ("art_3__para_1", 2, "罚则", "有下列情形之一的，处二百元罚款："),
        ("art_3__para_1__item_1", 1, "罚则", "占用绿道的；"),
        ("art_3__para_1__item_2", 1, "罚则", "损毁绿道的。"),
        ("art_4__para_1", 1, "义务性", "巡查记录应当写明“已处理。”"),
    ]
    shares = shares_of(clauses)
    assert (shares.total, shares.of(ClauseKind.PENALTY), shares.of(ClauseKind.DUTY)) == (5, 3 / 5, 1 / 5)
    assert (shares + shares).counts[ClauseKind.PENALTY] == 6


@pytest.mark.parametrize(
    ("lead_in", "expected"),
    [
        ("游客应当爱护绿道，不得有下列行为：", "禁止性"),
        ("不得占用绿道，但有下列情形之一的，应当准许：", "义务性"),
        ("街道办事处应当对绿道负责，履行下列职责：", "义务性"),
        ("有下列情形之一的，评审人员应当回避，申请人有权要求其回避：", "义务性"),
        ("游客不得有下列行为，由城市管理部门责令改正，可以处罚款：", "罚则"),
    ],
)
def test_items_go_by_the_modal_next_to_them(lead_in: str, expected: str) -> None:
    assert kind_of_list(lead_in, kind_of(lead_in)[0]).value == expected
