"""``quanze clauses [TITLE…]``: how many sentences of each kind a text has; with titles, every sentence."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from corpus import cite
from duties import ClauseKind, ClauseText, Shares, shares_by
from ui.commands.output import print_json, say
from ui.exports.clause_table import GROUPS, percent
from ui.services import Services


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """TITLE… and --json."""
    parser.add_argument("titles", nargs="*", metavar="TITLE", help="文件名称（默认全部，只列构成；写明时逐句列出）")
    parser.add_argument("--json", action="store_true", help="以 JSON 输出")


def run(args: argparse.Namespace, services: Services) -> int:
    """Print texts with their shares, totals by level and place, and the sentences of the texts that are named."""
    texts = services.analysis.clauses(args.titles)
    if args.json:
        print_json(_report(texts, services if args.titles else None))
        return 0
    if not texts:
        say("语料库还是空的。")
    for text in texts:
        print(f"《{text.instrument.title}》\t{_line(text.shares)}")
        if args.titles:
            for row in _sentences(text, services):
                print(f"  {row['citation']}\t{row['kind']}\t{row['text']}")
    if not args.titles:
        for name, word in GROUPS.items():
            for group, (number, shares) in shares_by(texts, word).items():
                print(f"{name}：{group}（{number} 件）\t{_line(shares)}")
    return 0


_TOTALS: dict[str, Callable[[ClauseText], str]] = {
    "levels": lambda text: text.instrument.level.value,
    "kinds": lambda text: text.instrument.kind.value,
    "territories": lambda text: text.instrument.territory.name,
}


def _report(texts: tuple[ClauseText, ...], services: Services | None) -> dict[str, object]:
    rows = [
        {
            "doc": text.instrument.title,
            "version": text.version_id,
            "kind": text.instrument.kind.value,
            "level": text.instrument.level.value,
            "territory": text.instrument.territory.name,
            **_figures(text.shares),
            **({"clauses": _sentences(text, services)} if services else {}),
        }
        for text in texts
    ]
    totals = {
        name: {
            group: {"texts": number, **_figures(shares)} for group, (number, shares) in shares_by(texts, word).items()
        }
        for name, word in _TOTALS.items()
    }
    return {"texts": rows, **totals}


def _figures(shares: Shares) -> dict[str, object]:
    return {
        "sentences": shares.total,
        "counts": {kind.value: shares.counts.get(kind, 0) for kind in ClauseKind},
        "shares": {kind.value: round(shares.of(kind), 4) for kind in ClauseKind},
    }


def _sentences(text: ClauseText, services: Services) -> list[dict[str, object]]:
    version = services.store.version(text.version_id)
    title = text.instrument.title
    return [
        {
            **clause.as_row(),
            "citation": cite(title, clause.eid, version),
            "text": version.text[clause.start : clause.end],
        }
        for clause in text.clauses
    ]


def _line(shares: Shares) -> str:
    return f"{shares.total} 句　" + "　".join(f"{kind.value} {percent(shares, kind)}%" for kind in ClauseKind)
