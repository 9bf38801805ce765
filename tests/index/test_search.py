"""Searching small made-up texts, with the real model and the real engine."""

from collections.abc import Callable
from datetime import date

import pytest

from corpus import CorpusStore, EId, Level, NormKind, Settings
from index import IndexBusyError, SearchFilters, SearchIndex, SearchQuery
from index.ownership import Ownership

Searchable = tuple[SearchIndex, CorpusStore, Settings]


def titles(searchable: Searchable, text: str, **filters: object) -> set[str]:
    hits = searchable[0].search(SearchQuery(text, 20, SearchFilters(**filters))).hits  # type: ignore[arg-type]
    return {hit.title for hit in hits}


@pytest.mark.parametrize(
    ("question", "title", "eid"),
    [
        ("栖澜市的狗在哪儿登记，由谁负责？", "栖澜市养犬管理规定", "art_2__para_1"),
        ("泊霞市的狗由谁登记？", "泊霞市养犬管理规定", "art_2"),
        ("遛狗要牵多长的绳子，栖澜怎么规定？", "栖澜市养犬管理规定", "art_3"),
        ("谁来培训网格员？", "栖澜市网格化服务管理条例", "art_2__para_1"),
        ("街道怎么招录网格员", "栖澜市网格化服务管理条例", "art_2__para_2"),
        ("栖澜养犬规定第四条", "栖澜市养犬管理规定", "art_4"),
        ("《栖澜市养犬管理规定》第二条第三款", "栖澜市养犬管理规定", "art_2__para_3"),
    ],
)
def test_the_first_hit_is_the_provision_asked_for(searchable: Searchable, question: str, title: str, eid: str) -> None:
    first = searchable[0].search(SearchQuery(question)).hits[0]
    assert (first.title, first.eid) == (title, eid)


def test_a_hit_is_the_whole_article_of_the_corpus_with_its_citation(searchable: Searchable) -> None:
    index, store, _ = searchable
    hit = index.search(SearchQuery("街道怎么招录网格员", top_k=1)).hits[0]
    version = store.version(hit.version_id)
    article = version.provision(EId("art_2"))
    assert article is not None
    assert hit.text == version.whole_text(article)
    assert hit.citation == "《栖澜市网格化服务管理条例》第二条第二款"
    assert 0.7 < hit.dense <= 1.0
    assert hit.lexical > 0


def test_hits_are_units_in_falling_order_each_once(searchable: Searchable) -> None:
    result = searchable[0].search(SearchQuery("谁负责犬只登记", top_k=8))
    scores = [hit.score for hit in result.hits]
    assert len(scores) == 8
    assert scores == sorted(scores, reverse=True)
    assert len({hit.citation for hit in result.hits}) == 8


def test_filters_let_pass_what_they_name(searchable: Searchable) -> None:
    assert titles(searchable, "犬只登记", levels=(Level.PROVINCIAL,)) == {"云岫省养犬管理条例"}
    assert titles(searchable, "犬只登记", titles=("栖澜市养犬管理规定",)) == {"栖澜市养犬管理规定"}
    assert titles(searchable, "犬只登记", titles=("火星移民办法",)) == set()
    assert titles(searchable, "犬只登记", kinds=(NormKind.LAW,)) == set()
    assert titles(searchable, "犬只登记", territories=("泊霞市",)) == {"泊霞市养犬管理规定", "云岫省养犬管理条例"}
    assert titles(searchable, "犬只登记", territories=("云岫省",)) == {"云岫省养犬管理条例"}


def test_law_is_found_from_the_day_it_takes_effect(searchable: Searchable) -> None:
    assert "栖澜市养犬管理规定" not in titles(searchable, "犬只登记", as_of=date(2021, 7, 31))
    assert "栖澜市养犬管理规定" in titles(searchable, "犬只登记", as_of=date(2021, 8, 1))
    assert titles(searchable, "犬只登记", as_of=date(2018, 1, 1)) == set()


def test_a_second_owner_is_told_who_is_in_the_way(searchable: Searchable) -> None:
    settings = searchable[2]
    with pytest.raises(IndexBusyError, match=r"检索索引正被另一个进程使用.*QUANZE_QDRANT_URL"):
        Ownership(settings.index, patience=0)


def test_a_closed_index_may_be_opened_again(make_home: Callable[[], Settings]) -> None:
    settings = make_home()
    store = CorpusStore.open(settings)
    SearchIndex.open(settings, store).close()
    SearchIndex.open(settings, store).close()
    store.close()
