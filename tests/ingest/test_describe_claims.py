"""Bodies, events, numbers, places and relations as claims, with near misses."""

from __future__ import annotations

import pytest

from corpus import Claim, ClaimSource, Gazetteer, Level, gazetteer, territory_value
from corpus.territory import Territory
from ingest.describe.bodies import full_body, read_bodies
from ingest.describe.events import events_in
from ingest.describe.number import plain_number
from ingest.describe.place import read_territory
from ingest.describe.relations import read_relations, titles_in
from tests.ingest.texts import parse

CITY = Territory("云岫省/栖澜市", "栖澜市", Level.MUNICIPAL, ("云岫省", "栖澜市"))
PLACES = Gazetteer(
    (
        Territory("云岫省", "云岫省", Level.PROVINCIAL, ("云岫省",)),
        CITY,
        Territory("云岫省/栖澜市/东港区", "东港区", Level.COUNTY, ("云岫省", "栖澜市", "东港区")),
        Territory("云岫省/雾屿市", "雾屿市", Level.MUNICIPAL, ("云岫省", "雾屿市")),
        Territory("云岫省/雾屿市/东港区", "东港区", Level.COUNTY, ("云岫省", "雾屿市", "东港区")),
    )
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "2020年10月27日 栖澜市第十三届人民代表大会常务委员会第三十次会议通过",
            [("2020-10-27", "通过", ("栖澜市人民代表大会常务委员会",), ("adopted_on",))],
        ),
        (
            "2015年3月1日 栖澜市十四届人大常委会第三次会议通过 2015年5月2日云岫省第十二届人大常委会第二十次会议批准",
            [
                ("2015-03-01", "通过", ("栖澜市人民代表大会常务委员会",), ("adopted_on",)),
                ("2015-05-02", "批准", ("云岫省人民代表大会常务委员会",), ("approved_on",)),
            ],
        ),
        # The title of the deciding text speaks of 施行; the event is the amendment.
        (
            "2018年4月26日 第十三届全国人民代表大会常务委员会第二次会议《关于修改〈网格法施行办法〉的决定》修正",
            [("2018-04-26", "修订", ("全国人民代表大会常务委员会",), ("adopted_on",))],
        ),
        (
            "2011年1月8日 《国务院关于修改部分网格法规的决定》第一次修订",
            [("2011-01-08", "修订", ("国务院",), ("adopted_on",))],
        ),
        (
            "2009年9月21日 最高人民法院审判委员会第4次会议、2009年9月28日最高人民检察院检察委员会第2次会议通过",
            [
                ("2009-09-21", "通过", ("最高人民法院",), ("adopted_on",)),
                ("2009-09-28", "通过", ("最高人民检察院",), ("adopted_on",)),
            ],
        ),
        (
            "1999年1月22日 国家网格局令第5号发布 自发布之日施行",
            [("1999-01-22", "公布施行", ("国家网格局",), ("promulgated_on", "effective_on"))],
        ),
        (
            "2012年12月13日 网格部令第127号修订发布",
            [("2012-12-13", "修订公布", ("网格部",), ("adopted_on", "promulgated_on"))],
        ),
        (
            "2001年7月27日 《国务院、中央军委关于修改〈巡护规则〉的决定》第一次修订",
            [("2001-07-27", "修订", ("国务院", "中央军事委员会"), ("adopted_on",))],
        ),
        # The line breaks off inside the title of the deciding text.
        (
            "2010年12月16日 云岫省第十一届人民代表大会常务委员会第二十二次会议《关于修改〈云岫省县",
            [("2010-12-16", "修订", ("云岫省人民代表大会常务委员会",), ("adopted_on",))],
        ),
        ("2021年1月1日 施行", [("2021-01-01", "施行", (), ("effective_on",))]),
        ("2021年1月1日", []),
        ("栖澜市人民政府令第58号", []),
    ],
)
def test_every_day_of_a_history_line_has_its_event_and_bodies(line: str, expected: list[object]) -> None:
    assert [(str(e.day), e.word, e.bodies, e.fields) for e in events_in(line)] == expected


