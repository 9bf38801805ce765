"""How a question is read, and what is then planned."""

from datetime import date

import pytest

from corpus import NATION, Instrument, Level, NormKind, Territory, gazetteer, instrument_id
from index.analysis import analyse
from index.places import PlaceBook, UnknownPlaceError, applicable_keys, place_key
from index.plan import day_number, plan_search, read_weights
from index.query import SearchFilters, SearchQuery
from index.titles import TitleBook

PROVINCE = Territory("q0", "云岫省", Level.PROVINCIAL, ("云岫省",))
CITY = Territory("q1", "栖澜市", Level.MUNICIPAL, ("云岫省", "栖澜市"))
DISTRICT = Territory("q2", "望汐区", Level.COUNTY, ("云岫省", "栖澜市", "望汐区"))
TITLE = "栖澜市养犬管理规定"
RULES = Instrument(instrument_id(TITLE, CITY), TITLE, NormKind.LOCAL_REGULATION, CITY)
TITLES = TitleBook([RULES])
PLACES = PlaceBook([NATION, PROVINCE, CITY, DISTRICT], gazetteer())


@pytest.mark.parametrize(
    ("question", "eid"),
    [
        (f"《{TITLE}》第二条第一款第（三）项", "art_2__para_1__item_3"),
        ("栖澜养犬规定第十五条不让做什么", "art_15"),
        (f"{TITLE}30条2款", "art_30__para_2"),
        (f"{TITLE}的第六条之一", "art_6-1"),
        (f"{TITLE}十五条二款", "art_15__para_2"),
        (f"《{TITLE}》第二部分第（三）项", "h1_2__h2_3"),
        (f"按{TITLE}能养两条狗吗", None),
        (f"{TITLE}有多少条", None),
        ("第六条说什么", None),
    ],
)
def test_a_citation_counts_behind_a_title(question: str, eid: str | None) -> None:
    assert analyse(question, TITLES, PLACES).eid == eid


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("栖澜市谁管养犬", ["栖澜市"]),
        ("栖澜谁管养犬", ["栖澜市"]),
        ("云岫省栖澜市望汐区谁管养犬", ["望汐区"]),
        ("云岫省栖澜市谁管养犬", ["栖澜市"]),
        ("杭州市谁管养犬", ["杭州市"]),
        ("南京市鼓楼区谁管养犬", ["鼓楼区"]),
        ("市里谁管养犬", []),
    ],
)
def test_places_named(question: str, places: list[str]) -> None:
    assert [place.name for place in analyse(question, TITLES, PLACES).territories] == places


def test_a_reading_has_its_reasons() -> None:
    reading = analyse(f"《{TITLE}》第二条与《火星移民办法》", TITLES, PLACES)
    assert reading.instruments == (RULES.id,)
    assert reading.unknown_titles == ("火星移民办法",)
    assert f"问题提到“{TITLE}”" in reading.reasons
    assert "语料库中没有《火星移民办法》" in reading.reasons


def plan_for(filters: SearchFilters, text: str = "谁管养犬") -> list[tuple[str, str, object]]:
    plan = plan_search(SearchQuery(text, filters=filters), analyse(text, TITLES, PLACES), [], PLACES)
    return [(c["field"], c["operator"], c["value"]) for c in plan.conditions["conditions"]]


def test_a_plan_asks_for_law_in_force_on_the_day() -> None:
    assert plan_for(SearchFilters(as_of=date(2024, 3, 1))) == [
        ("meta.starts_on", "<=", 20240301),
        ("meta.ends_on", ">", 20240301),
    ]
    assert plan_for(SearchFilters())[0] == ("meta.starts_on", "<=", day_number(date.today()))


def test_a_place_lets_the_law_above_it_pass() -> None:
    conditions = plan_for(SearchFilters(territories=("望汐区",), levels=(Level.MUNICIPAL,), kinds=(NormKind.LAW,)))
    assert conditions[2:] == [
        ("meta.level", "in", ["municipal"]),
        ("meta.kind", "in", ["法律"]),
        ("meta.territory", "in", ["全国", "云岫省", "云岫省/栖澜市", "云岫省/栖澜市/望汐区"]),
    ]
    assert plan_for(SearchFilters(territories=("q1",)))[2][2] == ["全国", "云岫省", "云岫省/栖澜市"]
    assert plan_for(SearchFilters(territories=("全国",)))[2][2] == ["全国"]


def test_a_title_that_nobody_has_finds_nothing_rather_than_everything() -> None:
    assert plan_for(SearchFilters(titles=("火星移民办法",)))[2] == ("meta.instrument_id", "in", [""])


def test_an_unknown_place_is_an_error_with_a_remedy() -> None:
    with pytest.raises(UnknownPlaceError, match="没有这个行政区域（栖浪市）"):
        plan_for(SearchFilters(territories=("栖浪市",)))


def test_a_plan_prints_itself() -> None:
    text = f"{TITLE}第二条"
    plan = plan_search(
        SearchQuery(text, 5, SearchFilters(as_of=date(2024, 3, 1))), analyse(text, TITLES, PLACES), [], PLACES
    )
    written = str(plan)
    assert "时点：2024-03-01 有效" in written
    assert f"问题提到“{TITLE}”" in written
    assert "starts_on <= 20240301" in written
    assert len(plan.filters) == 3  # everywhere, this instrument, this article


def test_the_profile_is_complete_and_weighs_both_sides() -> None:
    weights = read_weights()
    assert 0 < weights.dense < 1
    assert weights.candidates >= 50


def test_keys_of_places() -> None:
    assert place_key(DISTRICT) in applicable_keys(DISTRICT)
    assert place_key(DISTRICT) not in applicable_keys(CITY)
