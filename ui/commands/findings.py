"""``quanze findings [TITLE…]``: where duties are undefined or overlap."""

from __future__ import annotations

import argparse

from corpus import cite
from ui.commands.output import print_json
from ui.services import Services


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """TITLE… and --json."""
    parser.add_argument("titles", nargs="*", metavar="TITLE", help="文件名称（默认全部）")
    parser.add_argument("--json", action="store_true", help="以 JSON 输出")


def run(args: argparse.Namespace, services: Services) -> int:
    """Print the findings as a JSON array of rows, or one line each."""
    findings = services.analysis.findings(args.titles)
    if args.json:
        print_json([finding.as_row() for finding in findings])
        return 0
    for finding in findings:
        print(f"{finding.kind.chinese}\t{cite(finding.doc, finding.eid)}\t{finding.why}")
    return 0
