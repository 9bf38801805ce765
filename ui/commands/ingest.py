"""``quanze ingest PATH…``: take files and folders in."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from tqdm import tqdm

from corpus import IngestRecord
from ingest import PageProgress, find_files, shown_name
from ui.commands.learning import learn_wordings
from ui.commands.output import print_json, say
from ui.commands.prepare import prepare_with_progress
from ui.services import IngestReport, Services


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """PATH…, --json, --no-index, --no-prepare."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="文件或文件夹")
    parser.add_argument("--json", action="store_true", help="以 JSON 输出每个文件的结果")
    parser.add_argument("--no-index", action="store_true", help="只入库，索引留到下次检索前或应用启动时再建")
    parser.add_argument(
        "--no-prepare", action="store_true", help="不提前提取职责与发现，留到 quanze prepare 或打开页面时"
    )


def run(args: argparse.Namespace, services: Services) -> int:
    """0 when every file is in (or was already), 1 when one failed or the index could not be brought up to date."""
    report = (ingest_unindexed if args.no_index else ingest_with_progress)(args.paths, services)
    if not args.no_prepare and any(record.status == "ok" for record in report.records):
        prepare_with_progress(services)
        if report.sync is not None:
            learn_wordings(services)
    if args.json:
        print_json(report_row(report))
    else:
        _print_report(report)
    return int(any(r.status == "failed" for r in report.records) or bool(report.index_problem))


def ingest_with_progress(paths: Sequence[Path], services: Services) -> IngestReport:
    """Take ``paths`` in under two progress bars (files, then passages of the index) on stderr."""
    files = find_files(paths)
    with (
        tqdm(total=len(files), desc="读取文件", unit="个", file=sys.stderr) as reading,
        tqdm(total=0, desc="建立索引", unit="条", file=sys.stderr) as indexing,
    ):

        def on_file(_: IngestRecord) -> None:
            reading.update()

        def on_progress(done: int, total: int) -> None:
            indexing.total = total
            indexing.update(done - indexing.n)

        return services.ingest(files, on_file, on_progress, _page_teller(reading))


def ingest_unindexed(paths: Sequence[Path], services: Services) -> IngestReport:
    """Take ``paths`` into the corpus alone: duties and findings need no index."""
    files = find_files(paths)
    with tqdm(total=len(files), desc="读取文件", unit="个", file=sys.stderr) as reading:

        def on_file(_: IngestRecord) -> None:
            reading.update()

        return IngestReport(services.land(files, on_file, _page_teller(reading)), None)


def _page_teller(bar: tqdm[NoReturn]) -> Callable[[Path, PageProgress], None]:
    """Scans take seconds a page: the bar says which file it is at and how far."""

    def tell(path: Path, progress: PageProgress) -> None:
        bar.set_postfix_str(f"{shown_name(path.name)} {progress.words}")

    return tell


def report_row(report: IngestReport) -> dict[str, object]:
    """``{"files": […], "totals": {…}}``."""
    counts = Counter(record.status for record in report.records)
    totals = {
        "files": len(report.records),
        **{status: counts[status] for status in ("ok", "duplicate", "failed")},
        "texts": sum(len(r.texts) for r in report.records if r.status == "ok"),
        "provisions": sum(t.provisions for r in report.records if r.status == "ok" for t in r.texts),
        "articles": sum(t.articles for r in report.records if r.status == "ok" for t in r.texts),
    }
    files = [_file_row(record) for record in report.records]
    return {"files": files, "totals": totals, "index": {"problem": report.index_problem or None}}


def _file_row(record: IngestRecord) -> dict[str, object]:
    return {
        "path": record.path,
        "status": record.status,
        "title": record.title or None,
        "version": record.version or None,
        "provisions": record.provisions,
        "articles": record.articles,
        "error": record.error or None,
        "texts": [
            {"title": t.title, "version": t.version, "provisions": t.provisions, "articles": t.articles}
            for t in record.texts
        ],
    }


def _print_report(report: IngestReport) -> None:
    for record in report.records:
        if record.status == "failed":
            say(f"失败：{record.path}：{record.error}")
    counts = Counter(record.status for record in report.records)
    say(f"导入 {counts['ok']} 个，已有 {counts['duplicate']} 个，失败 {counts['failed']} 个")
    if report.index_problem:
        say(f"索引未更新：{report.index_problem}")
