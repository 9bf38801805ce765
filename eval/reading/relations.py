"""Relations (制定依据, 所实施的, 废止的) claimed of 70 texts against those that a reader found in them.

``random.Random("quanze relations")`` drew 16 Zhejiang and 24 national texts, ``random.Random("quanze repeals")`` 30
of the others that hold 废止, 失效 or 停止执行 somewhere; ``eval/gold/reading/relations.jsonl`` holds every relation of
each, with the other text's title as it is written there (宪法 and the like without brackets too), and one row "none"
for a text that has none. It was annotated before the program was run on these texts.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from corpus import gazetteer
from eval.tables import markdown_table
from ingest import read_file

FIELDS = ("basis", "implements", "repeals")
_ROOT = Path(__file__).resolve().parents[2]
_GOLD = _ROOT / "eval" / "gold" / "reading" / "relations.jsonl"
Relation = tuple[str, str, str]
"""Path, field, title."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """--corpus and --gold."""
    parser.add_argument("--corpus", type=Path, default=_ROOT.parent / "shared" / "laws", help="folder of the texts")
    parser.add_argument("--gold", type=Path, default=_GOLD, help="hand-checked relations (jsonl)")


def run(args: argparse.Namespace) -> int:
    """Print the table with every miss (-) and every claim too many (+); 2 where the folder is not there."""
    if not args.corpus.is_dir():
        print(f"找不到 {args.corpus}。请用 --corpus 指出文本所在的文件夹", file=sys.stderr)
        return 2
    rows = [json.loads(line) for line in args.gold.read_text(encoding="utf-8").splitlines() if line]
    paths = tuple(dict.fromkeys(str(row["path"]) for row in rows))
    wanted = [(row["path"], row["field"], row["value"]) for row in rows if row["field"] in FIELDS]
    print(report(wanted, [relation for path in paths for relation in claimed(args.corpus, path)]))
    return 0


def claimed(corpus: Path, path: str) -> Iterable[Relation]:
    """The relations that the text at ``path`` is read with."""
    places = gazetteer()
    claims = (claim for text in read_file(corpus / path, places)[-1:] for claim in text.claims)
    return dict.fromkeys((path, claim.field, claim.value) for claim in claims if claim.field in FIELDS)


def report(wanted: Iterable[Relation], found: Iterable[Relation]) -> str:
    """The table by field, then what is missed and what is too many.

    >>> print(report([("a.md", "basis", "网格法")], [("a.md", "basis", "网格法"), ("a.md", "repeals", "网格办法")]))
    | relation | gold | claimed | precision | recall |
    |---|---|---|---|---|
    | basis | 1 | 1 | 1.000 | 1.000 |
    | implements | 0 | 0 | - | - |
    | repeals | 0 | 1 | 0.000 | - |
    + a.md repeals 网格办法
    """
    gold, claims = Counter(wanted), Counter(found)
    lines = [_line(field, gold, claims) for field in FIELDS]
    missed = [f"- {' '.join(relation)}" for relation in gold - claims]
    extra = [f"+ {' '.join(relation)}" for relation in claims - gold]
    return "\n".join([markdown_table(("relation", "gold", "claimed", "precision", "recall"), lines), *missed, *extra])


def _line(field: str, gold: Counter[Relation], claims: Counter[Relation]) -> tuple[object, ...]:
    counts = [sum(n for key, n in rows.items() if key[1] == field) for rows in (gold, claims, gold & claims)]
    shares = [f"{counts[2] / whole:.3f}" if whole else "-" for whole in (counts[1], counts[0])]
    return field, counts[0], counts[1], *shares
