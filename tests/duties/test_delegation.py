"""Delegations: who is to make which rule by when; who that is in the corpus, and whether the rule is there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from corpus import Instrument, NormKind
from corpus.level import Level
from corpus.territory import NATION, Territory
from duties import ReadText
from duties.findings.delegation import Delegation, add_term, delegations
from duties.findings.made_rule import made_rule
from duties.findings.reading import Reading
from duties.findings.rule_maker import rule_makers
from duties.findings.surroundings import Holding, Surroundings, among

Read = Callable[[str, str], ReadText]
PROVINCE = Territory("云岫省", "云岫省", Level.PROVINCIAL, ("云岫省",))
CITY = Territory("云岫省/栖澜市", "栖澜市", Level.MUNICIPAL, ("云岫省", "栖澜市"))


def _first(read_text: Read, body: str) -> Delegation | None:
    return next(delegations(Reading(read_text("栖澜市民宿管理条例", body)).paragraphs), None)


@pytest.mark.parametrize(
    ("body", "maker", "subject"),
    [
        ("第三条 民宿奖励办法由市人民政府制定。", "市人民政府", "民宿奖励"),
        ("第三条 优秀民宿给予奖励。具体办法由市人民政府另行制定。", "市人民政府", "优秀民宿给予奖励"),
        ("第三条 民宿评定办法由省文化旅游部门会同省公安机关制定。", "省文化旅游部门", "民宿评定"),
        ("第三条 市人民政府应当根据本条例制定民宿集群建设管理办法。", "市人民政府", "民宿集群建设"),
        ("第三条 民宿收费的具体办法由国务院价格主管部门规定。", "国务院价格主管部门", "民宿收费"),
    ],
)
def test_a_delegation_names_its_maker_and_subject(body: str, maker: str, subject: str, read_text: Read) -> None:
    found = _first(read_text, body)
    assert found is not None
    assert (found.maker, found.subject) == (maker, subject)


@pytest.mark.parametrize(
    "body",
    [
        "第三条 市人民政府可以制定民宿奖励办法。",
        "第三条 民宿名录由市人民政府公布。",
        "第三条 市人民政府规定的其他条件。",
    ],
)
def test_what_is_allowed_or_no_rule_is_no_delegation(body: str, read_text: Read) -> None:
    assert _first(read_text, body) is None


def test_the_text_s_own_time_goes_before_the_year(read_text: Read) -> None:
    own = _first(read_text, "第三条 市人民政府应当自本条例施行之日起六个月内制定民宿奖励办法。")
    none = _first(read_text, "第三条 民宿奖励办法由市人民政府制定。")
    assert own is not None
    assert none is not None
    assert own.due_on(date(2024, 3, 1)) == date(2024, 9, 1)
    assert none.due_on(date(2024, 3, 1)) == date(2025, 3, 1)


@pytest.mark.parametrize(
    ("start", "term", "due"),
    [
        (date(2024, 1, 31), (1, "个月"), date(2024, 2, 28)),
        (date(2024, 11, 15), (3, "个月"), date(2025, 2, 15)),
        (date(2024, 3, 1), (60, "日"), date(2024, 4, 30)),
        (date(2024, 3, 1), (2, "年"), date(2026, 3, 1)),
    ],
)
def test_terms_are_counted_in_days_months_and_years(start: date, term: tuple[int, str], due: date) -> None:
    assert add_term(start, term) == due


def _holding(title: str, kind: NormKind, place: Territory, issuer: str = "") -> Holding:
    return Holding(Instrument(title, title, kind, place, issuer), title, date(2025, 1, 1))


HOLDINGS = (
    *(_holding(f"国务院条例{n}", NormKind.ADMINISTRATIVE_REGULATION, NATION, "国务院") for n in range(4)),
    *(_holding(f"云岫省条例{n}", NormKind.LOCAL_REGULATION, PROVINCE) for n in range(3)),
    *(_holding(f"栖澜市办法{n}", NormKind.GOVERNMENT_RULE, CITY) for n in range(2)),
    *(_holding(f"登记规则{n}", NormKind.DEPARTMENT_RULE, NATION, "国家市场监督管理总局") for n in range(5)),
)


@pytest.mark.parametrize(
    ("words", "place", "expected"),
    [
        ("国务院", NATION, [("国务院", 4, True)]),
        ("国务院市场监督管理部门", NATION, [("国务院市场监督管理部门", 5, False)]),
        (
            "省、自治区、直辖市人民代表大会常务委员会",
            NATION,
            [("云岫省人民代表大会常务委员会", 3, True)],
        ),
        ("市人民政府", CITY, [("栖澜市人民政府", 2, False)]),
        ("省人民政府", CITY, [("云岫省人民政府", 0, False)]),
        ("县人民政府", CITY, []),
        ("有关单位", CITY, []),
    ],
)
def test_makers_are_known_by_what_the_corpus_holds_of_them(
    words: str, place: Territory, expected: list[tuple[str, int, bool]]
) -> None:
    around = Surroundings(date(2026, 1, 1), HOLDINGS, lambda _: pytest.fail(), lambda _: (), lambda _: frozenset())
    text = Instrument("t", "民宿管理条例", NormKind.LOCAL_REGULATION, place)
    found = [(m.name, len(m.holdings), m.is_covered) for m in rule_makers(words, text, around)]
    assert found == expected


@pytest.mark.parametrize(
    ("title", "body", "is_made"),
    [
        ("栖澜市民宿奖励办法", "第二条 奖励按年发放。", True),
        ("栖澜市旅游扶持办法", "第二条 依照《栖澜市民宿管理条例》第三条，优秀民宿奖励五千元。", True),
        ("栖澜市民宿服务办法", "第二条 对优秀民宿给予奖励，奖励标准为五千元。", True),
        ("栖澜市民宿服务办法", "第二条 客房应当每日清扫。", False),
        ("栖澜市停车收费办法", "第二条 停车按次收费。", False),
    ],
)
def test_a_rule_is_made_where_a_title_a_citation_or_an_article_may_be_it(
    title: str, body: str, is_made: bool, read_text: Read
) -> None:
    texts = [read_text("栖澜市民宿管理条例", "第三条 优秀民宿奖励办法由市人民政府制定。"), read_text(title, body)]
    around, reading = among(texts, date(2026, 1, 1)), Reading(texts[0])
    (delegation,) = delegations(reading.paragraphs)
    (maker,) = rule_makers(delegation.maker, reading.read.instrument, around)
    assert (made_rule(delegation, reading, maker, around) is not None) is is_made