@pytest.mark.parametrize(
    ("clause", "bodies"),
    [
        ("中华人民共和国国务院、中华人民共和国中央军事委员会令第413号公布", ("国务院", "中央军事委员会")),
        ("国家计划局、水利署第61号令发布", ("国家计划局", "水利署")),
        ("全国人民代表大会公告公布", ("全国人民代表大会",)),
        ("栖澜市人民代表大会常委会公告第2号公布", ("栖澜市人民代表大会常务委员会",)),
        ("中共中央政治局会议审议批准", ("中共中央",)),
        ("施行", ()),
        ("，现根据新的情况作如下规定", ()),
    ],
)
def test_bodies_are_named_in_one_form(clause: str, bodies: tuple[str, ...]) -> None:
    assert read_bodies(clause) == bodies


@pytest.mark.parametrize(
    ("body", "full"),
    [
        ("市人民代表大会", "栖澜市人民代表大会"),
        ("省人民代表大会常务委员会", "云岫省人民代表大会常务委员会"),
        ("市场监督管理局", "市场监督管理局"),
        ("县人民代表大会", "县人民代表大会"),
    ],
)
def test_a_body_without_its_place_gets_that_of_the_text(body: str, full: str) -> None:
    assert full_body(body, CITY) == full


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("栖政办发[2024]9号", "栖政办发〔2024〕9号"),
        ("栖政办发（2024）9号", "栖政办发〔2024〕9号"),
        ("栖政办发 【2024】 第9号", "栖政办发〔2024〕第9号"),
        ("栖澜市人民政府令 第12号", "栖澜市人民政府令第12号"),
    ],
)
def test_a_document_number_has_one_form(written: str, number: str) -> None:
    assert plain_number(written) == number


@pytest.mark.parametrize(
    ("head", "number", "quote"),
    [
        ("栖澜市养犬办法\n栖政发[2024]3号", "栖政发〔2024〕3号", "栖政发[2024]3号"),
        ("关于审理养犬案件的解释\n法释［2021］11号", "法释〔2021〕11号", "法释［2021］11号"),
        (
            "栖澜市养犬条例\n2024年1月5日 栖澜市第九届人民代表大会常务委员会公告第12号公布",
            "栖澜市第九届人民代表大会常务委员会公告第12号",
            "2024年1月5日 栖澜市第九届人民代表大会常务委员会公告第12号公布",
        ),
    ],
)
def test_the_number_is_read_from_the_front_page_as_it_stands_there(head: str, number: str, quote: str) -> None:
    parsed = parse(f"{head}\n第一条 甲。\n第二条 乙。")
    assert parsed.instrument.document_number == number
    assert [c.quote for c in parsed.claims if c.field == "document_number"] == [quote]


def place(title: str, issuer: str = "", context: str = "") -> str:
    named = Claim("issuing_authority", issuer, ClaimSource.TITLE_PAGE, "版头", issuer) if issuer else None
    claims = tuple(read_territory(title, named, (), context, PLACES))
    return f"{claims[0].value} {Level(claims[1].value).chinese}"


@pytest.mark.parametrize(
    ("title", "issuer", "expected"),
    [
        ("栖澜市开发试验区暂行条例", "国务院", "全国 国家级"),
        ("栖澜市养犬条例", "云岫省人民代表大会常务委员会", "云岫省 省级"),
        ("栖澜市养犬条例", "市人民代表大会", "云岫省/栖澜市 市级"),
        ("养犬登记规定", "公安部", "全国 国家级"),
        ("养犬登记规定", "市委组织部", "全国 国家级"),
        ("关于养犬的意见", "栖澜经济技术开发区管理委员会", "云岫省/栖澜市/栖澜经济技术开发区 区县级"),
        ("栖澜市临江新区管理委员会关于养犬的意见", "", "云岫省/栖澜市/临江新区 区县级"),
        ("关于养犬的意见", "乌有高新区党工委", "乌有高新区 区县级"),
        ("栖澜经济技术开发区条例", "栖澜市人民代表大会常务委员会", "云岫省/栖澜市 市级"),
        ("霞屿县养犬规定", "", "霞屿县 区县级"),
        ("城市养犬条例", "", "全国 国家级"),
        ("保护区养犬条例", "", "全国 国家级"),
    ],
)
def test_the_territory_is_that_of_the_issuing_body_then_of_the_title(title: str, issuer: str, expected: str) -> None:
    assert place(title, issuer) == expected


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        ("雾屿市各部门：", "云岫省/雾屿市/东港区 区县级"),
        ("", "东港区 区县级"),
        ("栖澜市、雾屿市各部门", "东港区 区县级"),
    ],
)
def test_of_namesakes_the_one_counts_whose_city_is_named(context: str, expected: str) -> None:
    assert place("东港区养犬规定", context=context) == expected


