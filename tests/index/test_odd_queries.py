"""Questions that break things: nothing asked, far too much asked, characters nobody sees, articles that never were."""

from __future__ import annotations

import pytest

from corpus import CorpusStore, Settings
from index import SearchIndex, SearchQuery, SearchWeights
from index.query import LONGEST

Searchable = tuple[SearchIndex, CorpusStore, Settings]
NOTHING = "问题中没有可检索的文字"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", NOTHING),
        (" \t\n\u3000", NOTHING),
        ("？！……——《》", NOTHING),
        ("🐕🐕‍🦺👨‍👩‍👧", NOTHING),
        ("\x00\x1b\x07\u200b\ufeff", NOTHING),
        ("\ud83d", NOTHING),
        ("；--", NOTHING),
        ("犬" * (LONGEST + 1), "问题过长（10001 字，最多 10000 字）"),
        ("犬", ""),
        ("🐕登记", ""),
        ("犬" * LONGEST, ""),
        ("'; DROP TABLE versions; --", ""),
        ("2021", ""),
    ],
)
def test_what_cannot_be_searched_is_told(text: str, problem: str) -> None:
    told = SearchQuery(text).problem
    assert told.startswith(problem) if problem else told == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("养\u200b犬\x00登\ufeff记", "养犬登记"),
        ("谁管\n养犬\t登记\u3000？", "谁管 养犬 登记 ？"),
        ("养犬\ud800登记", "养犬登记"),
        ("\x1b[31m养犬\x1b[0m", "[31m养犬[0m"),
        ("《栖澜市养犬管理规定》第二条", "《栖澜市养犬管理规定》第二条"),
    ],
)
def test_what_nobody_sees_is_not_searched(text: str, words: str) -> None:
    assert SearchQuery(text).words == words


@pytest.mark.parametrize("text", ["", "？！", "🐕", "\x00", "犬" * (LONGEST + 1)])
def test_where_nothing_is_asked_nothing_is_found_and_the_plan_says_why(searchable: Searchable, text: str) -> None:
    result = searchable[0].search(SearchQuery(text))
    assert result.hits == ()
    assert SearchQuery(text).problem in str(result.plan)


@pytest.mark.parametrize(
    "text",
    [
        "养犬登记🐕",
        "养\u200b犬登\x00记由\ud800谁负责",
        "养犬登记'; DROP TABLE versions; -- \" OR 1=1",
        "养犬登记 %s {0} $x ${HOME} \\ /* */",
        "养犬登记" + "的有关规定是什么" * 1249,
    ],
)
def test_odd_characters_do_not_hide_what_is_asked(searchable: Searchable, text: str) -> None:
    hits = searchable[0].search(SearchQuery(text, top_k=5)).hits
    assert "养犬" in hits[0].title
    assert all(hit.text for hit in hits)


def test_characters_nobody_sees_change_no_hit(searchable: Searchable) -> None:
    index = searchable[0]
    plain = index.search(SearchQuery("栖澜市的狗在哪儿登记")).hits
    assert index.search(SearchQuery("栖澜\u200b市的\x00狗在哪儿\ufeff登记")).hits == plain


@pytest.mark.parametrize("article", ["第0条", "第零条", "第九千九百条", "第99999999999999999999条", "第七条"])
def test_no_other_article_passes_for_one_that_never_was(searchable: Searchable, article: str) -> None:
    result = searchable[0].search(SearchQuery(f"《栖澜市养犬管理规定》{article}"))
    assert result.plan.is_uncited
    assert "检索范围内没有所引条文" in str(result.plan)
    assert result.hits
    assert not any(hit.citation.startswith(f"《栖澜市养犬管理规定》{article}") for hit in result.hits)


@pytest.mark.parametrize("text", ["《栖澜市养犬管理规定》第六条", "栖澜养犬规定第二条第三款", "谁负责犬只登记"])
def test_a_provision_that_is_there_is_not_said_to_be_missing(searchable: Searchable, text: str) -> None:
    result = searchable[0].search(SearchQuery(text))
    assert not result.plan.is_uncited
    assert "检索范围内没有" not in str(result.plan)


def test_many_questions_are_ranked_as_each_alone(searchable: Searchable) -> None:
    index = searchable[0]
    queries = [SearchQuery(text) for text in ("栖澜养犬规定第四条", "谁来培训网格员？", "遛狗要牵多长的绳子")]
    ranked = [[str(one.unit[1].ancestor("art")) for one in found[:1]] for found in index.rank(queries)]
    alone = [[str(hit.eid.ancestor("art")) for hit in index.search(query).hits[:1]] for query in queries]
    assert ranked == alone


def test_a_part_is_tried_alone_without_reading_the_question(searchable: Searchable) -> None:
    index, query = searchable[0], SearchQuery("泊霞市养犬管理规定第一条")
    lexical = SearchWeights(candidates=100, dense=0.0, title=0.0, place=0.0)
    (found,) = index.rank([query], lexical, is_read=False)
    assert [one.lexical for one in found] == sorted((one.lexical for one in found), reverse=True)
    (read,) = index.rank([query])
    assert read[0].unit[1] == "art_1"
    assert index.plan(query, is_read=False).analysis.instruments == ()
