"""Citations are written as drafters write them, read however people write them, and resolved or refused by part."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corpus import CorpusStore, EId, Settings, cite, parse_citation, parse_citations, resolve_citation
from tests.corpus import builders


@pytest.mark.parametrize(
    ("written", "title", "eid"),
    [
        ("《栖澜市河湖巡护条例》第六条", "栖澜市河湖巡护条例", "art_6"),
        ("栖澜市河湖巡护条例第六条第二款第（三）项", "栖澜市河湖巡护条例", "art_6__para_2__item_3"),
        ("河湖巡护条例30条2款", "河湖巡护条例", "art_30__para_2"),
        ("《栖澜市河湖巡护条例》第三十三条之一", "栖澜市河湖巡护条例", "art_33-1"),
        ("第一百零二条第三项", "", "art_102__para_1__item_3"),
        ("《栖澜市河湖巡护条例》第五条第（二）项第1目", "栖澜市河湖巡护条例", "art_5__para_1__item_2__sub_1"),
        ("《栖澜市关于河湖的意见》第二部分第（一）项", "栖澜市关于河湖的意见", "h1_2__h2_1"),
    ],
)
def test_citations_are_read(written: str, title: str, eid: str) -> None:
    citation = parse_citation(written)
    assert citation is not None
    assert (citation.title, citation.eid) == (title, eid)


@pytest.mark.parametrize("words", ["", "河湖巡护条例", "三条河流", "条件成熟时", "第二款"])
def test_words_without_an_article_are_no_citation(words: str) -> None:
    assert parse_citation(words) is None


@pytest.mark.parametrize(
    ("eid", "written"),
    [
        ("art_1__para_1__item_1", "《甲条例》第一条第一款第（一）项"),
        ("art_12-2", "《甲条例》第十二条之二"),
        ("art_3~2", "《甲条例》第三条"),
        ("chp_2__sec_1", "《甲条例》第二章第一节"),
        ("row_3", "《甲条例》第3行"),
    ],
)
def test_citations_are_written(eid: str, written: str) -> None:
    assert cite("甲条例", EId(eid)) == written


def test_the_only_paragraph_of_an_article_is_not_counted() -> None:
    version = builders.regulation().version
    assert cite("甲条例", EId("art_1__para_2"), version) == "《甲条例》第一条第二款"
    sole = version.__class__(
        version.id, version.instrument_id, version.source, version.text, version.dates, version.provisions[:3]
    )
    assert cite("甲条例", EId("art_1__para_1__item_1"), sole) == "《甲条例》第一条第（一）项"


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("《栖澜市河湖巡护条例》第一条第一款第（一）项", ""),
        ("《河湖巡护条例》第一条", ""),
        ("《栖澜市河湖巡护条例》第九百条", "《栖澜市河湖巡护条例》没有第九百条"),
        ("《栖澜市河湖巡护条例》第一条第五款第（一）项", "《栖澜市河湖巡护条例》第一条没有第五款"),
        ("《栖澜市河湖巡护条例》第一条第一款第（九）项", "《栖澜市河湖巡护条例》第一条第一款没有第（九）项"),
        ("《栖澜市河湖巡护条例实施细则》第一条", "语料库中没有《栖澜市河湖巡护条例实施细则》，无法判断"),
        ("《河湖》第一条", "语料库中没有《河湖》，无法判断"),
    ],
)
def test_a_citation_leads_to_its_provision_or_to_what_is_missing(tmp_path: Path, written: str, problem: str) -> None:
    store = CorpusStore.open(Settings(tmp_path))
    store.add(builders.regulation())
    citation = parse_citation(written)
    assert citation is not None
    found = resolve_citation(citation, store, date(2024, 1, 1))
    assert found.problem == problem
    assert (found.provision is None) == bool(problem)


def test_before_its_first_day_an_instrument_has_no_text(tmp_path: Path) -> None:
    store = CorpusStore.open(Settings(tmp_path))
    store.add(builders.regulation())
    citation = parse_citation("《栖澜市河湖巡护条例》第一条")
    assert citation is not None
    assert "2019-01-01没有有效文本" in resolve_citation(citation, store, date(2019, 1, 1)).problem


@pytest.mark.parametrize(
    ("written", "eids", "titles"),
    [
        ("《甲条例》第六条", ["art_6"], ["甲条例"]),
        ("甲条例30条2款", ["art_30__para_2"], ["甲条例"]),
        (
            "《甲条例》第六条第二款第（一）、（三）项",
            ["art_6__para_2__item_1", "art_6__para_2__item_3"],
            ["甲条例"] * 2,
        ),
        ("《甲条例》第五条、第七条和第九条第一款", ["art_5", "art_7", "art_9__para_1"], ["甲条例"] * 3),
        ("《甲条例》第五条，《乙办法》第七条", ["art_5", "art_7"], ["甲条例", "乙办法"]),
        ("《甲意见》第二部分第（三）项", ["h1_2__h2_3"], ["甲意见"]),
        ("没有条文的话", [], []),
    ],
)
def test_every_citation_of_a_line_is_read(written: str, eids: list[str], titles: list[str]) -> None:
    found = parse_citations(written)
    assert ([one.eid for one in found], [one.title for one in found]) == (eids, titles)


def test_a_range_is_read_with_its_last_place() -> None:
    (found,) = parse_citations("《甲条例》第八条至第十条")
    assert (found.eid, found.through) == ("art_8", "art_10")
