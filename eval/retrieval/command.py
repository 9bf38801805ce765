"""``python -m eval retrieval --queries FILE --home DIR|--corpus DIR``."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from corpus import QuanzeError
from eval.opened import Opened, opened
from eval.retrieval.gate import Gate, Gold, floors_under, pin, read_gates, write_gates
from eval.retrieval.measurement import Measurement, held_provisions, measure
from eval.retrieval.report import as_markdown, write_report
from eval.retrieval.retrievers import RETRIEVERS, Library, Retriever, of_profile
from eval.retrieval.runs import read_runs, save_runs
from eval.retrieval.topics import gold_hash, read_topics
from ingest import find_files, ingest_paths

GATED = "search"
"""The retriever whose figures the gate looks at: what people get."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Questions, corpus, retrievers, runs, report and gate."""
    parser.add_argument("--queries", type=Path, required=True, metavar="FILE", help="questions with gold, JSON lines")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--home", type=Path, metavar="DIR", help="data directory, its index already built")
    where.add_argument("--corpus", type=Path, metavar="DIR", help="texts, taken into a temporary home first")
    parser.add_argument("--held-out", action="store_true", help="only the fifth of FILE that is never trained on")
    parser.add_argument("--held", action="store_true", help="only questions all of whose gold the corpus holds")
    parser.add_argument("--as-of", type=date.fromisoformat, default=None, metavar="DATE", help="default: today")
    names = ",".join(RETRIEVERS)
    parser.add_argument("--retrievers", default=names, metavar="NAME,…", help=f"of {names} (default: all)")
    parser.add_argument("--profile", type=Path, action="append", default=[], help="the search with other weights, too")
    parser.add_argument("--save", type=Path, metavar="RUN", help="keep what was found, for --against")
    parser.add_argument("--against", type=Path, metavar="RUN", help="gains and losses against a kept run")
    parser.add_argument("--report", type=Path, metavar="FILE", help="report.html, or report.md with its plots beside")
    parser.add_argument("--gate", metavar="NAME", help="1 where the search falls below the floors of this gate")
    parser.add_argument("--pin", action="store_true", help="with --gate: set its floors to these figures")
    parser.add_argument("--because", default="", metavar="REASON", help="with --pin: why a floor falls or gold changes")


def run(args: argparse.Namespace) -> int:
    """Print the tables; 1 where a gate is not passed, 2 where something is not there."""
    try:
        retrievers = _wanted(args)
        before = read_runs(args.against) if args.against else {}
        topics = read_topics(args.queries, args.held_out)
        with _library(args) as library:
            if args.held:
                here = held_provisions(library)
                topics = tuple(topic for topic in topics if topic.gold <= here)
            if not topics:
                raise QuanzeError("没有可评测的问题", place=str(args.queries))
            found = measure(library, topics, retrievers, before)
        print(as_markdown(found))
        if args.save:
            save_runs(args.save, found.runs)
        if args.report:
            write_report(found, args.report, f"Retrieval: {args.queries.name}")
        return _pass_gate(args, found) if args.gate else 0
    except QuanzeError as error:
        print(f"错误：{error}", file=sys.stderr)
        return 2


def _wanted(args: argparse.Namespace) -> list[Retriever]:
    names = [name.strip() for name in args.retrievers.split(",") if name.strip()]
    unknown = [name for name in names if name not in RETRIEVERS]
    if unknown or not names:
        raise QuanzeError("没有这个检索方式", place="、".join(unknown), remedy=f"可用：{'、'.join(RETRIEVERS)}")
    if args.gate and GATED not in names:
        raise QuanzeError("闸门只看 search", remedy=f"请在 --retrievers 中加上 {GATED}")
    missing = [str(path) for path in args.profile if not path.is_file()]
    if missing:
        raise QuanzeError("找不到权重文件", place="、".join(missing))
    return [*(RETRIEVERS[name] for name in names), *map(of_profile, args.profile)]


@contextmanager
def _library(args: argparse.Namespace) -> Iterator[Library]:
    if args.home is not None:
        if not args.home.is_dir():
            raise QuanzeError("找不到数据目录", place=str(args.home), remedy="请先 quanze ingest，或改用 --corpus")
        with opened(args.home) as rooms:
            yield _ready(rooms, args.as_of)
        return
    with tempfile.TemporaryDirectory() as temporary:
        take_divisions(args.corpus, Path(temporary))
        with opened(Path(temporary)) as rooms:
            _take_in(args.corpus, rooms)
            yield _ready(rooms, args.as_of)


def take_divisions(texts: Path, home: Path) -> None:
    """Give ``home`` the administrative divisions that lie beside ``texts``, as those of the sample corpus do."""
    divisions = texts.parent / "territories.yaml"
    if divisions.is_file():
        shutil.copyfile(divisions, home / divisions.name)


def _take_in(texts: Path, rooms: Opened) -> None:
    files = find_files([texts]) if texts.exists() else []
    if not files:
        raise QuanzeError("找不到可导入的文件", place=str(texts))
    records = ingest_paths(files, rooms.store, rooms.gazetteer)
    for record in records:
        if record.status == "failed":
            print(f"失败：{record.path}：{record.error}", file=sys.stderr)


def _ready(rooms: Opened, as_of: date | None) -> Library:
    rooms.index.sync(_tell)
    return Library(rooms.store, rooms.index, as_of)


def _tell(done: int, total: int) -> None:
    if sys.stderr.isatty() or done == total:
        print(f"\r{done}/{total} passages", end="" if done < total else "\n", file=sys.stderr)


def _pass_gate(args: argparse.Namespace, found: Measurement) -> int:
    gates, figures, sha256 = read_gates(), found.figures(GATED), gold_hash(found.topics)
    gate = gates.get(args.gate)
    if args.pin:
        first = Gate(args.queries.name, (Gold(sha256, args.because or "首次固定"),), {}, {})
        floors = floors_under(figures, len(found.topics))
        write_gates(gates | {args.gate: pin(gate or first, floors, sha256, args.because)})
        return 0
    if gate is None:
        raise QuanzeError("没有这个闸门", place=args.gate, remedy=f"现有：{'、'.join(gates)}；新的请加 --pin")
    failures = gate.failures(figures, sha256)
    print("\n".join(failures) or f"闸门 {args.gate} 通过", file=sys.stderr)
    return int(bool(failures))
