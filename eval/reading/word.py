"""The round trip of Word files: labels typed, labels as Word's automatic numbers, and the old binary format."""

from __future__ import annotations

import argparse
from collections import defaultdict
from hashlib import sha256
from pathlib import Path

from corpus import gazetteer
from eval.reading.office import convert, make_docx
from eval.reading.roundtrip import Tally, compare, print_tallies
from eval.reading.roundtrip_files import choose_texts
from ingest import read_file

_HEADER = "法规汇编"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the texts are, how many, and where the made files are kept."""
    parser.add_argument("--corpus", type=Path, default=Path("../shared/laws"), help="folder of markdown texts")
    parser.add_argument("--texts", type=int, default=60, help="how many texts")
    parser.add_argument("--old", type=int, default=12, help="how many of them as .doc too")
    parser.add_argument("--work", type=Path, default=Path("/tmp/quanze-word"), help="where made files are kept")
    parser.add_argument("--places", type=int, default=10, help="how many differing places of each format to list")


def run(args: argparse.Namespace) -> int:
    """Print the table of the formats and the places that differ."""
    args.work.mkdir(parents=True, exist_ok=True)
    texts = choose_texts(args.corpus, args.texts)
    names = [sha256(text.read_bytes()).hexdigest()[:16] for text in texts]
    for text, name in zip(texts, names, strict=True):
        content = text.read_text(encoding="utf-8")
        make_docx(content, args.work / f"{name}.docx", header=_HEADER)
        make_docx(content, args.work / f"{name}.auto.docx", header=_HEADER, numbered=True)
    old = names[:: max(1, len(names) // max(1, args.old))][: args.old]
    convert([args.work / f"{name}.auto.docx" for name in old], "doc", args.work)
    tallies: dict[str, Tally] = defaultdict(Tally)
    for text, name in zip(texts, names, strict=True):
        wanted = read_file(text, gazetteer())
        compare(wanted, args.work / f"{name}.docx", text.stem, tallies["docx, typed numbers"])
        compare(wanted, args.work / f"{name}.auto.docx", text.stem, tallies["docx, automatic numbers"])
        if name in old:
            compare(wanted, args.work / f"{name}.auto.doc", text.stem, tallies["doc, automatic numbers"])
    print_tallies(tallies, args.places)
    return 0
