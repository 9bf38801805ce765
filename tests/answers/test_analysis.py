"""Questions and how they are read."""

from datetime import date

import pytest

from answers.aim import AimKind, read_aims, read_amounts
from answers.analysis import Analysis, analyse_question
from answers.catalogue import Catalogue
from answers.question import Question
from answers.scope import scopes_of
from corpus import Instrument, Level, NormKind, Territory

PROVINCE = Territory("云岫省", "云岫省", Level.PROVINCIAL, ("云岫省",))
CITY = Territory("云岫省/栖澜市", "栖澜市", Level.MUNICIPAL, ("云岫省", "栖澜市"))
CATALOGUE = Catalogue(
    tuple(
        Instrument(f"i{n}", title, NormKind.LOCAL_REGULATION, place)
        for n, (title, place) in enumerate(
            [("云岫省网格化服务管理条例", PROVINCE), ("栖澜市网格化服务管理条例", CITY), ("栖澜市养犬管理规定", CITY)]
        )
    )
)


def analyse(text: str) -> Analysis:
    return analyse_question(Question(text), CATALOGUE)


@pytest.mark.parametrize(
    ("text", "aims"),
    [
        ("栖澜市网格化工作由哪个部门统筹负责？", ["who"]),
        ("网格员归谁管？", ["who"]),
        ("什么是网格员？", ["definition"]),
        ("冒充网格员由谁处罚、罚多少？", ["who", "penalty"]),
        ("街道主要干什么？", ["duties"]),
        ("小区里能不能养鸡？", ["prohibition"]),
        ("网格员几天培训一次？", []),
    ],
)
def test_aims_of_a_question(text: str, aims: list[str]) -> None:
    assert [aim.kind.value for aim in read_aims(text)] == aims


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("冒充网格员罚多少？", [("money", "")]),
        ("给狗上牌一年要交多少管理费？", [("money", "管理费")]),
        ("最多收几个月押金？", [("money", "押金")]),
        ("保护区有多少亩？", [("area", "保护区")]),
        ("多久内答复？", [("period", "")]),
        ("绳子最长能放多长？", [("length", "")]),
        ("网格办的办公电话是多少？", [("telephone", "电话")]),
        ("一共划了多少个网格？", [("count", "网格")]),
        ("黄酒的酒精度是多少？", [("figure", "酒精度")]),
        ("由谁负责？", []),
    ],
)
def test_amounts_of_a_question(text: str, amounts: list[tuple[str, str]]) -> None:
    assert [(amount.name, amount.of) for amount in read_amounts(text)] == amounts


def test_cited_provision_belongs_to_the_text_named_before_it() -> None:
    analysis = analyse("栖澜网格条例第六条第二款怎么规定的？")
    assert analysis.cited is not None
    assert analysis.cited.eid == "art_6__para_2"
    assert [i.title for i in analysis.instruments] == ["栖澜市网格化服务管理条例"]


@pytest.mark.parametrize("text", ["栖澜市养了三条狗怎么办？", "河里有两条鱼归谁管？", "条例里怎么说？"])
def test_counted_things_are_no_articles(text: str) -> None:
    assert analyse(text).cited is None


def test_bare_article_number_counts_right_behind_a_name() -> None:
    cited = analyse("栖澜市养犬管理规定3条2款").cited
    assert cited is not None
    assert cited.eid == "art_3__para_2"


def test_places_and_tiers() -> None:
    analysis = analyse("省里和栖澜对网格员培训定得一样吗？")
    assert [(place.territory.name, place.is_known) for place in analysis.places] == [("云岫省", True), ("栖澜市", True)]


def test_place_without_law_in_the_corpus_is_told_apart() -> None:
    assert [(p.territory.name, p.is_known) for p in analyse("上海的网格员怎么培训？").places] == [("上海市", False)]


def test_place_in_a_title_is_no_place_asked_about() -> None:
    assert analyse("《栖澜市养犬管理规定》怎么规定？").places == ()


def test_level_words_and_day() -> None:
    analysis = analyse("2019年5月1日，区县这一级由谁牵头？")
    assert analysis.levels == (Level.COUNTY,)
    assert analysis.day == date(2019, 5, 1)
    assert analysis.asks(AimKind.WHO)


def test_reasons_tell_how_the_question_was_read() -> None:
    reasons = analyse("栖澜网格条例第六条由谁负责？").reasons
    assert reasons[0] == "“栖澜网格条例”指《栖澜市网格化服务管理条例》"
    assert "问题写明第六条" in reasons


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019年5月1日谁管网格？", date(2019, 5, 1)),
        ("2018年的规定里谁管网格？", date(2018, 12, 31)),
        ("刑事警情要比2023年降多少？", None),
        ("2025年6月底前要完成什么？", None),
        ("2024年要培训几次？", None),
    ],
)
def test_only_a_day_to_look_at_the_law_on_is_an_asked_day(text: str, day: date | None) -> None:
    assert analyse(text).day == day


def test_rest_of_the_corpus_is_the_other_side_of_a_one_sided_comparison() -> None:
    scopes = scopes_of(analyse("《栖澜市养犬管理规定》跟别的办法说法一致吗？"))
    assert [(scope.titles, scope.apart_from) for scope in scopes] == [
        (("栖澜市养犬管理规定",), ()),
        ((), ("栖澜市养犬管理规定",)),
    ]
