"""Counts: every text of a folder against its manifest, one at a time, so that memory stays flat.

Article counts (each exception with its reason), titles, losslessness, texts that are probably not whole, the trees of
texts without articles, and warnings by kind.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus import NUMERAL, ParsedText, ProvisionKind, Version, gazetteer
from eval.reading.lossless import join_provisions, labels_outside
from eval.tables import markdown_table
from ingest import IngestError, read_file

_CORPUS = Path(__file__).resolve().parents[3] / "shared" / "laws"
_LABEL = re.compile(rf"第\s?{NUMERAL.replace('千', '千万')}\s?条(?:之[一二三四五六七八九十]+)?")
_SPECIFIC = re.compile(
    r"[“「][^”」]*[”」]|第[零〇一二三四五六七八九十百千0-9]+[条章节编]|：[零〇一二三四五六七八九十百0-9]+[、．.]"
    r"|[a-z_~0-9]*[0-9]+[a-z_~0-9]*"
)
_HEADINGS = frozenset({ProvisionKind.HEADING1, ProvisionKind.HEADING2, ProvisionKind.HEADING3, ProvisionKind.HEADING4})


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """--corpus, --every."""
    parser.add_argument("--corpus", type=Path, default=_CORPUS, help="folder with manifest.tsv (path, title, articles)")
    parser.add_argument("--every", type=int, default=1, help="read only every Nth text")
    parser.add_argument("--trees", action="store_true", help="list every text without articles and its headings")


@dataclass(slots=True)
class Tally:
    """What has been counted so far."""

    texts: int = 0
    equal: int = 0
    titles: int = 0
    lossless: int = 0
    provisions: int = 0
    articles: int = 0
    several: int = 0
    outside: int = 0
    differences: list[tuple[str, int, int, str]] = field(default_factory=list)
    other_titles: list[tuple[str, str]] = field(default_factory=list)
    lost: list[tuple[str, str]] = field(default_factory=list)
    incomplete: list[tuple[str, str]] = field(default_factory=list)
    without_articles: list[tuple[str, int, int, int]] = field(default_factory=list)
    warnings: Counter[str] = field(default_factory=Counter)
    failed: list[tuple[str, str]] = field(default_factory=list)


def run(args: argparse.Namespace) -> int:
    """Print the tables; 2 where the folder has no manifest."""
    manifest = args.corpus / "manifest.tsv"
    if not manifest.is_file():
        print(f"not found: {manifest}", file=sys.stderr)
        return 2
    with manifest.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))[:: args.every]
    tally = Tally()
    for number, row in enumerate(rows, start=1):
        _count(args.corpus / row["path"], row, tally)
        _progress(number, len(rows))
    for table in _tables(tally, args.trees):
        print(table, end="\n\n")
    return 0


def _count(path: Path, row: dict[str, str], tally: Tally) -> None:
    tally.texts += 1
    try:
        texts = read_file(path, gazetteer())
    except IngestError as error:
        tally.failed.append((row["path"], str(error)))
        return
    tally.several += len(texts) > 1
    read = sum(len(text.version.articles) for text in texts)
    wanted = int(row["articles"] or 0)
    if read == wanted:
        tally.equal += 1
    else:
        written = path.read_text(encoding="utf-8").split("\n")
        reasons = Counter(reason for text in texts for reason in _reasons(text.version, written))
        told = "; ".join(f"{reason} ({times})" for reason, times in reasons.items())
        tally.differences.append((path.stem, read, wanted, told))
    first = path.read_text(encoding="utf-8").lstrip("\ufeff# \n").partition("\n")[0]
    if _same(first, texts[0].instrument.title):
        tally.titles += 1
    else:
        tally.other_titles.append((first, texts[0].instrument.title))
    for text in texts:
        _count_text(path.stem, text, tally)


def _count_text(name: str, text: ParsedText, tally: Tally) -> None:
    version = text.version
    tally.provisions += len(version.provisions)
    tally.articles += len(version.articles)
    joined = join_provisions(version.text, version.provisions)
    tally.lossless += not joined.faults
    tally.outside += len(joined.outside)
    tally.lost.extend((name, fault) for fault in joined.faults[:1])
    if version.incomplete:
        tally.incomplete.append((name, "；".join(version.incomplete)))
    tally.warnings.update({_SPECIFIC.sub("…", warning) for warning in version.warnings})
    if not version.articles:
        headings = sum(p.kind in _HEADINGS for p in version.provisions)
        depth = max((sum(step in _STEPS for step, _ in p.eid.steps) for p in version.provisions), default=0)
        tally.without_articles.append((name, headings, depth, len(version.provisions)))


_STEPS = frozenset(kind.value for kind in _HEADINGS)


def _reasons(version: Version, written: Sequence[str]) -> Iterator[str]:
    """Why the articles read are not the lines that begin with 第…条."""
    outside = labels_outside(version)
    starts = {article.start for article in version.articles}
    place = 0
    for line in version.text.split("\n"):
        match = _LABEL.match(line)
        if match is not None and place not in starts:
            is_outside = place in outside
            yield "a line of the history or 目录 begins so" if is_outside else "a quotation or reference begins so"
        elif match is not None and re.search(r"\s", match[0]):
            yield "the label has a blank in it"
        place += len(line) + 1
    heads = sum(1 for line in written if _LABEL.match(line.lstrip("# *\u3000")))
    labels = sum(1 for line in version.text.split("\n") if _LABEL.match(line))
    yield from ("the label stands inside a line" for _ in range(labels - heads))


def _same(first: str, second: str) -> bool:
    return re.sub(r"\s", "", first) == re.sub(r"\s", "", second)


def _tables(tally: Tally, shows_trees: bool) -> Iterator[str]:
    rows: list[tuple[str, object]] = [
        ("texts (failed)", f"{tally.texts} ({len(tally.failed)})"),
        ("article counts equal to the manifest's", tally.equal),
        ("titles equal to the first line", tally.titles),
        ("lossless", f"{tally.lossless} of {tally.texts - len(tally.failed)}"),
        ("lines in no provision (title, 题注, 目录, 落款)", tally.outside),
        ("provisions / articles", f"{tally.provisions} / {tally.articles}"),
        ("files that brought several texts", tally.several),
        ("probably not whole", len(tally.incomplete)),
        ("texts without 条 (with a tree of headings)", _without(tally)),
    ]
    yield markdown_table(("measure", "figure"), rows)
    yield markdown_table(("article count differs", "read", "manifest", "why"), tally.differences)
    yield markdown_table(("probably not whole", "why"), tally.incomplete)
    yield markdown_table(("warnings by kind", "texts"), tally.warnings.most_common())
    if shows_trees:
        yield markdown_table(("text without 条", "headings", "levels", "provisions"), tally.without_articles)
    for head, found in (("title", tally.other_titles), ("not lossless", tally.lost), ("failed", tally.failed)):
        if found:
            yield markdown_table((head, ""), found)


def _without(tally: Tally) -> str:
    trees = [row for row in tally.without_articles if row[1]]
    return f"{len(tally.without_articles)} ({len(trees)}; {sum(row[1] for row in trees)} headings)"


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty() or done == total or done % 200 == 0:
        print(f"\r{done}/{total} texts", end="" if done < total else "\n", file=sys.stderr, flush=True)
