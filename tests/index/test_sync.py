"""Bringing the index up to the corpus, and mending what a crash or a changed model left."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from corpus import Claim, ClaimSource, CorpusStore, NormKind, QuanzeError, Settings
from index import SearchFilters, SearchIndex, SearchQuery, SyncReport
from index.state import read_state, write_state
from index.store import EdgeDocumentStore

Land = Callable[[Settings, CorpusStore, dict[str, str]], None]

OLD = """# 栖澜市遛犬规定

2018年1月1日 栖澜市第六届人民代表大会常务委员会第三次会议通过

<!-- INFO END -->

第一条 遛犬应当避开上下学的时间。

第二条 本规定自2018年3月1日起施行。
"""
NEW = OLD.replace("2018", "2023").replace("第六届", "第七届").replace("上下学的时间", "早晚高峰的时间")


@pytest.fixture
def home(make_home: Callable[[], Settings], land: Land) -> Iterator[tuple[Settings, CorpusStore]]:
    settings = make_home()
    store = CorpusStore.open(settings)
    land(settings, store, {"旧": OLD})
    yield settings, store
    store.close()


def synced(settings: Settings, store: CorpusStore) -> tuple[SyncReport, int]:
    index = SearchIndex.open(settings, store)
    try:
        return index.sync(), index.count()
    finally:
        index.close()


def counted(settings: Settings) -> int:
    shard = EdgeDocumentStore(str(settings.index / "shard"), 384)
    try:
        return shard.count_documents()
    finally:
        shard.close()


def test_a_second_run_has_nothing_to_do(home: tuple[Settings, CorpusStore]) -> None:
    assert synced(*home) == (SyncReport(added=1, passages=2), 2)
    assert synced(*home) == (SyncReport(), 2)
    assert counted(home[0]) == 2


def test_progress_counts_passages_to_the_end(home: tuple[Settings, CorpusStore]) -> None:
    seen: list[tuple[int, int]] = []
    index = SearchIndex.open(*home)
    assert not index.is_current()
    index.sync(lambda done, total: seen.append((done, total)))
    assert index.is_current()
    index.close()
    assert seen == [(0, 2), (2, 2)]


def test_searching_goes_on_while_the_index_is_brought_up_to_date(
    home: tuple[Settings, CorpusStore], land: Land
) -> None:
    settings, store = home
    synced(settings, store)
    land(settings, store, {"网格": OLD.replace("遛犬", "巡查")})
    index = SearchIndex.open(settings, store)
    found: list[str] = []

    def search(done: int, total: int) -> None:
        with ThreadPoolExecutor(1) as other:
            result = other.submit(index.search, SearchQuery("遛犬应当避开什么时间")).result(timeout=60)
            found.append(result.hits[0].title)

    index.sync(search)
    index.close()
    assert found == ["栖澜市遛犬规定"] * 2


def test_a_new_version_ends_the_old_one_without_embedding_it_again(
    home: tuple[Settings, CorpusStore], land: Land
) -> None:
    settings, store = home
    synced(settings, store)
    land(settings, store, {"新": NEW})
    assert synced(settings, store) == (SyncReport(added=1, changed=1, passages=2), 4)
    index = SearchIndex.open(settings, store)
    found = {
        day: index.search(SearchQuery("遛犬", 1, SearchFilters(as_of=day))).hits[0].text
        for day in (date(2020, 1, 1), date(2023, 3, 1))
    }
    index.close()
    assert "上下学" in found[date(2020, 1, 1)]
    assert "早晚高峰" in found[date(2023, 3, 1)]


def test_lost_and_foreign_passages_are_made_good(home: tuple[Settings, CorpusStore]) -> None:
    settings, store = home
    synced(settings, store)
    shard = EdgeDocumentStore(str(settings.index / "shard"), 384)
    first = shard.filter_documents()[0]
    shard.delete_documents([first.id])
    foreign = replace(first, id="v-gone/art_1", meta={**first.meta, "version_id": "v-gone"})
    shard.write_documents([foreign, replace(foreign, id="v-gone/art_2")])
    shard.flush()
    shard.close()
    assert synced(settings, store) == (SyncReport(added=1, passages=2), 2)
    assert counted(settings) == 2


@pytest.mark.parametrize("damage", ["model", "schema", "unreadable"])
def test_an_index_of_another_model_or_form_is_made_anew(home: tuple[Settings, CorpusStore], damage: str) -> None:
    settings, store = home
    synced(settings, store)
    path = settings.index / "state.json"
    state = read_state(path)
    assert state is not None
    if damage == "unreadable":
        path.write_text("{", encoding="utf-8")
    else:
        write_state(path, replace(state, model="other") if damage == "model" else replace(state, schema=0))
    assert synced(settings, store) == (SyncReport(added=1, passages=2), 2)
    assert counted(settings) == 2


def test_an_index_of_another_model_is_not_searched(home: tuple[Settings, CorpusStore]) -> None:
    settings, store = home
    synced(settings, store)
    path = settings.index / "state.json"
    state = read_state(path)
    assert state is not None
    write_state(path, replace(state, model="other"))
    index = SearchIndex.open(settings, store)
    with pytest.raises(QuanzeError, match="另一个向量模型"):
        index.search(SearchQuery("遛犬"))
    index.sync()
    assert index.search(SearchQuery("遛犬")).hits
    index.close()


KILLED = """
import os, sys
from pathlib import Path
from corpus import Claim, ClaimSource, CorpusStore, NormKind, QuanzeError, Settings
from index import SearchIndex

settings = Settings(home=Path(sys.argv[1]), threads=1)
index = SearchIndex.open(settings, CorpusStore.open(settings))
index.sync(lambda done, total: os._exit(9) if done else None)
"""


def test_a_process_killed_while_writing_leaves_what_a_restart_makes_good(home: tuple[Settings, CorpusStore]) -> None:
    settings, store = home
    died = subprocess.run([sys.executable, "-c", KILLED, str(settings.home)], check=False)
    assert died.returncode == 9
    state = read_state(settings.index / "state.json")
    assert state is not None
    assert not state.versions
    assert synced(settings, store) == (SyncReport(added=1, passages=0), 2)  # written whole, only not yet marked
    assert counted(settings) == 2


def test_a_server_is_filled_and_searched_by_the_same_code(make_home: Callable[[], Settings], land: Land) -> None:
    base = make_home()
    settings = Settings(home=base.home, threads=1, qdrant_url=":memory:")
    store = CorpusStore.open(settings)
    land(settings, store, {"旧": OLD})
    index = SearchIndex.open(settings, store)
    assert index.sync() == SyncReport(added=1, passages=2)
    assert index.search(SearchQuery("遛犬要避开什么时间")).hits[0].eid == "art_1"
    index.close()
    store.close()


def test_a_correction_reaches_the_index_without_a_new_vector_a_new_title_with_new_ones(
    home: tuple[Settings, CorpusStore],
) -> None:
    settings, store = home
    synced(settings, store)
    (summary,) = store.summaries()
    store.claim(summary.id, Claim("kind", "地方政府规章", ClaimSource.USER, "用户更正"))
    assert synced(settings, store) == (SyncReport(changed=1), 2)
    index = SearchIndex.open(settings, store)
    query = SearchQuery("遛犬的时间", 3, SearchFilters(kinds=(NormKind.GOVERNMENT_RULE,)))
    assert index.search(query).hits
    index.close()
    store.claim(summary.id, Claim("title", "栖澜市犬只规定", ClaimSource.USER, "用户更正"))
    assert synced(settings, store) == (SyncReport(added=1, removed=1, passages=2), 2)
