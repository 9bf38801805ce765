"""One contract for both engines: Qdrant Edge on disk and qdrant-client in memory."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from haystack.dataclasses import Document, SparseEmbedding
from haystack.document_stores.errors import DuplicateDocumentError
from haystack.document_stores.types import DuplicatePolicy
from haystack.errors import FilterError

from index.store import EdgeDocumentStore, PassageStore, Scored, fuse, score_hybrid
from index.store.points import point_id
from index.store.server import QdrantDocumentStore


def document(name: str, dense: list[float], words: list[int], **meta: Any) -> Document:
    sparse = SparseEmbedding(words, [1.0] * len(words))
    return Document(id=name, content=f"{name}的正文", meta=meta, embedding=dense, sparse_embedding=sparse)


DOCUMENTS = [
    document("v1/art_1", [1.0, 0.0], [7], version_id="v1", kind="法律", issuer="国务院", starts_on=20200101),
    document("v1/art_2", [0.8, 0.6], [7, 9], version_id="v1", kind="法律", issuer="国务院办公厅", starts_on=20210601),
    document(
        "v2/art_1", [0.0, 1.0], [4294967295], version_id="v2", kind="地方性法规", issuer="栖澜市", starts_on=20230101
    ),
]


def filled(engine: str, folder: Path) -> PassageStore:
    made = EdgeDocumentStore(str(folder / "shard"), 2) if engine == "edge" else QdrantDocumentStore(":memory:", 2)
    made.write_documents(DOCUMENTS)
    return made


@pytest.fixture(scope="module", params=["edge", "memory"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PassageStore]:
    """A store that tests only read."""
    made = filled(request.param, tmp_path_factory.mktemp("read"))
    yield made
    made.close()


@pytest.fixture(params=["edge", "memory"])
def own(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PassageStore]:
    """A store that a test may change."""
    made = filled(request.param, tmp_path)
    yield made
    made.close()


def names(documents: list[Document]) -> set[str]:
    return {found.id for found in documents}


def test_what_was_written_is_read_back(store: PassageStore) -> None:
    assert store.count_documents() == 3
    found = {d.id: d for d in store.filter_documents()}["v1/art_2"]
    assert (found.content, found.meta) == ("v1/art_2的正文", DOCUMENTS[1].meta)
    assert found.embedding == pytest.approx([0.8, 0.6])
    assert found.sparse_embedding == SparseEmbedding([7, 9], [1.0, 1.0])


def is_(field: str, operator: str, value: Any) -> dict[str, Any]:
    return {"field": f"meta.{field}", "operator": operator, "value": value}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (is_("issuer", "in", ["国务院"]), {"v1/art_1"}),  # not 国务院办公厅
        (is_("issuer", "==", "国务院"), {"v1/art_1"}),
        (is_("issuer", "in", ["国务院", "栖澜市"]), {"v1/art_1", "v2/art_1"}),
        (is_("issuer", "in", [""]), set()),
        (is_("issuer", "not in", ["国务院"]), {"v1/art_2", "v2/art_1"}),
        (is_("issuer", "!=", "栖澜市"), {"v1/art_1", "v1/art_2"}),
        (is_("starts_on", "<", 20210601), {"v1/art_1"}),
        (is_("starts_on", "<=", 20210601), {"v1/art_1", "v1/art_2"}),
        (is_("starts_on", ">", 20210601), {"v2/art_1"}),
        (is_("starts_on", ">=", 20210601), {"v1/art_2", "v2/art_1"}),
        ({"operator": "AND", "conditions": [is_("kind", "==", "法律"), is_("starts_on", ">", 20200101)]}, {"v1/art_2"}),
        (
            {"operator": "OR", "conditions": [is_("issuer", "==", "国务院"), is_("kind", "==", "地方性法规")]},
            {"v1/art_1", "v2/art_1"},
        ),
        ({"operator": "NOT", "conditions": [is_("kind", "==", "法律")]}, {"v2/art_1"}),
        (
            {
                "operator": "AND",
                "conditions": [
                    {"operator": "OR", "conditions": [is_("kind", "==", "法律")]},
                    is_("starts_on", "<", 20210101),
                ],
            },
            {"v1/art_1"},
        ),
        ({"field": "id", "operator": "==", "value": "v2/art_1"}, {"v2/art_1"}),
    ],
)
def test_filters(store: PassageStore, filters: dict[str, Any], expected: set[str]) -> None:
    assert names(store.filter_documents(filters)) == expected
    assert store.count_documents(filters) == len(expected)


@pytest.mark.parametrize(
    "filters",
    [
        {"field": "meta.kind", "operator": "like", "value": "法"},
        {"field": "meta.kind", "operator": "in", "value": "法律"},
        {"field": "meta.starts_on", "operator": ">", "value": "法律"},
        {"operator": "AND", "conditions": []},
        {"operator": "==", "value": 1},
    ],
)
def test_what_is_no_filter_is_refused(store: PassageStore, filters: dict[str, Any]) -> None:
    with pytest.raises(FilterError):
        store.filter_documents(filters)


def test_writing_twice_writes_once(own: PassageStore) -> None:
    assert own.write_documents(DOCUMENTS) == 3
    assert own.count_documents() == 3


def test_policies_on_what_is_there_already(own: PassageStore) -> None:
    fresh = document("v3/art_1", [1.0, 1.0], [1], version_id="v3")
    assert own.write_documents([DOCUMENTS[0], fresh], DuplicatePolicy.SKIP) == 1
    with pytest.raises(DuplicateDocumentError, match="1 个"):
        own.write_documents([fresh], DuplicatePolicy.FAIL)
    own.write_documents([document("v3/art_1", [1.0, 1.0], [1], version_id="v4")], DuplicatePolicy.OVERWRITE)
    assert names(own.filter_documents(is_("version_id", "==", "v4"))) == {"v3/art_1"}


def test_removing_by_id_passes_over_strangers(own: PassageStore) -> None:
    own.delete_documents(["v1/art_1", "v9/art_9"])
    assert names(own.filter_documents()) == {"v1/art_2", "v2/art_1"}


def test_removing_and_changing_by_filter(own: PassageStore) -> None:
    own.update_meta(is_("version_id", "==", "v1"), {"starts_on": 20240101})
    changed = own.filter_documents(is_("starts_on", "==", 20240101))
    assert names(changed) == {"v1/art_1", "v1/art_2"}
    assert {d.meta["issuer"] for d in changed} == {"国务院", "国务院办公厅"}
    own.delete_where(is_("version_id", "==", "v1"))
    assert names(own.filter_documents()) == {"v2/art_1"}
    with pytest.raises(ValueError, match="filter is needed"):
        own.delete_where({})


def test_nearest_by_cosine_and_among_chosen_points(store: PassageStore) -> None:
    found = store.nearest([1.0, 0.0], None, 2)
    assert [point for point, _ in found] == [point_id("v1/art_1"), point_id("v1/art_2")]
    assert [score for _, score in found] == pytest.approx([1.0, 0.8])
    chosen = store.nearest([1.0, 0.0], None, 9, among=[point_id("v2/art_1")])
    assert [point for point, _ in chosen] == [point_id("v2/art_1")]
    assert chosen[0][1] == pytest.approx(0.0)
    assert store.nearest([1.0, 0.0], is_("kind", "==", "地方性法规"), 9)[0][0] == point_id("v2/art_1")


def test_a_rare_word_weighs_more_than_a_common_one(store: PassageStore) -> None:
    scores = dict(store.nearest(SparseEmbedding([7, 9], [1.0, 1.0]), None, 9))
    assert set(scores) == {point_id("v1/art_1"), point_id("v1/art_2")}
    rare = dict(store.nearest(SparseEmbedding([9], [1.0]), None, 9))[point_id("v1/art_2")]
    common = dict(store.nearest(SparseEmbedding([7], [1.0]), None, 9))[point_id("v1/art_2")]
    assert rare > common > 0
    assert scores[point_id("v1/art_2")] == pytest.approx(rare + common)


def test_the_union_of_both_sides_is_scored_on_both(store: PassageStore) -> None:
    scored = score_hybrid(store, [1.0, 0.0], SparseEmbedding([4294967295], [1.0]), [None], 1)
    by_point = {one.point: one for one in scored}
    assert set(by_point) == {point_id("v1/art_1"), point_id("v2/art_1")}
    assert by_point[point_id("v1/art_1")].dense == pytest.approx(1.0)
    assert by_point[point_id("v1/art_1")].lexical == 0.0
    assert by_point[point_id("v2/art_1")].dense == pytest.approx(0.0)
    assert by_point[point_id("v2/art_1")].lexical > 0


def test_a_question_without_words_is_answered_by_the_dense_side(store: PassageStore) -> None:
    scored = score_hybrid(store, [0.0, 1.0], SparseEmbedding([], []), [None], 1)
    assert [(one.point, one.lexical) for one in scored] == [(point_id("v2/art_1"), 0.0)]


def test_retrieving_gives_meta_and_passes_over_strangers(store: PassageStore) -> None:
    found = store.retrieve([point_id("v1/art_1"), point_id("nobody")])
    assert {point: d.meta["issuer"] for point, d in found.items()} == {point_id("v1/art_1"): "国务院"}
    assert store.known([point_id("v1/art_1"), point_id("nobody")]) == {point_id("v1/art_1")}


def test_emptying_leaves_a_store_that_works(own: PassageStore) -> None:
    own.empty()
    assert own.count_documents() == 0
    own.write_documents(DOCUMENTS[:1])
    assert own.count_documents() == 1


def test_the_edge_store_is_made_again_from_its_description(tmp_path: Path) -> None:
    first = EdgeDocumentStore(str(tmp_path / "shard"), 2)
    first.write_documents(DOCUMENTS)
    described = first.to_dict()
    first.flush()
    first.close()
    again = EdgeDocumentStore.from_dict(described)
    assert names(again.filter_documents(is_("kind", "==", "法律"))) == {"v1/art_1", "v1/art_2"}
    again.close()


def test_the_server_store_describes_itself_without_its_key() -> None:
    store = QdrantDocumentStore(":memory:", 2, api_key="secret")
    assert "secret" not in str(store.to_dict())
    assert QdrantDocumentStore.from_dict(store.to_dict()).count_documents() == 0


def test_fusing_spreads_both_sides_and_weighs_them() -> None:
    scored = [Scored("a", 0.9, 2.0), Scored("b", 0.8, 6.0), Scored("c", 0.85, 4.0)]
    assert fuse(scored, 0.75) == pytest.approx({"a": 0.75 * 1 + 0, "b": 0 + 0.25 * 1, "c": 0.75 * 0.5 + 0.25 * 0.5})
    assert fuse([Scored("a", 0.9, 0.0)], 0.75) == pytest.approx({"a": 0.75})
    assert fuse([], 0.75) == {}
