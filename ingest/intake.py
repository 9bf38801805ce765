"""Intake (批量导入): files of a batch into the corpus, each in its own transaction; a failure stops no other file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from corpus import (
    CorpusStore,
    Gazetteer,
    IngestRecord,
    LandedText,
    ParsedText,
    QuanzeError,
    VersionSummary,
    version_id,
)
from ingest.pipeline import parse_file
from ingest.read_file import read_bytes

_Known = Mapping[str, VersionSummary]


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

    A file lands whole or not at all; what became of it is recorded, failures with place and remedy. A file that
    the corpus holds already is known by its bytes and not read again.
    """
    known = {summary.id: summary for summary in store.summaries()}
    records = []
    for path in find_files(paths):
        record = _ingest(path, store, gazetteer, known)
        store.record(record)
        on_file(record)
        records.append(record)
    return tuple(records)


def _ingest(path: Path, store: CorpusStore, gazetteer: Gazetteer, known: _Known) -> IngestRecord:
    now = datetime.now(UTC)
    try:
        file = read_bytes(path)
        here = known.get(version_id(sha256(file.data).hexdigest()))
        if here is not None:
            title = here.instrument.title
            return IngestRecord(str(path), "duplicate", title, here.id, here.provisions, here.articles, at=now)
        parsed = parse_file(file, gazetteer)
        landing = store.add(*parsed)
    except QuanzeError as error:
        return IngestRecord(str(path), "failed", error=str(error), at=now)
    texts = tuple(map(_landed, parsed))
    first = texts[0]
    counts = (first.provisions, first.articles)
    return IngestRecord(str(path), landing.status, first.title, first.version, *counts, at=now, texts=texts)


def _landed(text: ParsedText) -> LandedText:
    version = text.version
    return LandedText(text.instrument.title, version.id, len(version.provisions), len(version.articles))
