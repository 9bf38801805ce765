"""``quanze show CITATION``: the provisions themselves, or which part of the citation does not exist."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date

from corpus import (
    Provision,
    Resolution,
    Version,
    WrittenCitation,
    cite,
    parse_citations,
    place_of,
    resolve_citation,
)
from ui.commands.output import print_json, say
from ui.services import Services


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """CITATION, --as-of and --json."""
    parser.add_argument("citation", metavar="CITATION", help="引证，如 《栖澜市网格化服务管理条例》第六条第一款")
    parser.add_argument("--as-of", type=date.fromisoformat, default=None, metavar="DATE", help="时间点（默认今天）")
    parser.add_argument("--json", action="store_true", help="以 JSON 输出")


def run(args: argparse.Namespace, services: Services) -> int:
    """0 with the provisions, 1 where one does not exist, 2 where the words are no citation."""
    cited = parse_citations(args.citation)
    if not cited:
        say(f"错误：读不出引证“{args.citation}”，应如《…条例》第六条第一款第（三）项")
        return 2
    day = args.as_of or date.today()
    found = [one for written in cited for one in resolve_all(written, services, day)]
    if args.json:
        rows = [resolution_row(one) for one in found]
        print_json(rows[0] if len(rows) == 1 else {**rows[0], "all": rows})
    else:
        for one in found:
            _print(one)
    return int(any(one.problem for one in found))


def resolve_all(written: WrittenCitation, services: Services, day: date) -> list[Resolution]:
    """What a citation leads to: one provision, or each of a range."""
    first = resolve_citation(written, services.store, day)
    if written.through is None or first.problem:
        return [first]
    last = resolve_citation(replace(written, eid=written.through, through=None), services.store, day)
    if last.problem or first.version is None or first.provision is None or last.provision is None:
        return [first, last]
    between = _between(first.provision, last.provision, first.version)
    return [replace(first, provision=one) for one in between] or [first, last]


def _between(first: Provision, last: Provision, version: Version) -> list[Provision]:
    return [p for p in version.provisions if p.kind is first.kind and first.start <= p.start <= last.start]


def _print(found: Resolution) -> None:
    if found.problem:
        say(found.problem)
    else:
        row = resolution_row(found)
        print(f"{row['citation']}\n{row['text']}")


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
