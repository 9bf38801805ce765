"""Speed and memory: ratios against baselines measured in the same run, because absolute times wander with the machine.

Ingest: articles per second through the whole of it, against the raw model on a sample of the same passages. Search and
ask: p50 and p95 over the questions, against one query embedding alone.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from answers import Question
from corpus import IngestRecord, gazetteer
from eval.opened import Opened, opened
from eval.reading_speed import measure_reading
from eval.tables import markdown_table
from index import Encoder, SearchQuery, cut_passages
from ingest import find_files, ingest_paths, read_file

SHARED = Path(__file__).resolve().parents[2] / "shared"
_PDF = SHARED / "hostile" / "pdf"
Row = tuple[str, str]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Quantiles:
    """Seconds: the median and the 95th percentile of a number of runs."""

    p50: float
    p95: float


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """--texts, --queries, --pdf, --scan, --reading, --home, --limit, --sample."""
    parser.add_argument("--texts", type=Path, default=SHARED / "laws" / "zhejiang", help="folder to take in")
    parser.add_argument("--queries", type=Path, default=SHARED / "gold" / "queries" / "dev.jsonl")
    parser.add_argument("--pdf", type=Path, default=_PDF / "10_big_300_pages.pdf", help="text PDF to read")
    parser.add_argument("--scan", type=Path, default=_PDF / "11_scanned_150dpi_rotated.pdf", help="scan to recognise")
    parser.add_argument("--reading", action="store_true", help="only how fast files are read; loads no model")
    parser.add_argument("--home", type=Path, default=None, help="data directory to keep (default: a temporary one)")
    parser.add_argument("--limit", type=int, default=0, help="take only the first N files")
    parser.add_argument("--sample", type=int, default=600, help="passages for the raw model")


def run(args: argparse.Namespace) -> int:
    """Print the table; 2 where the texts or the questions are not there."""
    if not args.texts.is_dir() or not args.queries.is_file():
        print(f"not found: {args.texts} or {args.queries}", file=sys.stderr)
        return 2
    reading = measure_reading(args.texts, args.pdf, args.scan, gazetteer())
    if args.reading:
        print(markdown_table(("measure", "figure"), reading))
        return 0
    with tempfile.TemporaryDirectory() as temporary, opened(args.home or Path(temporary)) as rooms:
        rows = [*reading, *measure_ingest(rooms, args), *measure_questions(rooms, args.queries)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows += [
        ("peak memory of the process", f"{peak:.0f} MiB"),
        ("machine", f"{platform.machine()}, Python {platform.python_version()}"),
    ]
    print(markdown_table(("measure", "figure"), rows))
    return 0


def measure_ingest(rooms: Opened, args: argparse.Namespace) -> list[Row]:
    """Reading alone, the raw model alone, and the whole ingest of the same files."""
    files = find_files([args.texts])[: args.limit or None]
    size = sum(file.stat().st_size for file in files) / 1e6
    reading, texts = _timed(lambda: [text for file in files for text in read_file(file, rooms.gazetteer)])
    passages = [f"{p.context} {p.text}" for t in texts for p in cut_passages(t.instrument, t.version)]
    chosen = random.Random(0).sample(passages, min(args.sample, len(passages)))
    encoder = Encoder.load(rooms.settings)
    encoder.passages(chosen[:16])
    before, _ = _timed(lambda: encoder.passages(chosen))
    whole, records = _timed(lambda: _ingest(rooms, files))
    after, _ = _timed(lambda: encoder.passages(chosen))
    # The machine's speed drifts over minutes: the raw model is measured on both sides of the ingest.
    raw = 2 * len(chosen) / (before + after)
    rate = len(passages) / whole
    failed = sum(record.status == "failed" for record in records)
    provisions = sum(record.provisions for record in records)
    return [
        ("files (failed)", f"{len(files)} ({failed})"),
        ("provisions / passages", f"{provisions} / {len(passages)}"),
        ("reading alone", f"{size / reading:.2f} MB/s, {len(files) / reading:.1f} files/s"),
        ("raw model", f"{raw:.1f} passages/s"),
        ("whole ingest", f"{rate:.1f} passages/s, {provisions / whole:.1f} provisions/s, {whole:.0f} s"),
        ("whole ingest : raw model", f"{rate / raw:.2f}"),
    ]


def _ingest(rooms: Opened, files: Sequence[Path]) -> tuple[IngestRecord, ...]:
    records = ingest_paths(files, rooms.store, rooms.gazetteer)
    rooms.index.sync(_progress)
    return records


def measure_questions(rooms: Opened, queries: Path) -> list[Row]:
    """Search and ask against one query embedding."""
    questions = [json.loads(line)["question"] for line in queries.read_text(encoding="utf-8").splitlines() if line]
    encoder = Encoder.load(rooms.settings)
    rooms.index.search(SearchQuery(questions[0]))
    embed = time_each(encoder.query, questions)
    search = time_each(lambda q: rooms.index.search(SearchQuery(q)), questions)
    answer = time_each(lambda q: rooms.answerer.ask(Question(q)), questions)
    return [
        ("questions", str(len(questions))),
        ("one query embedding", _milliseconds(embed)),
        ("search", _milliseconds(search)),
        ("search p50 : embedding p50", f"{search.p50 / embed.p50:.2f}"),
        ("ask", _milliseconds(answer)),
        ("ask p50 : embedding p50", f"{answer.p50 / embed.p50:.2f}"),
    ]


def time_each(work: Callable[[str], object], questions: Sequence[str]) -> Quantiles:
    """How long ``work`` takes on each question."""
    seconds = [_timed(lambda q=question: work(q))[0] for question in questions]  # type: ignore[misc]
    return Quantiles(statistics.median(seconds), sorted(seconds)[int(0.95 * (len(seconds) - 1))])


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def _milliseconds(times: Quantiles) -> str:
    return f"p50 {times.p50 * 1000:.0f} ms, p95 {times.p95 * 1000:.0f} ms"


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty() or done == total:
        print(f"\r{done}/{total} passages", end="" if done < total else "\n", file=sys.stderr)
