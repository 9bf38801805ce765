"""``quanze show CITATION``: the provision itself, or which part of the citation does not exist."""

from __future__ import annotations

import argparse
from datetime import date

from corpus import Resolution, cite, parse_citation, place_of, resolve_citation
from ui.commands.output import print_json, say
from ui.services import Services


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """CITATION, --as-of and --json."""
    parser.add_argument("citation", metavar="CITATION", help="引证，如 《栖澜市网格化服务管理条例》第六条第一款")
    parser.add_argument("--as-of", type=date.fromisoformat, default=None, metavar="DATE", help="时间点（默认今天）")
    parser.add_argument("--json", action="store_true", help="以 JSON 输出")


def run(args: argparse.Namespace, services: Services) -> int:
    """0 with the provision, 1 where it does not exist, 2 where the words are no citation."""
    written = parse_citation(args.citation)
    if written is None:
        say(f"错误：读不出引证“{args.citation}”，应如《…条例》第六条第一款第（三）项")
        return 2
    found = resolve_citation(written, services.store, args.as_of or date.today())
    if args.json:
        print_json(resolution_row(found))
    elif found.problem:
        say(found.problem)
    else:
        row = resolution_row(found)
        print(f"{row['citation']}\n{row['text']}")
    return int(bool(found.problem))


def resolution_row(found: Resolution) -> dict[str, object]:
    """The provision as a row; ``problem`` says what does not exist."""
    if found.provision is None or found.version is None:
        return {"found": False, "problem": found.problem, "candidates": [c.title for c in found.candidates]}
    place = place_of(found.provision.eid)
    title = found.candidates[0].title
    return {
        "found": True,
        "doc": title,
        "version": found.version.id,
        "article": place.article,
        "paragraph": place.paragraph,
        "item": place.item,
        "eid": str(found.provision.eid),
        "citation": cite(title, found.provision.eid, found.version),
        "text": found.version.whole_text(found.provision),
    }
