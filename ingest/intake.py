"""Intake (批量导入): files of a batch into the corpus, each in its own transaction; a failure stops no other file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from corpus import CorpusStore, Gazetteer, IngestRecord, QuanzeError
from ingest.read_file import read_file


def find_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files named and those in the folders named, in a stable order; hidden files of folders are left out.

    A path that does not exist stays in, so that its failure is told.
    """
    found: dict[Path, None] = {}
    for path in paths:
        inside = (
            sorted(p for p in path.rglob("*") if p.is_file() and not _is_hidden(p, path)) if path.is_dir() else [path]
        )
        found.update(dict.fromkeys(inside))
    return tuple(found)


def _is_hidden(path: Path, root: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in path.relative_to(root).parts)


def _ignore(_: IngestRecord) -> None:
    """Report to nobody."""


def ingest_paths(
    paths: Sequence[Path],
    store: CorpusStore,
    gazetteer: Gazetteer,
    on_file: Callable[[IngestRecord], None] = _ignore,
) -> tuple[IngestRecord, ...]:
    """Take in every file under ``paths``; ``on_file`` hears of each as it is done.

    A file lands whole or not at all; what became of it, failures with place and remedy included, is recorded.
    """
    records = []
    for path in find_files(paths):
        record = _ingest(path, store, gazetteer)
        store.record(record)
        on_file(record)
        records.append(record)
    return tuple(records)


def _ingest(path: Path, store: CorpusStore, gazetteer: Gazetteer) -> IngestRecord:
    now = datetime.now(UTC)
    try:
        parsed = read_file(path, gazetteer)
        landing = store.add(parsed)
    except QuanzeError as error:
        return IngestRecord(str(path), "failed", error=str(error), at=now)
    return IngestRecord(
        path=str(path),
        status=landing.status,
        title=parsed.instrument.title,
        version=landing.version_id,
        provisions=len(parsed.version.provisions),
        articles=len(parsed.version.articles),
        at=now,
    )
