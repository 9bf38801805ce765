"""Document ↔ point: the one place where a Haystack document is written as a Qdrant point and read back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from haystack.dataclasses import Document, SparseEmbedding

_NAMESPACE = UUID("6f1f3c0e-5c0b-5a57-9d0e-1d6a3a0c7b21")


@dataclass(frozen=True, slots=True)
class Point:
    """A point as both engines understand it; vectors are None where the document has none."""

    id: str
    payload: Mapping[str, Any]
    dense: list[float] | None
    lexical: SparseEmbedding | None


def point_id(document_id: str) -> str:
    """The point's id, the same for the same passage in every run, so that writing twice writes once.

    >>> point_id("v1/art_6") == point_id("v1/art_6") != point_id("v1/art_7")
    True
    """
    return str(uuid5(_NAMESPACE, document_id))


def to_point(document: Document) -> Point:
    """The point of a document; ``meta`` is nested, so that a filter names ``meta.level`` as Haystack does."""
    payload = {"id": document.id, "content": document.content, "meta": dict(document.meta)}
    dense = list(document.embedding) if document.embedding is not None else None
    return Point(point_id(document.id), payload, dense, document.sparse_embedding)


def to_document(
    payload: Mapping[str, Any] | None, dense: list[float] | None, lexical: SparseEmbedding | None
) -> Document:
    """The document that was written as this payload and these vectors."""
    found = payload or {}
    return Document(
        id=str(found.get("id", "")),
        content=found.get("content"),
        meta=dict(found.get("meta") or {}),
        embedding=dense,
        sparse_embedding=lexical,
    )
