"""Title, 文号, issuer, kind, territory and dates, and which claim wins."""

from __future__ import annotations

from datetime import date

import pytest

from corpus import Dates, Level, NormKind
from tests.ingest.texts import NOTICE, OPINION, REGULATION, parse


def test_a_regulation_is_described_by_its_title_and_history() -> None:
    parsed = parse(REGULATION, "栖澜市河湖巡护条例(2023-06-02).txt")
    instrument = parsed.instrument
    assert instrument.title == "栖澜市河湖巡护条例"
    assert (instrument.kind, instrument.level) == (NormKind.LOCAL_REGULATION, Level.MUNICIPAL)
    assert instrument.territory.chain == ("云岫省", "栖澜市")
    assert instrument.issuing_authority == "栖澜市人民代表大会常务委员会"
    assert parsed.version.dates == Dates(
        adopted_on=date(2023, 3, 1),
        approved_on=date(2023, 5, 20),
        promulgated_on=date(2023, 6, 2),
        effective_on=date(2023, 7, 1),
    )


def test_an_opinion_is_described_by_letterhead_number_and_signature() -> None:
    parsed = parse(OPINION)
    instrument = parsed.instrument
    assert instrument.title == "栖澜市人民政府办公室关于推进河湖智慧巡护的实施意见"
    assert instrument.document_number == "栖政办发〔2024〕9号"
    assert instrument.issuing_authority == "栖澜市人民政府办公室"
    assert instrument.kind is NormKind.POLICY_DOCUMENT
    assert parsed.version.dates == Dates(promulgated_on=date(2024, 3, 15))


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("栖澜市养犬办法\n（2024年1月5日栖澜市人民政府令第12号公布）", NormKind.GOVERNMENT_RULE),
        ("中华人民共和国养犬法\n2020年5月28日 第十三届全国人民代表大会第三次会议通过", NormKind.LAW),
        ("养犬条例\n2020年5月28日 中华人民共和国国务院令第7号公布", NormKind.ADMINISTRATIVE_REGULATION),
        ("养犬登记规定\n2020年5月28日 公安部令第7号公布", NormKind.DEPARTMENT_RULE),
        ("最高人民法院关于审理养犬纠纷案件的解释\n法释〔2021〕11号", NormKind.JUDICIAL_INTERPRETATION),
        ("栖澜市养犬管理办法\n栖政发〔2024〕3号", NormKind.NORMATIVE_DOCUMENT),
        ("望汐区养犬工作方案（试行）", NormKind.POLICY_DOCUMENT),
        (
            "云岫省实施《养犬法》办法\n2020年5月28日云岫省第十届人民代表大会常务委员会第三次会议通过",
            NormKind.LOCAL_REGULATION,
        ),
    ],
)
def test_the_kind_is_told_by_who_issued_it(head: str, kind: NormKind) -> None:
    assert parse(f"{head}\n第一条 甲。\n第二条 自公布之日起施行。").instrument.kind is kind


@pytest.mark.parametrize(
    ("title", "name", "level"),
    [
        ("栖澜市望汐区听潮街道办事处关于巡护的意见", "听潮街道", Level.TOWNSHIP),
        ("望汐区人民政府关于巡护的意见", "望汐区", Level.COUNTY),
        ("中共栖澜市委 栖澜市人民政府关于巡护的意见", "栖澜市", Level.MUNICIPAL),
        ("云岫省巡护条例", "云岫省", Level.PROVINCIAL),
        ("霞屿县巡护规定", "霞屿县", Level.COUNTY),
        ("中华人民共和国巡护法", "全国", Level.NATIONAL),
        ("城市公共巡护条例", "全国", Level.NATIONAL),
    ],
)
def test_territory_and_level_are_read_from_the_title(title: str, name: str, level: Level) -> None:
    territory = parse(f"{title}\n一、总体要求\n甲。").instrument.territory
    assert (territory.name, territory.level) == (name, level)


