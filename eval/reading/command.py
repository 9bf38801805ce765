"""``python -m eval reading NAME``: one module a measure."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module

MEASURES = {
    "counts": "articles, titles and losslessness of a folder of texts against its manifest",
    "description": "dates, adopting bodies, levels and territories against the history lines",
    "roundtrip": "the same texts as docx, PDF and scan: are the provisions and eids the same?",
    "word": "the same texts as Word files with automatic numbers, and as old .doc",
    "seeds": "crawled articles: simplified, no pinyin in brackets, no spam, damage marked",
    "references": "references found and resolved, against hand-checked ones",
    "relations": "what a text rests on, implements and repeals, against hand-checked texts",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The measure and its own arguments; only the module asked for is loaded."""
    measures = parser.add_subparsers(dest="measure", required=True)
    for name, words in MEASURES.items():
        measure = measures.add_parser(name, help=words, description=words)
        if name in sys.argv[1:3]:
            import_module(f"eval.reading.{name}").add_arguments(measure)


def run(args: argparse.Namespace) -> int:
    """Run the measure that was asked for."""
    return int(import_module(f"eval.reading.{args.measure}").run(args))
