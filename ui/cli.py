"""The command line (命令行): ``quanze COMMAND …``; messages to people on stderr, data on stdout."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from corpus import QuanzeError
from ui.parser import ChineseParser
from ui.services import open_services

COMMANDS = {
    "demo": "载入示例语料，演示一次问答与职责发现，然后打开应用",
    "serve": "启动网页应用",
    "ingest": "导入文件或文件夹（md、txt、docx、pdf、html、xlsx）",
    "prepare": "提前提取职责、条款类型与发现并留存，打开页面时不必等待",
    "read": "读取一个文件并显示其内容，不入库",
    "status": "查看语料库与索引的状况",
    "search": "检索条文",
    "ask": "提问，得到带引证的回答",
    "show": "显示引证所指的条文",
    "cite": "核对一份文字中的每处引用",
    "describe": "查看或更正一部文件的著录（类型、区域、日期……），列出文件集",
    "compare": "对照同一文件的两个文本",
    "duties": "列出职责",
    "clauses": "列出条款构成：每部文件各类条款的句数与占比",
    "findings": "列出职责不明与交叉之处",
    "review": "审核发现：确认、驳回、撤销，列出审核结论",
    "matrix": "列出一个主题的事项由哪一级的哪些机构承担",
    "export": "把发现、职责、矩阵、条款类型或者答复写成文件（xlsx、csv、json、docx）",
}


def build_parser(wanted: str = "") -> ChineseParser:
    """The parser of every command, with the arguments of the command ``wanted``.

    Only its module is loaded: what searches needs the libraries of the model, what shows a provision does not.
    """
    parser = ChineseParser(prog="quanze", description="权责：地方政策法规检索与职责分析")
    commands = parser.add_subparsers(dest="command", metavar="命令", required=True, title="命令")
    for name, words in COMMANDS.items():
        command = commands.add_parser(name, help=words, description=words)
        command.add_argument("--home", type=Path, metavar="DIR", help="数据目录（默认 QUANZE_HOME 或 ~/.quanze）")
        if name == wanted:
            load_command(name).add_arguments(command)
    return parser


def load_command(name: str) -> ModuleType:
    """The module of a command: ``add_arguments(parser)`` and ``run(args, services)``."""
    return importlib.import_module(f"ui.commands.{name}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command: 0 done, 1 done with failures, 2 wrong use."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    args = build_parser(given[0] if given else "").parse_args(given)
    try:
        services = open_services(args.home)
        try:
            return int(load_command(args.command).run(args, services))
        finally:
            services.close()
    except QuanzeError as error:
        print(f"错误：{error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader (head, less) has gone; nothing is left to say.
        sys.stderr.close()
        return 0


if __name__ == "__main__":
    sys.exit(main())
