"""PassageStore: Haystack's DocumentStore protocol and what searching and synchronising need besides."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from haystack.dataclasses import Document, SparseEmbedding
from haystack.document_stores.errors import DuplicateDocumentError
from haystack.document_stores.types import DuplicatePolicy

from index.store.points import Point, point_id, to_point

DENSE = "dense"
LEXICAL = "lexical"

KEYWORDS = ("version_id", "instrument_id", "unit", "level", "kind", "territory")
INTEGERS = ("starts_on", "ends_on")
"""The fields of a passage's meta that filters ask for; each has a payload index."""

Filters = dict[str, Any] | None
Vector = Sequence[float] | SparseEmbedding


class PassageStore(ABC):
    """What both engines do. Filters are Haystack's dictionaries; ids of points are uuids made from document ids."""

    def write_documents(self, documents: list[Document], policy: DuplicatePolicy = DuplicatePolicy.NONE) -> int:
        """Write documents and tell how many; one that is there is overwritten unless ``policy`` says otherwise."""
        points = [to_point(document) for document in documents]
        if policy in (DuplicatePolicy.SKIP, DuplicatePolicy.FAIL):
            known = self.known([point.id for point in points])
            if known and policy is DuplicatePolicy.FAIL:
                raise DuplicateDocumentError(f"已有相同标识的检索单元：{len(known)} 个")
            points = [point for point in points if point.id not in known]
        if points:
            self.upsert(points)
        return len(points)

    def delete_documents(self, document_ids: list[str]) -> None:
        """Remove the documents with these ids; ids that are not there are passed over."""
        if document_ids:
            self.delete_points([point_id(document_id) for document_id in document_ids])

    @abstractmethod
    def count_documents(self, filters: Filters = None) -> int:
        """How many documents there are, or how many ``filters`` lets pass."""

    @abstractmethod
    def filter_documents(self, filters: Filters = None) -> list[Document]:
        """Every document that ``filters`` lets pass, with its vectors."""

    @abstractmethod
    def nearest(
        self, vector: Vector, filters: Filters, limit: int, among: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        """Point ids with scores, best first: by cosine for a dense vector, by BM25 for a lexical one.

        ``among`` limits it to these points and makes the scores exact.
        """

    @abstractmethod
    def retrieve(self, ids: Sequence[str]) -> dict[str, Document]:
        """Id and meta of the documents of these points, without text and vectors."""

    @abstractmethod
    def known(self, ids: Sequence[str]) -> set[str]:
        """Which of these points are there."""

    @abstractmethod
    def upsert(self, points: Sequence[Point]) -> None:
        """Write points over those with the same ids."""

    @abstractmethod
    def delete_points(self, ids: Sequence[str]) -> None:
        """Remove points by id."""

    @abstractmethod
    def delete_where(self, filters: dict[str, Any]) -> None:
        """Remove every point that ``filters`` lets pass."""

    @abstractmethod
    def update_meta(self, filters: dict[str, Any], meta: dict[str, Any]) -> None:
        """Set these fields of ``meta`` on every point that ``filters`` lets pass; vectors stay."""

    @abstractmethod
    def flush(self) -> None:
        """Return only when everything written so far survives a crash."""

    @abstractmethod
    def optimise(self) -> None:
        """Build the search structures for what was added; may take seconds."""

    @abstractmethod
    def empty(self) -> None:
        """Remove everything and start afresh."""

    @abstractmethod
    def close(self) -> None:
        """Give back files and connections."""

    @abstractmethod
    def to_dict(self) -> dict[str, Any]:
        """How to make this store again, without secrets."""
