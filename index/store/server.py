"""QdrantDocumentStore: the same in a Qdrant server or cluster by URL; qdrant-haystack translates the filters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from haystack import default_from_dict, default_to_dict
from haystack.dataclasses import Document, SparseEmbedding
from haystack_integrations.document_stores.qdrant.filters import convert_filters_to_qdrant
from qdrant_client import QdrantClient, models

from index.store.passage_store import DENSE, INTEGERS, KEYWORDS, LEXICAL, Filters, PassageStore, Vector
from index.store.points import Point, to_document

_PAGE = 1000
_BATCH = 256


class QdrantDocumentStore(PassageStore):
    """The collection ``collection`` at ``url`` (``:memory:`` for one that is gone with this process)."""

    def __init__(self, url: str, size: int, collection: str = "quanze", api_key: str = "") -> None:
        self._url, self._size, self._collection = url, size, collection
        self._client = QdrantClient(url) if url == ":memory:" else QdrantClient(url=url, api_key=api_key or None)
        self._ensure_collection()

    def to_dict(self) -> dict[str, Any]:
        """How to make this store again; the key is left out."""
        return default_to_dict(self, url=self._url, size=self._size, collection=self._collection)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> QdrantDocumentStore:
        """The store that ``to_dict`` described."""
        made: QdrantDocumentStore = default_from_dict(cls, data)
        return made

    def count_documents(self, filters: Filters = None) -> int:
        """How many documents there are, or how many ``filters`` lets pass."""
        return self._client.count(self._collection, convert_filters_to_qdrant(filters), exact=True).count

    def filter_documents(self, filters: Filters = None) -> list[Document]:
        """Every document that ``filters`` lets pass, with its vectors."""
        return list(self._scroll(convert_filters_to_qdrant(filters)))

    def nearest(
        self, vector: Vector, filters: Filters, limit: int, among: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        """Point ids with scores, best first."""
        query, using = _nearest(vector)
        found = self._client.query_points(
            self._collection,
            query=query,
            using=using,
            query_filter=_both(convert_filters_to_qdrant(filters), among),
            search_params=models.SearchParams(exact=True) if among is not None and self._url != ":memory:" else None,
            limit=limit,
            with_payload=False,
        )
        return [(str(point.id), point.score) for point in found.points]

    def retrieve(self, ids: Sequence[str]) -> dict[str, Document]:
        """Id and meta of the documents of these points, without text and vectors."""
        found = self._client.retrieve(self._collection, list(ids), with_payload=["id", "meta"])
        return {str(record.id): to_document(record.payload, None, None) for record in found}

    def known(self, ids: Sequence[str]) -> set[str]:
        """Which of these points are there."""
        return {str(record.id) for record in self._client.retrieve(self._collection, list(ids), with_payload=False)}

    def upsert(self, points: Sequence[Point]) -> None:
        """Write points over those with the same ids, and wait until the server has them."""
        for at in range(0, len(points), _BATCH):
            written = [
                models.PointStruct(id=p.id, vector=_vectors(p), payload=dict(p.payload))
                for p in points[at : at + _BATCH]
            ]
            self._client.upsert(self._collection, written, wait=True)

    def delete_points(self, ids: Sequence[str]) -> None:
        """Remove points by id."""
        self._client.delete(self._collection, models.PointIdsList(points=list(ids)), wait=True)

    def delete_where(self, filters: dict[str, Any]) -> None:
        """Remove every point that ``filters`` lets pass."""
        self._client.delete(self._collection, models.FilterSelector(filter=_needed(filters)), wait=True)

    def update_meta(self, filters: dict[str, Any], meta: dict[str, Any]) -> None:
        """Set these fields of ``meta`` on every point that ``filters`` lets pass; vectors stay."""
        self._client.set_payload(self._collection, meta, _needed(filters), key="meta", wait=True)

    def flush(self) -> None:
        """Nothing to do: every write waits for the server's own log."""

    def optimise(self) -> None:
        """Nothing to do: the server optimises by itself."""

    def empty(self) -> None:
        """Remove the collection and make a new one."""
        self._client.delete_collection(self._collection)
        self._ensure_collection()

    def close(self) -> None:
        """Close the connection."""
        self._client.close()

    def _ensure_collection(self) -> None:
        if self._client.collection_exists(self._collection):
            return
        self._client.create_collection(
            self._collection,
            vectors_config={DENSE: models.VectorParams(size=self._size, distance=models.Distance.COSINE)},
            sparse_vectors_config={LEXICAL: models.SparseVectorParams(modifier=models.Modifier.IDF)},
        )
        if self._url == ":memory:":
            return  # payload indexes have no effect there, and the client warns about each
        for field in KEYWORDS:
            self._client.create_payload_index(self._collection, f"meta.{field}", models.PayloadSchemaType.KEYWORD)
        for field in INTEGERS:
            self._client.create_payload_index(self._collection, f"meta.{field}", models.PayloadSchemaType.INTEGER)

    def _scroll(self, conditions: models.Filter | None) -> Iterator[Document]:
        offset: Any = None
        while True:
            records, offset = self._client.scroll(
                self._collection, conditions, limit=_PAGE, offset=offset, with_payload=True, with_vectors=True
            )
            yield from map(_read, records)
            if offset is None:
                return


def _nearest(vector: Vector) -> tuple[list[float] | models.SparseVector, str]:
    if isinstance(vector, SparseEmbedding):
        return models.SparseVector(indices=vector.indices, values=vector.values), LEXICAL
    return list(vector), DENSE


def _both(conditions: models.Filter | None, among: Sequence[str] | None) -> models.Filter | None:
    if among is None:
        return conditions
    chosen = models.HasIdCondition(has_id=list(among))
    return models.Filter(must=[chosen] if conditions is None else [conditions, chosen])


def _vectors(point: Point) -> dict[str, Any]:
    vectors: dict[str, Any] = {} if point.dense is None else {DENSE: point.dense}
    if point.lexical is not None:
        vectors[LEXICAL] = models.SparseVector(indices=point.lexical.indices, values=point.lexical.values)
    return vectors


def _read(record: models.Record) -> Document:
    vectors: Any = record.vector or {}
    sparse = vectors.get(LEXICAL)
    lexical = SparseEmbedding(list(sparse.indices), list(sparse.values)) if sparse is not None else None
    return to_document(record.payload, vectors.get(DENSE), lexical)


def _needed(filters: dict[str, Any]) -> models.Filter:
    made = convert_filters_to_qdrant(filters)
    if made is None:
        raise ValueError("a filter is needed: an empty one would touch every passage")
    return made
