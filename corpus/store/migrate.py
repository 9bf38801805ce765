"""Databases made by an earlier release: columns that came later are added; nothing is changed or lost."""

from __future__ import annotations

from sqlalchemy import Engine, inspect, text
from sqlalchemy.schema import CreateColumn

from corpus.store.tables import METADATA


def add_missing_columns(engine: Engine) -> None:
    """Add what ``METADATA`` has and the database has not; each such column has a default or may be empty."""
    known = inspect(engine)
    for table in METADATA.sorted_tables:
        there = {column["name"] for column in known.get_columns(table.name)}
        for column in table.columns:
            if column.name not in there:
                written = CreateColumn(column).compile(engine)
                name = engine.dialect.identifier_preparer.format_table(table)
                with engine.begin() as connection:
                    connection.execute(text(f"ALTER TABLE {name} ADD COLUMN {written}"))
