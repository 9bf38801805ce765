"""Levels and bodies: what the words before a body, its place and the rest of the text say of its level."""

from __future__ import annotations

import pytest

from corpus import Level
from duties.bearers import Mention
from duties.level_prefix import split_level
from duties.subjects import Ledger, Subject
from duties.tiers import name_bodies

CITY, PROVINCE, NATION = Level.MUNICIPAL, Level.PROVINCIAL, Level.NATIONAL

PREFIXES = [
    ("各区、县（市）建设主管部门", ("county",), "建设主管部门"),
    ("县级地方人民政府", ("county",), "人民政府"),
    ("沿海县级以上地方人民政府", ("local",), "人民政府"),
    ("有关省、自治区、直辖市人民政府", ("provincial",) * 3, "人民政府"),
    ("省级以上人民政府", ("upprovincial",), "人民政府"),
    ("港口所在地县级以上人民政府", ("up",), "人民政府"),
    ("项目所在地人民政府", ("located",), "人民政府"),
    ("西湖区人民政府", ("county",), "人民政府"),
    ("义乌市人民政府", ("county",), "人民政府"),
    ("海南省人民政府", ("provincial",), "人民政府"),
    ("栖澜市人民政府", ("municipal",), "人民政府"),
    ("新区管委会", (), "新区管委会"),
    ("城市市容管理部门", (), "城市市容管理部门"),
    ("城市、县人民政府", ("municipal", "county"), "人民政府"),
    ("市场监督管理部门", (), "市场监督管理部门"),
]


@pytest.mark.parametrize(("words", "marks", "rest"), PREFIXES)
def test_level_words_before_a_body(words: str, marks: tuple[str, ...], rest: str) -> None:
    assert split_level(words) == (marks, rest)


BODIES = [
    ("市和区县(市)人民政府", ["人民政府"]),
    ("教育等有关部门", ["教育部门"]),
    ("各高级人民法院", ["高级人民法院"]),
    ("乡、镇人民政府", ["乡镇人民政府"]),
    ("人民政府设立的应急指挥机构", ["应急指挥机构"]),
    ("本级人民政府确定的其他部门", ["本级人民政府确定的其他部门"]),
    ("省、自治区、直辖市人民政府（以下统称省级人民政府）水利部门", ["水利部门"]),
    ("粮食和物资储备、民政等部门", ["粮食和物资储备部门", "民政部门"]),
]


@pytest.mark.parametrize(("words", "names"), BODIES)
def test_names_without_level_words(words: str, names: list[str]) -> None:
    assert [body.name for body in name_bodies(words)] == names


def levels(words: str, own: Level, text: str = "", charge: str = "") -> str:
    """The first letters of the levels of ``words`` in a document of level ``own``."""
    ledger = Ledger.of(text, own)
    if charge:
        ledger.learn(subject(ledger, charge))
    return "".join(level.value[0] for level in subject(ledger, words).levels)


def subject(ledger: Ledger, words: str) -> Subject:
    return ledger.subject(Mention.of_words(words, 0, len(words)), 0)


LEVELS = [
    ("公安机关", CITY, "mc"),
    ("公安机关", PROVINCE, "pmc"),
    ("公安机关", NATION, "npmc"),
    ("省级以上人民政府", NATION, "np"),
    ("省级以上人民政府", PROVINCE, "p"),
    ("地方各级人民政府", NATION, "pmct"),
    ("县级以上地方人民政府民政部门", NATION, "pmc"),
    ("国家和省人民政府", PROVINCE, "np"),
    ("高新技术产业开发区管理委员会", CITY, "c"),
    ("中级人民法院", NATION, "m"),
    ("教育部", NATION, "n"),
    ("项目所在地人民政府", PROVINCE, "mc"),
    ("本级人民政府", PROVINCE, "pmc"),
    ("有关部门", CITY, ""),
]


@pytest.mark.parametrize(("words", "own", "expected"), LEVELS)
def test_levels_by_words_and_territory(words: str, own: Level, expected: str) -> None:
    assert levels(words, own) == expected


def test_a_bare_name_stands_where_the_body_was_put_in_charge() -> None:
    assert levels("数据主管部门", CITY, "市数据主管部门负责。", charge="市数据主管部门") == "m"


def test_a_lower_body_named_elsewhere_in_the_text_counts_too() -> None:
    text = "市建设主管部门负责。各区、县（市）建设主管部门检查。省建设主管部门指导。"
    assert levels("建设主管部门", CITY, text, charge="市建设主管部门") == "mc"


def test_one_who_acts_for_another_stands_where_the_text_says_who_may() -> None:
    text = "街道办事处、社区居民委员会可以受公安机关委托登记犬只。"
    assert levels("受公安机关委托的机构", CITY, text) == "mctv"
    assert levels("受公安机关委托的机构", CITY, "公安机关登记犬只。") == "mc"


def test_a_variant_of_a_defined_name_is_the_defined_body() -> None:
    ledger = Ledger.of("城市市容和环境卫生主管部门（以下简称市容环卫主管部门）", CITY)
    written = "城市市容和环境卫生主管部门"
    ledger.subject(
        Mention(
            0,
            len(written),
            len(written),
            written,
            Mention.of_words(written, 0, len(written)).groups,
            term="市容环卫主管部门",
        ),
        0,
    )
    assert subject(ledger, "市容环境卫生主管部门").bodies == ("市容环卫主管部门",)
    assert subject(ledger, "卫生主管部门").bodies == ("卫生主管部门",)
