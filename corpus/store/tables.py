"""The tables of the corpus, portable between SQLite and PostgreSQL."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

METADATA = MetaData()

INSTRUMENTS = Table(
    "instruments",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("title", Text, nullable=False),
    Column("short_title", Text, nullable=False, index=True),
    Column("kind", String(32), nullable=False),
    Column("level", String(16), nullable=False),
    Column("territory_code", Text, nullable=False),
    Column("territory_name", Text, nullable=False),
    Column("territory_chain", Text, nullable=False),
    Column("issuing_authority", Text, nullable=False),
    Column("document_number", Text, nullable=False),
)

VERSIONS = Table(
    "versions",
    METADATA,
    # The order of landing: ``revision`` and the tie-break between texts that start on one day.
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("instrument_id", String(32), ForeignKey("instruments.id"), nullable=False, index=True),
    Column("source_sha256", String(64), nullable=False, index=True),
    Column("source_name", Text, nullable=False),
    Column("source_media_type", Text, nullable=False),
    Column("source_size", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("adopted_on", Date),
    Column("approved_on", Date),
    Column("promulgated_on", Date),
    Column("effective_on", Date),
    Column("repealed_on", Date),
    Column("stated_on", Date),
    # The id of the instrument as it was read, before any correction (empty in databases of an earlier release).
    Column("read_as", String(32)),
    Column("provisions", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("warnings", Text, nullable=False),
    Column("incomplete", Text, nullable=False, server_default="[]"),
    Column("original_text", Text, nullable=False, server_default=""),
    Column("added_at", DateTime, nullable=False),
)

PROVISIONS = Table(
    "provisions",
    METADATA,
    Column("version_id", String(32), ForeignKey("versions.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("eid", Text, nullable=False),
    Column("kind", String(8), nullable=False),
    Column("label", Text, nullable=False),
    Column("heading", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("page", Integer),
    Column("cells", Text, nullable=False, server_default="[]"),
    Index("provisions_eid", "version_id", "eid", unique=True),
)

REFERENCES = Table(
    "provision_references",
    METADATA,
    Column("version_id", String(32), ForeignKey("versions.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("source", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("title", Text, index=True),
    Column("target", Text),
    Column("reason", Text, nullable=False),
    Column("kind", String(8), nullable=False, server_default="提及"),
    Column("through", Text),
)

REMARKS = Table(
    "remarks",
    METADATA,
    Column("version_id", String(32), ForeignKey("versions.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("kind", String(8), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("note", Text, nullable=False),
    Column("original", Text, nullable=False),
    Column("confidence", Float),
)

CLAIMS = Table(
    "claims",
    METADATA,
    Column("version_id", String(32), ForeignKey("versions.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("field", String(32), nullable=False),
    Column("value", Text, nullable=False),
    Column("source", Integer, nullable=False),
    Column("rule", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Index("claims_field", "field", "value"),
)

CORRECTIONS = Table(
    "corrections",
    METADATA,
    # Only ever added to: of the rows about one field the last one holds, and all of them tell who changed what when.
    # No foreign key: a correction outlives the version that it was made on, and holds again when that comes back.
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("version_id", String(32), nullable=False, index=True),
    Column("read_as", String(32), nullable=False, index=True),
    Column("field", String(32), nullable=False),
    Column("value", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("is_withdrawn", Boolean, nullable=False),
    Column("at", DateTime, nullable=False),
)

REVIEWS = Table(
    "finding_reviews",
    METADATA,
    # Only ever added to, and without any foreign key: a decision hangs on words, not on the version they were read in.
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("fingerprint", String(64), nullable=False, index=True),
    Column("kind", String(32), nullable=False),
    Column("bases", Text, nullable=False),
    Column("bearers", Text, nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("reason", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("is_withdrawn", Boolean, nullable=False),
    Column("at", DateTime, nullable=False),
)

DERIVED = Table(
    "derived",
    METADATA,
    # No foreign key: what was worked out may be lost or stale at any time, and is then worked out again.
    Column("what", String(16), primary_key=True),
    Column("subject", String(32), primary_key=True),
    Column("key", String(64), nullable=False),
    Column("value", LargeBinary, nullable=False),
)

MATTER_EDITS = Table(
    "matter_edits",
    METADATA,
    # Only ever added to: an edit is taken back by a row that says so. No foreign key: what it names is known by its
    # text, and outlives every version.
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("action", String(8), nullable=False),
    Column("matters", Text, nullable=False),
    Column("duties", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("undoes", Integer),
    Column("at", DateTime, nullable=False),
)

RECORDS = Table(
    "ingest_records",
    METADATA,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("path", Text, nullable=False),
    Column("status", String(16), nullable=False),
    Column("title", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("provisions", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("error", Text, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("texts", Text, nullable=False, server_default="[]"),
)
