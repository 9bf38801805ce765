"""The command line (命令行): ``quanze COMMAND …``; messages to people on stderr, data on stdout."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from corpus import QuanzeError
from ui.commands import ask, demo, duties, findings, ingest, search, serve, show, status
from ui.parser import ChineseParser
from ui.services import open_services

COMMANDS: dict[str, ModuleType] = {
    "demo": demo,
    "serve": serve,
    "ingest": ingest,
    "status": status,
    "search": search,
    "ask": ask,
    "show": show,
    "duties": duties,
    "findings": findings,
}


def build_parser() -> ChineseParser:
    """The parser of every command; a command's module gives HELP, ``add_arguments`` and ``run``."""
    parser = ChineseParser(prog="quanze", description="权责：地方政策法规检索与职责分析")
    commands = parser.add_subparsers(dest="command", metavar="命令", required=True, title="命令")
    for name, module in COMMANDS.items():
        command = commands.add_parser(name, help=module.HELP, description=module.HELP)
        command.add_argument(
            "--home", type=Path, default=None, metavar="DIR", help="数据目录（默认 QUANZE_HOME 或 ~/.quanze）"
        )
        module.add_arguments(command)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command: 0 done, 1 done with failures, 2 wrong use."""
    args = build_parser().parse_args(arguments)
    try:
        services = open_services(args.home)
        try:
            return int(COMMANDS[args.command].run(args, services))
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
