"""Intake (批量导入): files of a batch into the corpus, each in its own transaction; a failure stops no other file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
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
from ingest.file_name import shown_path
from ingest.progress import PageProgress
from ingest.read_file import read_bytes
from ingest.sandbox import SandboxPool, SandboxWorker
from ingest.sandbox.worker import OnPage


def find_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files named and those in the folders named, in a stable order; hidden files of folders are left out.

    A path that does not exist, a link that leads nowhere and a folder that cannot be opened stay in, so that their
    failure is told.
    """
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(p for p in _walk(path) if not _is_hidden(p, path)) if path.is_dir() else [path]
        found.update(dict.fromkeys(inside))
    return tuple(found)


def _walk(folder: Path) -> Iterator[Path]:
    """The files below a folder, and what stands in the way of finding more; links to folders are not followed."""
    shut: list[Path] = []
    for above, _, names in os.walk(folder, onerror=lambda error: shut.append(Path(error.filename))):
        for name in names:
            path = Path(above, name)
            if path.is_file() or (path.is_symlink() and not path.exists()):
                yield path
    yield from shut


def _is_hidden(path: Path, root: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in path.relative_to(root).parts)


def _ignore(_: IngestRecord) -> None:
    """Report to nobody."""


def _no_page(path: Path, progress: PageProgress) -> None:
    """Report to nobody."""


def ingest_paths(
    paths: Sequence[Path],
    store: CorpusStore,
    gazetteer: Gazetteer,
    on_file: Callable[[IngestRecord], None] = _ignore,
    on_page: Callable[[Path, PageProgress], None] = _no_page,
) -> tuple[IngestRecord, ...]:
    """Take in every file under ``paths``; ``on_file`` hears of each as it is done, ``on_page`` of slow pages.

    Files are parsed in children that can be killed, a few ahead of the one that is written: memory does not grow with
    their number. A file lands whole or not at all; what became of it is recorded, failures with place and remedy. A
    file that the corpus holds already is known by its bytes and not read again.
    """
    known = {summary.id: _duplicate(summary) for summary in store.summaries()}
    records = []

    def parse(worker: SandboxWorker, path: Path, on_page: OnPage) -> _Outcome:
        return _parse(path, worker, known, on_page)

    with SandboxPool(gazetteer) as pool:
        for path, outcome in pool.map(parse, find_files(paths), on_page):
            record = _land(path, outcome, store)
            store.record(record)
            on_file(record)
            records.append(record)
    return tuple(records)


_Outcome = tuple[ParsedText, ...] | IngestRecord
_Known = Mapping[str, IngestRecord]


def _parse(path: Path, worker: SandboxWorker, known: _Known, on_page: OnPage) -> _Outcome:
    """The texts of a file, or the record of one that needs no landing."""
    try:
        file = read_bytes(path)
        here = known.get(version_id(sha256(file.data).hexdigest()))
        if here is not None:
            return replace(here, path=file.path, at=datetime.now(UTC))
        return worker.read(file, on_page)
    except QuanzeError as error:
        return _failure(path, error)


def _land(path: Path, outcome: _Outcome, store: CorpusStore) -> IngestRecord:
    if isinstance(outcome, IngestRecord):
        return outcome
    try:
        landing = store.add(*outcome)
    except QuanzeError as error:
        return _failure(path, error)
    texts = tuple(map(_landed, outcome))
    first = texts[0]
    counts, now = (first.provisions, first.articles), datetime.now(UTC)
    return IngestRecord(shown_path(str(path)), landing.status, first.title, first.version, *counts, at=now, texts=texts)


def _failure(path: Path, error: QuanzeError) -> IngestRecord:
    return IngestRecord(shown_path(str(path)), "failed", error=str(error), at=datetime.now(UTC))


def _duplicate(summary: VersionSummary) -> IngestRecord:
    """What is recorded of a file whose text is in the corpus; it is told anew with its path and day."""
    return IngestRecord("", "duplicate", summary.instrument.title, summary.id, summary.provisions, summary.articles)


def _landed(text: ParsedText) -> LandedText:
    version = text.version
    return LandedText(text.instrument.title, version.id, len(version.provisions), len(version.articles))
