"""Kinds of clause against sentences annotated by hand: accuracy per instrument, and which kind was taken for which.

Rows of the gold: ``{"doc", "eid", "ordinal", "kind"}``; a sentence that the program does not have counts as wrong.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus import gazetteer, short_title
from duties import Clause, ClauseKind, clauses_of
from eval.duties import read_rows
from eval.matching import Row, by_group
from eval.tables import markdown_table
from ingest import find_files, read_file

_ROOT = Path(__file__).resolve().parents[1]
_GOLD = _ROOT / "eval" / "gold" / "clauses.jsonl"
_ALL = (_GOLD, _GOLD.with_name("clauses_second.jsonl"), _GOLD.with_name("clauses_third.jsonl"))
_LAWS = _ROOT.parent / "shared" / "laws"
_DATE = re.compile(r"[(（]\d{4}-\d{2}-\d{2}[)）]$")
MISSING = "没有这一句"
Key = tuple[str, int]
Told = Mapping[Key, tuple[Clause, str]]


@dataclass(frozen=True, slots=True)
class Judged:
    """One annotated sentence: the kind of the gold, what the program says, and the words."""

    doc: str
    eid: str
    ordinal: int
    gold: str
    told: str
    words: str
    cue: str

    @property
    def is_right(self) -> bool:
        """Whether both agree."""
        return self.gold == self.told


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """--gold, --all, --laws, --misses, --json."""
    parser.add_argument("--all", action="store_true", help="the three annotated sets of the repository together")
    parser.add_argument("--gold", type=Path, default=_GOLD, help="annotated sentences (jsonl)")
    parser.add_argument("--laws", type=Path, default=_LAWS, help="folder with the texts, each named by its title")
    parser.add_argument("--misses", action="store_true", help="print every sentence that was judged otherwise")
    parser.add_argument("--json", action="store_true", help="the figures as JSON")


def run(args: argparse.Namespace) -> int:
    """Print the tables; 2 where the gold or the texts are not there."""
    golds = _ALL if args.all else (args.gold,)
    missing = [path for path in (*golds, args.laws) if not path.exists()]
    if missing:
        print(f"找不到 {missing[0]}。请用 --gold 和 --laws 指出标注与文本所在之处", file=sys.stderr)
        return 2
    judged = judge_rows([row for gold in golds for row in read_rows(gold)], args.laws)
    if args.json:
        print(json.dumps({"sentences": len(judged), "accuracy": accuracy_of(judged)}, ensure_ascii=False))
        return 0
    print(report(judged))
    if args.misses:
        print(
            *(
                f"{j.doc} {j.eid} {j.ordinal}: {j.gold} / {j.told} ({j.cue}) {j.words}"
                for j in judged
                if not j.is_right
            ),
            sep="\n",
        )
    return 0


def judge_rows(rows: Sequence[Row], laws: Path) -> tuple[Judged, ...]:
    """Each row of the gold beside what the program says of the text of that title under ``laws``."""
    by_doc = by_group(rows, lambda row: str(row["doc"]))
    files: dict[str, list[Path]] = {}
    for path in find_files([laws]):
        files.setdefault(short_title(_DATE.sub("", path.stem)), []).append(path)
    told = {doc: _told(wanted, files.get(doc, [])) for doc, wanted in by_doc.items()}
    return tuple(_judged(row, told[doc]) for doc, wanted in by_doc.items() for row in wanted)


def _told(rows: Sequence[Row], files: Sequence[Path]) -> Told:
    """The program's sentences of the version that was annotated: of several, the one that has most of the rows."""
    keys = {_key(row) for row in rows}
    versions = [_read(path) for path in files]
    return max(versions, key=lambda told: len(keys & told.keys()), default={})


def _read(path: Path) -> Told:
    return {
        (str(clause.eid), clause.ordinal): (clause, text.version.text[clause.start : clause.end])
        for text in read_file(path, gazetteer())
        for clause in clauses_of(text.version)
    }


def _key(row: Row) -> Key:
    return str(row["eid"]), int(str(row["ordinal"]))


def _judged(row: Row, told: Told) -> Judged:
    eid, ordinal = _key(row)
    clause, words = told.get((eid, ordinal), (None, ""))
    kind = clause.kind.value if clause else MISSING
    return Judged(str(row["doc"]), eid, ordinal, str(row["kind"]), kind, words, clause.cue if clause else "")


def accuracy_of(judged: Sequence[Judged]) -> float:
    """The part that is right; 0 of nothing."""
    return sum(one.is_right for one in judged) / len(judged) if judged else 0.0


def report(judged: Sequence[Judged]) -> str:
    """Accuracy per instrument and in all, then the confusions: rows the gold, columns the program."""
    docs = dict.fromkeys(one.doc for one in judged)
    grouped = [(doc, [one for one in judged if one.doc == doc]) for doc in docs]
    lines = [
        (name, len(ones), sum(one.is_right for one in ones), f"{accuracy_of(ones):.3f}")
        for name, ones in [*grouped, ("合计", list(judged))]
    ]
    counted = Counter((one.gold, one.told) for one in judged)
    names = [kind.value for kind in ClauseKind]
    columns = [*names, *([MISSING] if any(one.told == MISSING for one in judged) else [])]
    confusion = [(gold, *(counted[gold, told] or "" for told in columns)) for gold in names]
    return "\n".join(
        [
            markdown_table(("文件", "句", "相符", "准确率"), lines),
            "",
            markdown_table(("标注 \\ 判别", *columns), confusion),
        ]
    )
