"""References found and resolved against hand-checked ones, and every reference of a folder of texts by its outcome.

The 20 instruments of ``eval/gold/reading/references.jsonl`` were drawn by a fixed rule: of the texts of each sort with
at least 20 places that may be references, ``random.Random("quanze references")`` takes 4 laws, 4 administrative
regulations, 4 judicial interpretations, 3 department rules and 5 local regulations; every second one is the
development half. Annotated are all articles of a text, from the first on, until some 20 such places are passed.

The ten of the half "unseen" were annotated whole by another hand, from the raw text, before the finder was run on them:
``random.Random("quanze unseen references")`` over the texts not in the other halves with at least 15 such places and 8
articles takes 3 city and 2 provincial regulations, 2 laws, 2 administrative regulations and a judicial interpretation,
each from its own stratum by number of articles.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus import (
    CorpusStore,
    EId,
    Outcome,
    Reference,
    ReferenceResolver,
    ResolvedReference,
    Settings,
    Version,
    VersionSummary,
    gazetteer,
    plain_title,
)
from eval.tables import markdown_table
from ingest import find_references, ingest_paths

_ROOT = Path(__file__).resolve().parents[2]
_GOLD = _ROOT / "eval" / "gold" / "reading" / "references.jsonl"
HALVES = ("development", "test", "unseen")
Row = dict[str, Any]
Key = tuple[str, str, str, str]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """--corpus, --home, --gold, --misses and --whole."""
    parser.add_argument("--corpus", type=Path, default=_ROOT.parent / "shared" / "laws", help="folder of the texts")
    parser.add_argument("--home", type=Path, required=True, help="data directory; filled from the folder where empty")
    parser.add_argument("--gold", type=Path, default=_GOLD, help="hand-checked references (jsonl)")
    parser.add_argument("--misses", choices=HALVES, help="print what is missed or too many there")
    parser.add_argument("--no-whole", action="store_true", help="leave out the counts over all texts")


def run(args: argparse.Namespace) -> int:
    """Print the tables; 2 where neither folder nor corpus is there."""
    store = CorpusStore.open(Settings(args.home))
    if not store.revision() and not args.corpus.is_dir():
        print(f"找不到 {args.corpus}。请用 --corpus 指出文本所在的文件夹", file=sys.stderr)
        return 2
    if not store.revision():
        ingest_paths([args.corpus], store, gazetteer())
    resolver = ReferenceResolver(store)
    gold = [json.loads(line) for line in args.gold.read_text(encoding="utf-8").splitlines() if line]
    print(gold_report(gold, resolver, args.misses))
    if not args.no_whole:
        print()
        print(whole_report(resolver))
    return 0


@dataclass(slots=True)
class Tally:
    """Counts of one half: rows of the gold, references found, those that agree, those resolved as the gold says."""

    gold: int = 0
    found: int = 0
    same: int = 0
    resolved: int = 0
    quoted: int = 0

    def cells(self, name: str) -> tuple[object, ...]:
        """A line of the table."""
        shares = [(part, whole) for part in (self.same, self.resolved) for whole in (self.found, self.gold)]
        figures = (f"{part / max(whole, 1):.3f}" for part, whole in shares)
        return name, self.gold, self.found, *figures, f"{self.quoted / max(self.same, 1):.3f}"


def gold_report(gold: Iterable[Row], resolver: ReferenceResolver, misses: str | None = None) -> str:
    """Precision and recall of finding and of resolving, for each half and in total."""
    by_file: dict[str, list[Row]] = {}
    for row in gold:
        by_file.setdefault(row["file"], []).append(row)
    texts = {Path(s.source.name).stem: s for s in resolver.store.summaries()}
    tallies = {name: Tally() for name in (*HALVES, "all")}
    said: list[str] = []
    for file, rows in by_file.items():
        half = rows[0]["half"]
        summary = texts.get(Path(file + ".md").stem)
        lines = _compare(rows, summary, resolver, (tallies[half], tallies["all"])) if summary else [f"- 没有 {file}"]
        said.extend(lines if half == misses else [])
    head = ("references", "gold", "found", "P found", "R found", "P resolved", "R resolved", "same words")
    return "\n".join([markdown_table(head, (tally.cells(name) for name, tally in tallies.items())), *said])


def _compare(
    rows: list[Row], summary: VersionSummary, resolver: ReferenceResolver, tallies: tuple[Tally, ...]
) -> list[str]:
    version = resolver.version(summary.id)
    found = list(_annotated(version, rows))
    open_rows: dict[Key, list[Row]] = {}
    for one in rows:
        open_rows.setdefault(_gold_key(one), []).append(one)
    said: list[str] = []
    for reference in found:
        waiting = open_rows.get(_key(reference), [])
        row: Row | None = waiting.pop(0) if waiting else None
        result = resolver.resolve(reference, summary.instrument, version)
        right = row is not None and _is_right(row, result)
        for tally in tallies:
            tally.found += 1
            tally.same += row is not None
            tally.resolved += right
            tally.quoted += row is not None and row["quote"] == reference.quote
        if not right:
            said.append(f"{'+' if row is None else '!'} {summary.instrument.title} {_line(reference, result)}")
    said.extend(f"- {summary.instrument.title} {row}" for left in open_rows.values() for row in left)
    for tally in tallies:
        tally.gold += len(rows)
    return said


def _annotated(version: Version, rows: list[Row]) -> Iterator[Reference]:
    """The references of the articles up to the last one annotated; in the unseen half those of the whole text."""
    every = find_references(version.text, version.provisions)
    if rows[0]["half"] == "unseen":
        return iter(every)
    last = max((p.end for row in rows if (p := _article(version, row["source"])) is not None), default=0)
    return (r for r in every if r.start < last and r.source[:3] == "art")


def _article(version: Version, source: str) -> Any:
    article = EId(source).ancestor("art")
    return version.provision(article) if article is not None else None


def _gold_key(row: Row) -> Key:
    title = plain_title(row["title"]) if row["title"] else ""
    return row["source"], title, _loose(row["target"]), _loose(row["through"])


def _key(reference: Reference) -> Key:
    title = plain_title(reference.title) if reference.title else ""
    return reference.source, title, _loose(reference.target), _loose(reference.through)


def _loose(eid: str | None) -> str:
    """第三项 of another text names no 款: found is found, resolving must tell which."""
    return (eid or "").replace("__para_1__item", "__item")


def _is_right(row: Row, result: ResolvedReference) -> bool:
    if row["outcome"] != result.outcome.value:
        return False
    if result.outcome is not Outcome.RESOLVED or row["target"] is None:
        return True
    ends = (result.provisions[0].eid, result.provisions[-1].eid) if result.provisions else ()
    return ends == (row["target"], row["through"] or row["target"])


def _line(reference: Reference, result: ResolvedReference) -> str:
    target = f"{reference.title or ''} {reference.target or ''}"
    return f"{reference.source} {reference.quote} {target} {result.outcome.value} {result.problem}"


def whole_report(resolver: ReferenceResolver) -> str:
    """Every reference of the corpus by what is named and by outcome, on the citing texts' own first days."""
    counts: Counter[tuple[str, Outcome]] = Counter()
    for summary in resolver.store.summaries():
        version = resolver.version(summary.id)
        for reference in find_references(version.text, version.provisions):
            named = "own text" if reference.title is None else "《…》" if reference.quote[0] == "《" else "bare name"
            counts[named, resolver.resolve(reference, summary.instrument, version).outcome] += 1
    names = ("own text", "《…》", "bare name")
    lines = [(o.value, *(counts[name, o] for name in names), sum(counts[name, o] for name in names)) for o in Outcome]
    total = ("all", *(sum(counts[name, o] for o in Outcome) for name in names), sum(counts.values()))
    return markdown_table(("outcome", *names, "all"), [*lines, total])
