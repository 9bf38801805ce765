"""``quanze export findings|matrix|duties|clauses|answer [WORDS…] -o OUT``: results as xlsx, csv, json or docx."""

from __future__ import annotations

import argparse
from pathlib import Path

from corpus import QuanzeError
from ui.commands.output import say
from ui.exporting import EXPORTS, Wanted, write_export
from ui.services import Services

FORMATS = ("xlsx", "csv", "json", "docx")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What, WORDS…, -o, --format, --territory and --suggestions."""
    parser.add_argument("what", choices=list(EXPORTS), help="导出什么")
    words = "文件名称（findings、duties、clauses）、主题（matrix）或者问题（answer）"
    parser.add_argument("words", nargs="*", metavar="WORDS", help=words)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT", help="写到这个文件")
    parser.add_argument("--format", choices=FORMATS, default=None, help="格式（默认按文件名的后缀）")
    parser.add_argument("--territory", default="", metavar="T", help="matrix：只看这个行政区域及其上级")
    parser.add_argument("--suggestions", action="store_true", help="findings：附上可参照的条文")


def run(args: argparse.Namespace, services: Services) -> int:
    """Write the file; QuanzeError for an unknown suffix and a place that cannot be written."""
    form = args.format or args.output.suffix.removeprefix(".").lower()
    if form not in FORMATS:
        remedy = f"请用 --format 写明 {'、'.join(FORMATS)} 之一"
        raise QuanzeError("看不出要导出成什么格式", place=str(args.output), remedy=remedy)
    wanted = Wanted(tuple(args.words), args.territory, args.suggestions)
    export = EXPORTS[args.what](services, wanted)
    try:
        args.output.write_bytes(write_export(export, form))
    except OSError as error:
        remedy = "请检查文件夹是否存在、是否可写，文件是否正在被打开"
        raise QuanzeError("无法写入文件", place=str(args.output), remedy=remedy) from error
    say(f"已写入 {args.output}：{len(export.tables[0].rows)} 行")
    return 0
