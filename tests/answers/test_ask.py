"""From a question to its answer, through the real index."""

from collections.abc import Callable
from datetime import date

import pytest

from answers import Answer
from answers.draft import Draft
from answers.question import Question
from answers.wording import word_answer
from corpus import CorpusStore
from index import SearchFilters

Ask = Callable[..., Answer]
GRID = "栖澜市网格化服务管理条例"


def citations(answer: Answer) -> list[str]:
    return [quotation.citation for quotation in answer.quotations]


def test_who_question_names_body_and_act_without_the_items(ask: Ask) -> None:
    answer = ask("栖澜市网格化服务管理工作由哪个部门统筹负责？")
    assert answer.text == f"市社会治理主管部门统筹负责全市网格化服务管理工作。（《{GRID}》第三条第一款）"
    assert not answer.refused


def test_level_word_prefers_the_duty_of_that_level(ask: Ask) -> None:
    answer = ask("栖澜市的网格化服务管理工作，区级由谁统筹负责？")
    assert "区人民政府应当明确相应的部门" in answer.text
    assert citations(answer)[0] == f"《{GRID}》第三条第二款"


def test_definition_is_given_by_the_clause_that_defines(ask: Ask) -> None:
    assert citations(ask("栖澜市的网格员是指什么人？"))[0] == f"《{GRID}》第二条第二款"


def test_penalty_question_is_given_the_fine(ask: Ask) -> None:
    answer = ask("在栖澜市冒用网格员名义入户推销，罚多少？")
    assert "五百元以上二千元以下罚款" in answer.text
    assert f"《{GRID}》第七条" in citations(answer)


def test_rule_is_given_where_no_penalty_is_asked(ask: Ask) -> None:
    assert f"《{GRID}》第五条" in citations(ask("栖澜市能不能冒用网格员名义入户推销商品？"))


def test_comparison_gives_each_place_its_own_law(ask: Ask) -> None:
    answer = ask("遛狗的牵引带最长多长？省里和栖澜市各怎么规定？")
    assert set(citations(answer)) == {"《云岫省养犬管理条例》第三条", "《栖澜市养犬管理规定》第三条"}
    assert "两米" in answer.text
    assert "一点五米" in answer.text


def test_cited_provision_is_given_whole(ask: Ask) -> None:
    answer = ask("栖澜网格条例第三条第一款怎么规定的？")
    assert "（三）建设并维护网格信息平台" in answer.text
    assert citations(answer) == [f"《{GRID}》第三条第一款"]
    assert f"“栖澜网格条例”按《{GRID}》理解" in answer.text


def test_cited_item_is_given_alone(ask: Ask) -> None:
    answer = ask(f"《{GRID}》第三条第一款第（二）项")
    assert citations(answer) == [f"《{GRID}》第三条第一款第（二）项"]
    assert "网格员的培训和考核" in answer.text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("栖澜市火星移民管理办法怎么规定的？", "语料中没有《栖澜市火星移民管理办法》"),
        ("《栖澜市宠物管理条例》第八条对宠物医院有什么要求？", "语料中没有《栖澜市宠物管理条例》"),
        (f"《{GRID}》第九百条是怎么规定的？", f"《{GRID}》没有第九百条"),
        (f"《{GRID}》第三条第九款是怎么规定的？", f"《{GRID}》第三条没有第九款"),
        ("上海市的网格员由谁培训？", "语料中没有上海市的规定"),
        ("栖澜市对表现突出的网格员奖励多少奖金？", "检索到的规定没有写明奖金的金额"),
        ("栖澜市网格化服务管理的网格一共有多少亩？", "检索到的规定没有写明网格的面积"),
        ("第三条怎么规定的？", "问题写明了条文序号，但没有写明是哪个文件，请写出文件名称"),
    ],
)
def test_refusal_says_why_and_names_the_nearest(ask: Ask, text: str, reason: str) -> None:
    answer = ask(text)
    assert answer.refused
    assert answer.reason == reason
    assert answer.text.startswith(f"未检索到依据：{reason}。相近的条文：《")
    assert answer.statements == ()
    row = answer.as_row()
    assert row["citations"] == []
    assert row["nearest"]


@pytest.mark.parametrize("text", ["，。？！", "《》", "😀😀"])
def test_signs_alone_are_no_question(ask: Ask, text: str) -> None:
    answer = ask(text)
    assert answer.refused
    assert answer.reason == "问题里没有可以检索的文字"


def test_matter_that_no_provision_speaks_of_is_refused(ask: Ask) -> None:
    answer = ask("核电站的反应堆由谁检修？")
    assert answer.refused
    assert "“反应堆”" in answer.reason


def test_text_in_force_on_the_day_asked_is_quoted(ask: Ask) -> None:
    then = ask("2019年5月1日，栖澜市网格化服务管理工作由哪个部门负责？")
    now = ask("栖澜市网格化服务管理工作由哪个部门负责？")
    assert "市民政部门负责全市网格化服务管理工作" in then.text
    assert "市民政部门" not in now.text
    by_filter = ask("栖澜市网格化服务管理工作由哪个部门负责？", SearchFilters(as_of=date(2019, 5, 1)))
    assert by_filter.text == then.text


def test_text_not_yet_in_force_is_refused(ask: Ask) -> None:
    answer = ask(f"2017年1月1日《{GRID}》第三条怎么规定的？")
    assert answer.refused
    assert "2017-01-01" in answer.reason


def test_row_has_the_numbers_of_the_place(ask: Ask) -> None:
    row = ask("《栖澜市网格化服务管理条例》第五条").as_row()
    citations = row["citations"]
    assert isinstance(citations, list)
    (citation,) = citations
    assert {key: citation[key] for key in ("doc", "article", "paragraph", "item", "citation", "eid", "quote")} == {
        "doc": GRID,
        "article": 5,
        "paragraph": 1,
        "item": None,
        "citation": f"《{GRID}》第五条",
        "eid": "art_5__para_1",
        "quote": "禁止冒用网格员名义入户推销商品。",
    }
    assert row["refused"] is False
    assert row["reason"] == ""
    assert row["nearest"] == []


def test_every_quotation_stands_verbatim_in_its_provision(ask: Ask, store: CorpusStore) -> None:
    for text in ("网格员由谁招录？", "栖澜市的狗由谁登记？", "网格员多久内上报隐患？"):
        answer = ask(text)
        assert answer.quotations
        for quotation in answer.quotations:
            version = store.version(quotation.version_id)
            provision = version.provision(quotation.eid)
            assert provision is not None
            assert quotation.quote in version.whole_text(provision)


def test_answer_without_any_verified_statement_is_a_refusal() -> None:
    answer = word_answer(Question("？"), Draft(), (), ())
    assert answer.refused
    assert answer.text == "未检索到依据：引文未通过核验。"
