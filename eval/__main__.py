"""``python -m eval answers|clauses|duties|reading|retrieval|speed …``: quality and speed."""

from __future__ import annotations

import argparse
import importlib
import sys

COMMANDS = {
    "answers": "refusals, citations and required words of the answers",
    "clauses": "kinds of clause against sentences annotated by hand",
    "corpus": "duties, findings and kinds of clause of a whole folder of texts, with speed and memory",
    "duties": "duty rows and findings against the annotated texts",
    "matters": "grouping of duties into matters against pairs judged by hand",
    "reading": "how faithfully texts are read: counts, description, round trips, seeds, references",
    "retrieval": "nDCG, recall and MRR of each part of the search, gains and losses, a gate",
    "speed": "provisions per second, query times and memory, with baselines in the same run",
}


def main() -> int:
    """Run one evaluation; each module gives ``add_arguments(parser)`` and ``run(args) -> int``."""
    parser = argparse.ArgumentParser(prog="python -m eval", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    parsers = {name: commands.add_parser(name, help=text, description=text) for name, text in COMMANDS.items()}
    # Only the module asked for is loaded: duties need no embedding model.
    wanted = [name for name in COMMANDS if name in sys.argv[1:2]]
    modules = {name: importlib.import_module(f"eval.{name}") for name in wanted}
    for name, module in modules.items():
        module.add_arguments(parsers[name])
    args = parser.parse_args()
    return int(modules[args.command].run(args))


if __name__ == "__main__":
    sys.exit(main())
