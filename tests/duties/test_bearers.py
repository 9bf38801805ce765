"""Bearers: which words are the subject, which bodies they name, and at which levels those stand."""

from __future__ import annotations

import pytest

from corpus import Level
from duties.bearers import find_mention
from duties.subjects import Ledger
from duties.verbs import FOLLOW

M, C, P, T, V = Level.MUNICIPAL, Level.COUNTY, Level.PROVINCIAL, Level.TOWNSHIP, Level.VILLAGE

FOUND = [
    ("市人民政府应当制定规划", "市人民政府", ["人民政府"], [M]),
    ("市和区、县（市）人民政府应当建立机制", "市和区、县（市）人民政府", ["人民政府"], [M, C]),
    ("县级以上人民政府及其有关部门应当", "县级以上人民政府及其有关部门", ["人民政府", "有关部门"], [M, C]),
    ("各级人民政府应当加强领导", "各级人民政府", ["人民政府"], [M, C, T]),
    ("市发展和改革、公安等部门按照各自职责", "市发展和改革、公安等部门", ["发展和改革部门", "公安机关"], [M]),
    ("水利、商务等部门和行业协会应当", "水利、商务等部门", ["水利部门", "商务部门"], [M, C]),
    ("市场监督管理部门负责商品质量", "市场监督管理部门", ["市场监督管理部门"], [M, C]),
    ("乡（镇）人民政府、街道办事处应当", "乡（镇）人民政府、街道办事处", ["乡镇人民政府", "街道办事处"], [T]),
    ("村（居）民委员会应当协助", "村（居）民委员会", ["村民委员会", "居民委员会"], [V]),
    ("机关、企业事业单位应当节约用水", "机关", ["机关"], []),
    ("业主、物业服务企业和居民委员会应当", "居民委员会", ["居民委员会"], [V]),
    ("有关部门应当依法处理", "有关部门", ["有关部门"], []),
    ("房屋征收部门应当支付补偿", "房屋征收部门", ["房屋征收部门"], [M, C]),
    ("负有安全监管职责的部门应当巡查", "负有安全监管职责的部门", ["负有安全监管职责的部门"], [M, C]),
    (
        "公安机关或者受公安机关委托的登记机构可以",
        "公安机关或者受公安机关委托的登记机构",
        ["公安机关", "受公安机关委托的登记机构"],
        [M, C],
    ),
    ("设区的市、县（市、区）水行政主管部门负责", "设区的市、县（市、区）水行政主管部门", ["水行政主管部门"], [M, C]),
    ("省民政部门制定办法", "省民政部门", ["民政部门"], [P]),
    ("市卫生健康委、市财政局应当安排经费", "市卫生健康委、市财政局", ["卫生健康委", "财政局"], [M]),
]

NOT_FOUND = [
    "物业服务企业应当清扫道路",
    "业主委员会可以聘请顾问",
    "养老机构应当签订协议",
    "人民政府规定的条件应当公布",
    "省人民政府确定的区域实行封闭管理",
    "政府采购应当公开",
    "由市人民政府制定办法",
]


@pytest.mark.parametrize(("text", "words", "bodies", "levels"), FOUND)
def test_public_subject(text: str, words: str, bodies: list[str], levels: list[Level]) -> None:
    mention = find_mention(text, 0, FOLLOW)
    assert mention is not None
    subject = Ledger.of(text, Level.MUNICIPAL).subject(mention, 100)
    assert (subject.words, list(subject.bodies), list(subject.levels)) == (words, bodies, levels)
    assert subject.start == 100 + text.index(words)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_no_public_subject(text: str) -> None:
    mention = find_mention(text, 0, FOLLOW)
    assert mention is None or not mention.public


def test_short_name_is_used_wherever_it_stands() -> None:
    text = "市城市市容管理主管部门（以下简称市市容主管部门）负责本条例的实施"
    ledger = Ledger.of(text, Level.MUNICIPAL)
    mention = find_mention(text, 0, FOLLOW, ledger.terms)
    assert mention is not None
    assert ledger.subject(mention, 0).bodies == ("市容主管部门",)


@pytest.mark.parametrize(
    ("level", "expected"),
    [(Level.NATIONAL, list(Level)[:4]), (P, [P, M, C]), (M, [M, C]), (C, [C]), (T, [T])],
)
def test_department_without_level_word_stands_down_to_the_county(level: Level, expected: list[Level]) -> None:
    mention = find_mention("民政部门应当登记", 0, FOLLOW)
    assert mention is not None
    assert list(Ledger.of("", level).subject(mention, 0).levels) == expected