def test_namesakes_that_nothing_tells_apart_are_all_claimed() -> None:
    claims = read_territory("东港区养犬规定", None, (), "", PLACES)
    assert [c.value for c in claims if c.rule == "同名的行政区域"] == ["云岫省/栖澜市/东港区", "云岫省/雾屿市/东港区"]


@pytest.mark.parametrize(
    ("name", "chains"),
    [
        ("杭州", ["浙江省/杭州市"]),
        ("景宁", ["浙江省/丽水市/景宁畲族自治县"]),
        ("内蒙古", ["内蒙古自治区"]),
        ("吉林", ["吉林省", "吉林省/吉林市"]),
        ("浙江省", ["浙江省"]),
        ("东", []),
    ],
)
def test_short_names_give_every_place_that_is_called_so(name: str, chains: list[str]) -> None:
    assert sorted(territory_value(t) for t in gazetteer().short(name)) == chains


@pytest.mark.parametrize(
    ("title", "implemented"),
    [
        ("云岫省实施《中华人民共和国网格法》办法", ["中华人民共和国网格法"]),
        ("云岫省实施〈网格法〉办法", ["网格法"]),
        ("中华人民共和国网格法实施条例", ["中华人民共和国网格法"]),
        ("栖澜市网格管理条例实施细则", ["栖澜市网格管理条例"]),
        ("栖澜市网格法实施办法", ["网格法"]),
        ("栖澜市网格管理实施办法", []),
        ("栖澜市网格条例", []),
        ("对储蓄利息征税的实施办法", []),
    ],
)
def test_a_title_says_what_it_implements(title: str, implemented: list[str]) -> None:
    claims = read_relations(title, (), PLACES)
    assert [c.value for c in claims if c.field == "implements"] == implemented


def values(text: str, field: str) -> list[str]:
    return [c.value for c in parse(f"栖澜市养犬规定\n{text}").claims if c.field == field]


@pytest.mark.parametrize(
    ("first", "basis", "implements"),
    [
        ("根据《网格法》、《养犬条例》和有关法律，制定本规定。", ["网格法", "养犬条例"], []),
        ("根据《网格法》（以下简称网格法）第五条、国务院《养犬条例》的规定，制定本规定。", ["网格法", "养犬条例"], []),
        (
            "根据《网格法》、国务院《养犬条例》《巡护条例》和《云岫省养犬条例》等，制定本规定。",
            ["网格法", "养犬条例", "巡护条例", "云岫省养犬条例"],
            [],
        ),
        ("根据宪法、网格法和国务院组织法的有关规定，制定本规定。", ["宪法", "网格法", "国务院组织法"], []),
        ("根据宪法和《网格法》，制定本规定。", ["宪法", "网格法"], []),
        ("根据宪法和法律，制定本规定。", ["宪法"], []),
        ("根据宪法和网格法制定本规定。", ["宪法", "网格法"], []),
        ("根据《网格法》及其实施条例，对法院适用网格法的问题解释如下：", ["网格法"], []),
        ("根据本市养犬情况和有关法律，制定本规定。", [], []),
        ("根据网格法第三条的规定处罚。", [], []),
        (
            "为了贯彻实施《网格法》，根据《栖澜市实施〈网格法〉办法》，制定本规定。",
            ["栖澜市实施〈网格法〉办法"],
            ["网格法"],
        ),
        ("根据国务院《关于养犬的决定》，制定本规定。", ["国务院关于养犬的决定"], []),
        ("为了加强养犬管理，制定本规定。", [], []),
        ("违反《网格法》的，按规定处理。", [], []),
    ],
)
def test_the_first_article_says_what_a_text_rests_on(first: str, basis: list[str], implements: list[str]) -> None:
    text = f"第一条 {first}\n第二条 依照《救生法》处理。"
    assert (values(text, "basis"), values(text, "implements")) == (basis, implements)