def test_an_amended_text_does_not_begin_where_the_first_one_began() -> None:
    text = (
        "栖澜市养犬条例\n（2019年1月5日栖澜市第九届人民代表大会常务委员会第二次会议通过）\n"
        "（根据2024年4月26日栖澜市第十届人民代表大会常务委员会第十八次会议《关于修改〈栖澜市养犬条例〉的决定》修正）\n"
        "第一条 甲。\n第二条 本条例自2019年3月1日起施行。"
    )
    parsed = parse(text)
    assert parsed.version.dates == Dates(adopted_on=date(2024, 4, 26))
    assert ("first_effective_on", "2019-03-01") in {(c.field, c.value) for c in parsed.claims}


@pytest.mark.parametrize(
    ("name", "starts"),
    [("栖澜市渡口条例(2019-03-02).md", date(2019, 3, 2)), ("栖澜市渡口条例.md", date(2016, 2, 6))],
)
def test_an_amended_text_begins_with_its_last_amendment(name: str, starts: date) -> None:
    history = (
        "2004年4月30日 栖澜市人民政府令第4号公布\n\n2016年2月6日 《栖澜市人民政府关于修改部分规章的决定》第二次修订"
    )
    body = "第一条 为了加强渡口管理，制定本条例。\n\n第二条 本条例自2004年7月1日起施行。"
    parsed = parse(f"# 栖澜市渡口条例\n\n{history}\n\n<!-- INFO END -->\n\n{body}\n", name)
    assert parsed.version.dates.starts_on == starts
    assert ("first_promulgated_on", "2004-04-30") in {(claim.field, claim.value) for claim in parsed.claims}


def test_from_the_day_of_promulgation_needs_that_day() -> None:
    text = "栖澜市养犬办法\n第一条 本办法自公布之日起施行。"
    assert parse(text).version.dates == Dates()
    dated = parse(text, "栖澜市养犬办法(2024-01-05).txt").version.dates
    assert dated == Dates(promulgated_on=date(2024, 1, 5), effective_on=date(2024, 1, 5))


def test_the_folder_counts_only_where_the_text_is_silent() -> None:
    silent, telling = "巡护守则\n第一条 自公布之日起施行。", REGULATION
    assert parse(silent, path="部门规章/巡护守则.txt").instrument.kind is NormKind.DEPARTMENT_RULE
    assert parse(telling, path="部门规章/条例.txt").instrument.kind is NormKind.LOCAL_REGULATION


def test_the_notice_lends_its_issuer_and_date_to_the_text_it_brings() -> None:
    parsed = parse(NOTICE)
    assert parsed.instrument.issuing_authority == "栖澜市人民政府"
    assert parsed.version.dates == Dates(promulgated_on=date(2024, 4, 2), effective_on=date(2024, 5, 1))


@pytest.mark.parametrize(
    ("name", "starts", "first"),
    [
        ("栖澜市渡口办法(2019-03-02).md", date(2019, 3, 2), {"first_promulgated_on", "first_effective_on"}),
        ("栖澜市渡口办法(2004-05-20).md", date(2004, 7, 1), set()),
        ("栖澜市渡口办法.md", date(2004, 7, 1), set()),
    ],
)
def test_an_amendment_that_only_the_files_name_knows_of_begins_a_version(
    name: str, starts: date, first: set[str]
) -> None:
    body = "第一条 为了加强渡口管理，制定本办法。\n\n第二条 本办法自2004年7月1日起施行。"
    parsed = parse(
        f"# 栖澜市渡口办法\n\n2004年4月30日 栖澜市人民政府令第4号公布\n\n<!-- INFO END -->\n\n{body}\n", name
    )
    assert parsed.version.dates.starts_on == starts
    assert {
        claim.field for claim in parsed.claims if claim.field.startswith("first_") and "_on" in claim.field
    } == first
