"""``python -m eval answers|duties|speed …``: quality and speed."""

from __future__ import annotations

import argparse
import importlib
import sys

COMMANDS = {
    "answers": "refusals, citations and required words of the answers",
    "duties": "duty rows and findings against the annotated texts",
    "speed": "provisions per second, query times and memory, with baselines in the same run",
}


def main() -> int:
    """Run one evaluation; each module gives ``add_arguments(parser)`` and ``run(args) -> int``."""
    parser = argparse.ArgumentParser(prog="python -m eval", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, description in COMMANDS.items():
        command = commands.add_parser(name, help=description, description=description)
        importlib.import_module(f"eval.{name}").add_arguments(command)
    args = parser.parse_args()
    return int(importlib.import_module(f"eval.{args.command}").run(args))


if __name__ == "__main__":
    sys.exit(main())