@pytest.mark.parametrize(
    ("last", "repealed"),
    [
        ("1999年3月1日市人民政府发布的《栖澜市养犬办法》同时废止。", ["栖澜市养犬办法"]),
        (
            "《甲办法》（栖政发〔1999〕3号）、《乙规定》和2003年发布的《丙规定》同时废止。",
            ["甲办法", "乙规定", "丙规定"],
        ),
        ("依照《出境法》设定的制度自2025年1月1日起施行，《甲办法》同时废止。", ["甲办法"]),
        ("《甲办法》中有关养犬的规定同时废止。", []),
        ("《甲办法》第五条同时废止。", []),
        ("本规定与《甲办法》不一致的，以本规定为准。", []),
        ("最高人民法院《关于甲的解释》都同时废止。", ["最高人民法院关于甲的解释"]),
        ("《甲办法》停止执行。", ["甲办法"]),
        ("按《甲办法》执行。", []),
    ],
)
def test_the_last_article_says_what_is_repealed(last: str, repealed: list[str]) -> None:
    assert values(f"第一条 甲。\n第二条 本规定自2024年5月1日起施行。{last}", "repeals") == repealed


@pytest.mark.parametrize(
    ("opening", "main"),
    [
        (
            "为深入贯彻落实《中共栖澜市委 栖澜市人民政府关于养犬的意见》，制定本方案。",
            ["中共栖澜市委 栖澜市人民政府关于养犬的意见"],
        ),
        ("根据《栖澜市养犬总体方案》，制定本方案。", ["栖澜市养犬总体方案"]),
        ("根据《栖澜市养犬条例》，制定本方案。", []),
        ("根据《全国人民代表大会常务委员会关于养犬的决定》，制定本方案。", []),
    ],
)
def test_a_plan_says_which_policy_it_carries_out(opening: str, main: list[str]) -> None:
    parsed = parse(f"栖澜市养犬工作方案\n{opening}\n一、目标\n甲。\n二、任务\n乙。")
    assert [c.value for c in parsed.claims if c.field == "policy_set"] == main


def test_a_main_document_names_its_set() -> None:
    text = "栖澜市关于养犬的意见\n一、要求\n形成“1+2”政策体系，同步制定《甲方案》《乙方案》。\n二、任务\n乙。"
    claims = parse(text).claims
    assert [c.value for c in claims if c.field == "policy_set"] == ["栖澜市关于养犬的意见"]
    assert [c.value for c in claims if c.field == "policy_part"] == ["甲方案", "乙方案"]


def test_titles_hold_titles() -> None:
    assert titles_in("《甲〈乙〉丙》和《丁《戊》己》") == ("甲〈乙〉丙", "丁《戊》己")


def test_joint_issuers_are_kept_apart_and_in_order() -> None:
    parsed = parse("中共栖澜市委、栖澜市人民政府关于养犬的意见\n一、要求\n甲。")
    assert parsed.instrument.issuing_authority == "中共栖澜市委 栖澜市人民政府"


def test_the_bodies_of_events_are_named_with_the_place_of_the_title() -> None:
    parsed = parse("栖澜市养犬条例\n2015年3月1日 市十四届人大常委会第三次会议通过\n第一条 甲。\n第二条 乙。")
    events = [c.value for c in parsed.claims if c.field == "event"]
    assert events == ["2015-03-01 通过 栖澜市人民代表大会常务委员会"]
    assert parsed.instrument.issuing_authority == "栖澜市人民代表大会常务委员会"


@pytest.mark.parametrize(
    ("annexes", "parts"),
    [
        ("附件：1.栖澜市巡护方案\n2.《栖澜市登记办法（试行）》", ["栖澜市巡护方案", "栖澜市登记办法（试行）"]),
        ("附件：栖澜市养犬任务分工表", []),
        ("附件：栖澜市巡护方案", []),
    ],
)
def test_documents_listed_as_annexes_are_parts_of_the_set(annexes: str, parts: list[str]) -> None:
    text = f"栖澜市关于养犬的意见\n一、要求\n甲。\n二、任务\n乙。\n{annexes}\n栖澜市人民政府\n2024年5月1日"
    assert [c.value for c in parse(text).claims if c.field == "policy_part"] == parts
