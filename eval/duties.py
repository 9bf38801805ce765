"""Duties and findings against annotated texts: precision, recall and F1, per document, per kind and in total.

A duty row counts when document, article, paragraph, item and bearer agree; role, modality, levels and bodies are judged
on the rows that match. A finding counts when its kind is right and one of its places is one of the gold's.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus import Gazetteer, gazetteer
from duties import FindingKind, LlmError, ReadText, extract_duties, find_findings
from eval.duties_llm import configured, read_with_llm
from eval.matching import Pair, Row, Score, accuracy, by_group, pair_duties, pair_findings
from eval.tables import markdown_table
from ingest import find_files, read_file

_ROOT = Path(__file__).resolve().parents[1]
_SHARED = _ROOT.parent / "shared"
_SAMPLE = _ROOT / "corpus" / "sample"
_DATE = re.compile(r"[(（]\d{4}-\d{2}-\d{2}[)）]$")
_JUDGED = ("role", "modality", "levels", "bodies")
_GUIDED = frozenset(kind.value for kind in FindingKind if kind.value.startswith(("undefined.", "overlap.")))
"""The kinds that annotators look for in every text (DUTY-ANNOTATION.md)."""


@dataclass(frozen=True, slots=True)
class Collection:
    """Annotated texts: gold duty rows, gold findings, and what the program read out of the same files."""

    duties: list[Row]
    findings: list[Row]
    read: tuple[ReadText, ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``python -m eval duties``."""
    parser.add_argument("--gold", type=Path, default=_SHARED / "gold", help="folder with duties/, findings/ (*.jsonl)")
    parser.add_argument("--laws", type=Path, default=_SHARED / "laws", help="folder with the annotated texts")
    parser.add_argument("--sample", action="store_true", help="the sample corpus and its gold instead")
    parser.add_argument("--titles", nargs="*", default=[], help="only these documents")
    parser.add_argument("--llm", action="store_true", help="the extractor by a language model beside the rules")
    parser.add_argument("--misses", action="store_true", help="print every row that was missed or is too many")


def run(args: argparse.Namespace) -> int:
    """Print the tables; 2 where the texts are not there."""
    missing = [path for path in (args.gold, args.laws) if not args.sample and not path.is_dir()]
    if missing:
        print(f"找不到 {missing[0]}。请用 --gold 和 --laws 指出标注与文本所在的文件夹，或用 --sample", file=sys.stderr)
        return 2
    collection = sample() if args.sample else annotated(args.gold, args.laws, args.titles)
    print(duty_report(collection, misses=args.misses))
    if args.llm:
        return _compared(collection, misses=args.misses)
    print()
    print(finding_report(collection, misses=args.misses))
    return 0


def _compared(collection: Collection, *, misses: bool) -> int:
    """The same table for the duties that the configured language model finds; 2 where none is configured."""
    try:
        ask = configured()
    except LlmError as error:
        print(error, file=sys.stderr)
        return 2
    read, losses = read_with_llm(collection.read, ask)
    print("\n大模型提取：\n")
    print(duty_report(replace(collection, read=read), misses=misses))
    print(losses)
    return 0


def annotated(gold: Path, laws: Path, titles: Sequence[str] = ()) -> Collection:
    """The documents that have a file in ``gold/duties``, read from the file of that title under ``laws``."""
    names = [path.stem for path in sorted((gold / "duties").glob("*.jsonl")) if not titles or path.stem in titles]
    files = {_DATE.sub("", path.stem): path for path in find_files([laws])}
    read = read_texts([files[name] for name in names if name in files], gazetteer())
    duties = [row for name in names for row in read_rows(gold / "duties" / f"{name}.jsonl")]
    findings = [row for name in names for row in read_rows(gold / "findings" / f"{name}.jsonl")]
    return Collection(duties, findings, read)


def sample() -> Collection:
    """The sample corpus with the gold beside it."""
    places = gazetteer(_SAMPLE / "territories.yaml")
    read = read_texts(find_files([_SAMPLE / "texts"]), places)
    gold = _SAMPLE / "gold"
    # References are judged against a corpus, which is not opened here: ``eval reading references`` does that.
    findings = [row for row in read_rows(gold / "findings.jsonl") if not str(row["kind"]).startswith("reference.")]
    return Collection(read_rows(gold / "duties.jsonl"), findings, read)


