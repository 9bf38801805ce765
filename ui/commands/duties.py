"""``quanze duties [TITLE…]``: who must do what, by which provision."""

from __future__ import annotations

import argparse

from corpus import cite
from ui.commands.output import print_json, say
from ui.services import Services


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """TITLE… and --json."""
    parser.add_argument("titles", nargs="*", metavar="TITLE", help="文件名称（默认全部）")
    parser.add_argument("--json", action="store_true", help="以 JSON 输出")


def run(args: argparse.Namespace, services: Services) -> int:
    """Print the duties as a JSON array of rows, or one line each."""
    texts = services.analysis.read_texts(args.titles)
    if args.json:
        print_json([duty.as_row() for text in texts for duty in text.duties])
        return 0
    for text in texts:
        for duty in text.duties:
            place = cite(text.instrument.title, duty.eid, text.version)
            print(f"{place}\t{duty.bearer}\t{duty.role.chinese}\t{duty.matter}")
    if not any(text.duties for text in texts):
        say("没有职责。")
    return 0
