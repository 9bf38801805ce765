"""Opening the database: SQLite with a write-ahead log by default, PostgreSQL by URL."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import SQLAlchemyError

from corpus.errors import StoreError
from corpus.settings import Settings
from corpus.store.migrate import add_missing_columns
from corpus.store.tables import METADATA


def open_engine(settings: Settings) -> Engine:
    """An engine with all tables made; StoreError (with the remedy) where the database cannot be opened."""
    try:
        settings.home.mkdir(parents=True, exist_ok=True)
        engine = create_engine(settings.sql_url)
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _set_pragmas)
        METADATA.create_all(engine)
        add_missing_columns(engine)
    except (OSError, SQLAlchemyError, ModuleNotFoundError) as error:
        remedy = "请检查数据目录是否可写、磁盘是否已满，或 QUANZE_DATABASE_URL 是否正确"
        raise StoreError("无法打开语料库", place=str(settings.home), remedy=remedy) from error
    return engine


def _set_pragmas(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    # FULL: a landed document survives a power cut; the cost is one fsync a document.
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA busy_timeout=30000")
    cursor.close()
