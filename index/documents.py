"""Passages as Haystack documents: what stands in ``meta``, and the two vectors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from haystack.dataclasses import Document

from corpus import VersionSummary
from index.embedding import Encoder
from index.lexical import lexical_document
from index.passages import Passage
from index.places import place_key
from index.plan import day_number


def embed_passages(encoder: Encoder, passages: Sequence[tuple[VersionSummary, Passage]]) -> list[Document]:
    """One document per passage, with its context line before its words on both sides."""
    rows = encoder.passages([f"{passage.context}\n{passage.text}" for _, passage in passages])
    return [
        Document(
            id=passage.id,
            content=passage.text,
            meta=_meta(summary, passage),
            embedding=row.tolist(),
            sparse_embedding=lexical_document(f"{passage.context}\n{passage.text}", [summary.instrument.title]),
        )
        for (summary, passage), row in zip(passages, rows, strict=True)
    ]


def interval_meta(summary: VersionSummary) -> dict[str, int]:
    """The first day in force and the first day no longer in force, as numbers."""
    return {"starts_on": day_number(summary.interval.starts_on), "ends_on": day_number(summary.interval.ends_on)}


def described_meta(summary: VersionSummary) -> dict[str, Any]:
    """What a correction or a new version of its instrument can change of a version that is in the index."""
    instrument = summary.instrument
    return {
        "instrument_id": instrument.id,
        "level": str(instrument.level),
        "kind": str(instrument.kind),
        "territory": place_key(instrument.territory),
        **interval_meta(summary),
    }


def _meta(summary: VersionSummary, passage: Passage) -> dict[str, Any]:
    return {
        "version_id": summary.id,
        "unit": str(passage.unit),
        "eid": str(passage.eid),
        **described_meta(summary),
    }