def read_rows(path: Path) -> list[Row]:
    """The rows of a jsonl file; none where it does not exist."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read_texts(files: Sequence[Path], places: Gazetteer) -> tuple[ReadText, ...]:
    """Each file read, with its duties."""
    parsed = [text for path in files for text in read_file(path, places)]
    return tuple(ReadText(p.instrument, p.version, extract_duties(p.instrument, p.version)) for p in parsed)


def duty_report(collection: Collection, *, misses: bool = False) -> str:
    """Rows, precision, recall and F1 per document; role, modality, levels and bodies on the matched rows."""
    gold = by_group(collection.duties, lambda row: str(row["doc"]))
    lines: list[tuple[object, ...]] = []
    total = Score(0, 0, 0)
    pairs: list[Pair] = []
    missed: list[str] = []
    for doc, rows in gold.items():
        predicted = [duty.as_row() for text in collection.read if text.doc == doc for duty in text.duties]
        found = pair_duties(rows, predicted)
        score = Score(len(found), len(predicted), len(rows))
        lines.append(_line(doc, score, found))
        total, pairs = total + score, [*pairs, *found]
        missed.extend(_missed(rows, predicted, found))
    lines.append(_line("合计", total, pairs))
    head = ("职责", "标注", "提取", "相符", "P", "R", "F1", *_JUDGED)
    return "\n".join([markdown_table(head, lines), *(missed if misses else [])])


def _line(name: str, score: Score, pairs: Sequence[Pair]) -> tuple[object, ...]:
    judged = (f"{accuracy(pairs, field):.3f}" for field in _JUDGED)
    return (name, score.gold, score.predicted, score.matched, *_figures(score), *judged)


def _figures(score: Score) -> tuple[str, str, str]:
    return f"{score.precision:.3f}", f"{score.recall:.3f}", f"{score.f1:.3f}"


def finding_report(collection: Collection, *, misses: bool = False) -> str:
    """Findings per kind and in total, over the annotated documents taken together.

    Only what annotators look for counts: the kinds of the guide, and any other that the annotated findings have.
    """
    docs = {str(row["doc"]) for row in (*collection.duties, *collection.findings)}
    kinds = _GUIDED | {str(row["kind"]) for row in collection.findings}
    predicted = [f.as_row() for f in find_findings(collection.read) if f.doc in docs and f.kind.value in kinds]
    found = pair_findings(collection.findings, predicted)
    lines: list[tuple[object, ...]] = []
    for kind in sorted({str(row["kind"]) for row in (*collection.findings, *predicted)}):
        lines.append(_kind_line(kind, collection.findings, predicted, found))
    total = Score(len(found), len(predicted), len(collection.findings))
    lines.append(("合计", total.gold, total.predicted, total.matched, *_figures(total)))
    missed = _missed(collection.findings, predicted, found) if misses else []
    table = markdown_table(("发现", "标注", "提取", "相符", "P", "R", "F1"), lines)
    return "\n".join([table, *_planted_line(collection.findings, predicted), *missed])


def _planted_line(gold: Sequence[Row], predicted: Sequence[Row]) -> Iterator[str]:
    """How many of the findings that were put into the texts on purpose are found; nothing where none is marked so."""
    planted = [row for row in gold if row.get("planted")]
    if planted:
        found = len(pair_findings(planted, predicted))
        yield f"\n其中有意埋设的 {len(planted)} 条，找到 {found} 条，召回率 {found / len(planted):.3f}\n"


def _kind_line(kind: str, gold: Sequence[Row], predicted: Sequence[Row], found: Sequence[Pair]) -> tuple[object, ...]:
    counts = [sum(row["kind"] == kind for row in rows) for rows in (gold, predicted, [g for g, _ in found])]
    score = Score(matched=counts[2], predicted=counts[1], gold=counts[0])
    return (kind, score.gold, score.predicted, score.matched, *_figures(score))


def _missed(gold: Sequence[Row], predicted: Sequence[Row], found: Sequence[Pair]) -> list[str]:
    matched = {id(row) for pair in found for row in pair}
    fields = ("kind", "doc", "article", "paragraph", "item", "bearer", "bearers", "quote", "why")
    return [
        f"{sign} " + " | ".join(str(row[field]) for field in fields if row.get(field) is not None)
        for sign, rows in (("-", gold), ("+", predicted))
        for row in rows
        if id(row) not in matched
    ]
