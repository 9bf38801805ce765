"""EdgeDocumentStore: the Qdrant engine inside this process, in one folder that one process owns at a time."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import qdrant_edge as edge
from haystack import default_from_dict, default_to_dict
from haystack.dataclasses import Document, SparseEmbedding

from index.store.edge_filter import to_edge_filter
from index.store.passage_store import DENSE, INTEGERS, KEYWORDS, LEXICAL, Filters, PassageStore, Vector
from index.store.points import Point, to_document

_PAGE = 1000


class EdgeDocumentStore(PassageStore):
    """A shard at ``path`` for dense vectors of ``size`` numbers. A second handle fails, in this process too."""

    def __init__(self, path: str, size: int) -> None:
        self._path = Path(path)
        self._size = size
        self._shard = self._open()

    def to_dict(self) -> dict[str, Any]:
        """How to make this store again."""
        return default_to_dict(self, path=str(self._path), size=self._size)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> EdgeDocumentStore:
        """The store that ``to_dict`` described."""
        made: EdgeDocumentStore = default_from_dict(cls, data)
        return made

    def count_documents(self, filters: Filters = None) -> int:
        """How many documents there are, or how many ``filters`` lets pass."""
        return self._shard.count(edge.CountRequest(exact=True, filter=to_edge_filter(filters)))

    def filter_documents(self, filters: Filters = None) -> list[Document]:
        """Every document that ``filters`` lets pass, with its vectors."""
        return list(self._scroll(to_edge_filter(filters)))

    def nearest(
        self, vector: Vector, filters: Filters, limit: int, among: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        """Point ids with scores, best first."""
        chosen = edge.HasIdCondition(set(among)) if among is not None else None
        conditions: list[Any] = [c for c in (to_edge_filter(filters), chosen) if c is not None]
        request = edge.QueryRequest(
            limit=limit,
            query=_nearest(vector),
            filter=edge.Filter(must=conditions) if conditions else None,
            params=edge.SearchParams(exact=among is not None),
        )
        return [(str(point.id), point.score) for point in self._shard.query(request)]

    def retrieve(self, ids: Sequence[str]) -> dict[str, Document]:
        """Id and meta of the documents of these points, without text and vectors."""
        found = self._shard.retrieve(list(ids), ["id", "meta"], False)
        return {str(record.id): to_document(record.payload, None, None) for record in found}

    def known(self, ids: Sequence[str]) -> set[str]:
        """Which of these points are there."""
        return {str(record.id) for record in self._shard.retrieve(list(ids), False, False)}

    def upsert(self, points: Sequence[Point]) -> None:
        """Write points over those with the same ids."""
        written = [edge.Point(point.id, _vectors(point), dict(point.payload)) for point in points]
        self._shard.update(edge.UpdateOperation.upsert_points(written))

    def delete_points(self, ids: Sequence[str]) -> None:
        """Remove points by id."""
        self._shard.update(edge.UpdateOperation.delete_points(list(ids)))

    def delete_where(self, filters: dict[str, Any]) -> None:
        """Remove every point that ``filters`` lets pass."""
        self._shard.update(edge.UpdateOperation.delete_points_by_filter(_needed(filters)))

    def update_meta(self, filters: dict[str, Any], meta: dict[str, Any]) -> None:
        """Set these fields of ``meta`` on every point that ``filters`` lets pass; vectors stay."""
        self._shard.update(edge.UpdateOperation.set_payload_by_filter(_needed(filters), meta, "meta"))

    def flush(self) -> None:
        """Return only when everything written so far is on the disk."""
        self._shard.flush()

    def optimise(self) -> None:
        """Merge segments and build the graph where there are enough vectors."""
        self._shard.optimize()

    def empty(self) -> None:
        """Remove the folder and make a new shard in its place."""
        self._shard.close()
        shutil.rmtree(self._path, ignore_errors=True)
        self._shard = self._open()

    def close(self) -> None:
        """Close the shard; the folder may then be opened again."""
        self._shard.close()

    def _open(self) -> edge.EdgeShard:
        config = self._path / "edge_config.json"
        if config.is_file():
            return edge.EdgeShard.load(str(self._path))
        shutil.rmtree(self._path, ignore_errors=True)  # a creation that was killed half-way
        self._path.mkdir(parents=True)
        shard = edge.EdgeShard.create(str(self._path), _config(self._size))
        for field in KEYWORDS:
            shard.update(edge.UpdateOperation.create_field_index(f"meta.{field}", edge.PayloadSchemaType.Keyword))
        for field in INTEGERS:
            shard.update(edge.UpdateOperation.create_field_index(f"meta.{field}", edge.PayloadSchemaType.Integer))
        return shard

    def _scroll(self, conditions: edge.Filter | None) -> Iterator[Document]:
        offset: edge.PointId | None = None
        while True:
            request = edge.ScrollRequest(
                offset=offset, limit=_PAGE, filter=conditions, with_payload=True, with_vector=True
            )
            records, offset = self._shard.scroll(request)
            yield from map(_read, records)
            if offset is None:
                return


def _config(size: int) -> edge.EdgeConfig:
    return edge.EdgeConfig(
        vectors={DENSE: edge.EdgeVectorParams(size=size, distance=edge.Distance.Cosine)},
        sparse_vectors={LEXICAL: edge.EdgeSparseVectorParams(modifier=edge.Modifier.Idf)},
    )


def _nearest(vector: Vector) -> edge.Query:
    if isinstance(vector, SparseEmbedding):
        return edge.Query.Nearest(edge.SparseVector(vector.indices, vector.values), using=LEXICAL)
    return edge.Query.Nearest(list(vector), using=DENSE)


def _vectors(point: Point) -> dict[str, Any]:
    vectors: dict[str, Any] = {} if point.dense is None else {DENSE: point.dense}
    if point.lexical is not None:
        vectors[LEXICAL] = edge.SparseVector(point.lexical.indices, point.lexical.values)
    return vectors


def _read(record: edge.Record) -> Document:
    vectors: Any = record.vector or {}
    sparse = vectors.get(LEXICAL)
    lexical = SparseEmbedding(list(sparse.indices), list(sparse.values)) if sparse is not None else None
    return to_document(record.payload, vectors.get(DENSE), lexical)


def _needed(filters: dict[str, Any]) -> edge.Filter:
    made = to_edge_filter(filters)
    if made is None:
        raise ValueError("a filter is needed: an empty one would touch every passage")
    return made
