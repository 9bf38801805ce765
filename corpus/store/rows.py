"""The one place where corpus values become table rows and rows become values."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, RowMapping

from corpus.claim import Claim, ClaimSource, Correction
from corpus.eid import EId
from corpus.instrument import Instrument, short_title
from corpus.level import Level
from corpus.norm_kind import NormKind
from corpus.provision import Provision, ProvisionKind
from corpus.records import IngestRecord, LandedText, VersionSummary
from corpus.reference import Reference, ReferenceKind
from corpus.remark import Remark, RemarkKind
from corpus.territory import Territory
from corpus.timeline import Interval
from corpus.version import Dates, SourceFile, Version

Values = dict[str, Any]
AnyRow = Row[Any]


def instrument_values(instrument: Instrument) -> Values:
    """A row of ``instruments``."""
    territory = instrument.territory
    return {
        "id": instrument.id,
        "title": instrument.title,
        "short_title": short_title(instrument.title),
        "kind": instrument.kind.value,
        "level": territory.level.value,
        "territory_code": territory.code,
        "territory_name": territory.name,
        "territory_chain": "/".join(territory.chain),
        "issuing_authority": instrument.issuing_authority,
        "document_number": instrument.document_number,
    }


def read_instrument(row: AnyRow, key: str = "id") -> Instrument:
    """An instrument out of a row whose column ``key`` holds its id."""
    m = row._mapping
    chain = tuple(filter(None, m["territory_chain"].split("/")))
    territory = Territory(m["territory_code"], m["territory_name"], Level(m["level"]), chain)
    return Instrument(m[key], m["title"], NormKind(m["kind"]), territory, m["issuing_authority"], m["document_number"])


def version_values(version: Version) -> Values:
    """A row of ``versions``."""
    source, dates = version.source, version.dates
    return {
        "id": version.id,
        "instrument_id": version.instrument_id,
        "source_sha256": source.sha256,
        "source_name": source.name,
        "source_media_type": source.media_type,
        "source_size": source.size,
        "text": version.text,
        **date_values(dates),
        "read_as": version.instrument_id,
        "provisions": len(version.provisions),
        "articles": len(version.articles),
        "warnings": _json(version.warnings),
        "incomplete": _json(version.incomplete),
        "original_text": version.original_text,
        "added_at": datetime.now(UTC).replace(tzinfo=None),
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def date_values(dates: Dates) -> Values:
    """The columns of ``versions`` that hold its dates."""
    return {field.name: getattr(dates, field.name) for field in fields(Dates)}


def read_dates(row: RowMapping) -> Dates:
    """The dates of a version row."""
    return Dates(*(row[name] for name in _DATE_COLUMNS))


_DATE_COLUMNS = tuple(field.name for field in fields(Dates))


def read_source(row: RowMapping) -> SourceFile:
    """The source file of a version row."""
    return SourceFile(row["source_sha256"], row["source_name"], row["source_media_type"], row["source_size"])


def read_version(
    row: AnyRow, provisions: Iterable[AnyRow], references: Iterable[AnyRow], remarks: Iterable[AnyRow]
) -> Version:
    """A version with its provisions, references and remarks."""
    m = row._mapping
    return Version(
        m["id"],
        m["instrument_id"],
        read_source(m),
        m["text"],
        read_dates(m),
        tuple(_read_provision(p) for p in provisions),
        tuple(read_reference(r) for r in references),
        tuple(json.loads(m["warnings"])),
        tuple(_read_remark(r) for r in remarks),
        m["original_text"],
        tuple(json.loads(m["incomplete"])),
    )


def read_summary(row: AnyRow, interval: Interval) -> VersionSummary:
    """A summary out of a row of versions joined with instruments."""
    m = row._mapping
    instrument = read_instrument(row, "instrument_id")
    counts = (m["provisions"], m["articles"])
    warnings, incomplete = tuple(json.loads(m["warnings"])), tuple(json.loads(m["incomplete"]))
    return VersionSummary(
        m["id"], instrument, read_source(m), read_dates(m), interval, *counts, warnings, m["added_at"], incomplete
    )


def provision_values(version: Version) -> list[Values]:
    """Rows of ``provisions`` in the order of the text."""
    return [
        {
            "version_id": version.id,
            "position": position,
            "eid": str(p.eid),
            "kind": p.kind.value,
            "label": p.label,
            "heading": p.heading,
            "text": p.text,
            "start": p.start,
            "end": p.end,
            "page": p.page,
            "cells": _json(p.cells),
        }
        for position, p in enumerate(version.provisions)
    ]


def _read_provision(row: AnyRow) -> Provision:
    m = row._mapping
    kind = ProvisionKind(m["kind"])
    # Nearly every provision has no cells; parsing "[]" a quarter of a million times would show.
    cells = tuple((str(column), str(value)) for column, value in json.loads(m["cells"])) if m["cells"] != "[]" else ()
    return Provision(EId(m["eid"]), kind, m["label"], m["heading"], m["text"], m["start"], m["end"], m["page"], cells)


def reference_values(version: Version) -> list[Values]:
    """Rows of ``provision_references``."""
    return [
        {
            "version_id": version.id,
            "position": position,
            "source": str(r.source),
            "start": r.start,
            "end": r.end,
            "quote": r.quote,
            "title": r.title,
            "target": None if r.target is None else str(r.target),
            "reason": r.reason,
            "kind": r.kind.value,
            "through": None if r.through is None else str(r.through),
        }
        for position, r in enumerate(version.references)
    ]


def read_reference(row: AnyRow) -> Reference:
    """A reference out of its row."""
    m = row._mapping
    target, through = (None if m[name] is None else EId(m[name]) for name in ("target", "through"))
    kind, span = ReferenceKind(m["kind"]), (m["start"], m["end"])
    return Reference(EId(m["source"]), *span, m["quote"], m["title"], target, m["reason"], kind, through)


def remark_values(version: Version) -> list[Values]:
    """Rows of ``remarks``."""
    return [
        {
            "version_id": version.id,
            "position": position,
            "kind": r.kind.value,
            "start": r.start,
            "end": r.end,
            "note": r.note,
            "original": r.original,
            "confidence": r.confidence,
        }
        for position, r in enumerate(version.remarks)
    ]


def _read_remark(row: AnyRow) -> Remark:
    m = row._mapping
    return Remark(RemarkKind(m["kind"]), m["start"], m["end"], m["note"], m["original"], m["confidence"])


def claim_values(version_id: str, claims: Iterable[Claim]) -> list[Values]:
    """Rows of ``claims``."""
    return [
        {
            "version_id": version_id,
            "position": position,
            "field": claim.field,
            "value": claim.value,
            "source": int(claim.source),
            "rule": claim.rule,
            "quote": claim.quote,
        }
        for position, claim in enumerate(claims)
    ]


def read_claim(row: AnyRow) -> Claim:
    """A claim out of its row."""
    m = row._mapping
    return Claim(m["field"], m["value"], ClaimSource(m["source"]), m["rule"], m["quote"])


def correction_values(correction: Correction, read_as: str) -> Values:
    """A row of ``corrections``."""
    claim = correction.claim
    return {
        "version_id": correction.version_id,
        "read_as": read_as,
        "field": claim.field,
        "value": claim.value,
        "rule": claim.rule,
        "quote": claim.quote,
        "is_withdrawn": correction.is_withdrawn,
        "at": correction.at,
    }


def read_correction(row: AnyRow) -> Correction:
    """A correction out of its row."""
    m = row._mapping
    claim = Claim(m["field"], m["value"], ClaimSource.USER, m["rule"], m["quote"])
    return Correction(m["version_id"], claim, m["at"], m["is_withdrawn"])


def record_values(record: IngestRecord) -> Values:
    """A row of ``ingest_records``, stamped now where the record has no time."""
    return {
        "path": record.path,
        "status": record.status,
        "title": record.title,
        "version": record.version,
        "provisions": record.provisions,
        "articles": record.articles,
        "error": record.error,
        "at": record.at or datetime.now(UTC).replace(tzinfo=None),
        "texts": _json([[t.title, t.version, t.provisions, t.articles] for t in record.texts]),
    }


def read_record(row: AnyRow) -> IngestRecord:
    """What became of a file, out of its row."""
    m = row._mapping
    texts = tuple(LandedText(*text) for text in json.loads(m["texts"]))
    counts = (m["provisions"], m["articles"])
    return IngestRecord(m["path"], m["status"], m["title"], m["version"], *counts, m["error"], m["at"], texts)
