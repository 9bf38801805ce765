"""``quanze duties [TITLE…]``: who must do what, by which provision."""

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
    """Print the duties as a JSON array of rows, or one line each."""
    duties = services.analysis.duties(args.titles)
    if args.json:
        print_json([duty.as_row() for duty in duties])
        return 0
    for duty in duties:
        print(f"{cite(duty.doc, duty.eid)}\t{duty.bearer}\t{duty.role.chinese}\t{duty.matter}")
    return 0
