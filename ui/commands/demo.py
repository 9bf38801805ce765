"""``quanze demo``: the sample corpus, one cited answer, the findings by kind, then the app."""

from __future__ import annotations

import argparse
import shutil
from collections import Counter
from pathlib import Path

from index import SearchFilters
from ui.commands.ask import answer
from ui.commands.ingest import ingest_with_progress
from ui.commands.output import say
from ui.commands.serve import serve
from ui.services import Services

SAMPLE = Path(__file__).parents[2] / "corpus" / "sample"
QUESTION = "栖澜市网格化服务管理工作由哪个部门牵头负责？"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """--no-ui and --port."""
    parser.add_argument("--no-ui", action="store_true", help="不打开应用")
    parser.add_argument("--port", type=int, default=8501, metavar="N", help="端口（默认 8501）")


def run(args: argparse.Namespace, services: Services) -> int:
    """1 when a text of the sample corpus could not be taken in."""
    # The made-up divisions of the sample corpus stand beside the real ones from here on.
    services.settings.home.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(SAMPLE / "territories.yaml", services.settings.home / "territories-sample.yaml")
    report = ingest_with_progress([SAMPLE / "texts"], services)
    failed = [record for record in report.records if record.status == "failed"]
    for record in failed:
        say(f"失败：{record.path}：{record.error}")
    print(f"问：{QUESTION}\n答：{answer(services, QUESTION, SearchFilters()).text}\n")
    print("职责发现：")
    for kind, count in sorted(Counter(finding.kind for finding in services.analysis.findings()).items()):
        print(f"  {kind.chinese}（{kind.value}）：{count}")
    if not args.no_ui:
        services.close()
        serve(services.settings.home, args.port)
    return int(bool(failed or report.index_problem))
