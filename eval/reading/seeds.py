"""Crawled articles (``python -m eval reading seeds``): is the dirt gone, the damage marked, every word still there?"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import islice
from pathlib import Path

from corpus import ParsedText, ProvisionKind, RemarkKind, gazetteer
from ingest import IngestError, read_file

_HEADINGS = frozenset((ProvisionKind.HEADING1, ProvisionKind.HEADING2, ProvisionKind.HEADING3, ProvisionKind.HEADING4))
_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_READING = re.compile(rf"[(（][a-zü]{{0,5}}[{_TONES}][a-z]{{0,4}}[)）]", re.I)
# Named apart from the words by which the reader knows spam, so that its gaps show.
_SPAM = re.compile(r"(?i:av|无码|一区|三区|久久|在线观看|毛片|熟女|黄色|激情|百家乐|彩票|赌|棋牌|开户)")
_SPAM_HITS = 4
_COLUMNS = (
    "file",
    "texts",
    "headings",
    "traditional left",
    "readings left",
    "spam lines",
    "damaged",
    "characters lost",
)
_SAME = 0.5
_SHOWN = 48
_PLACES = 6


@dataclass(frozen=True, slots=True)
class Seed:
    """What became of one file: counts over all its texts, and the lines of the source that are not in them."""

    name: str
    texts: int
    headings: int
    traditional: int
    readings: int
    spam: int
    damaged: int
    source_characters: int
    lost: int
    dropped: tuple[str, ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The folder of crawled articles."""
    parser.add_argument("--folder", type=Path, default=Path("../shared/seeds"), help="folder of crawled .txt articles")


def run(args: argparse.Namespace) -> int:
    """Print a table of the files and the lines that were dropped from each."""
    divisions = gazetteer()
    print(f"| {' | '.join(_COLUMNS)} |")
    print("|---" * len(_COLUMNS) + "|")
    seeds = []
    for path in sorted(args.folder.glob("*.txt")):
        try:
            source = path.read_text(encoding="utf-8", errors="replace")
            seed = measure_seed(path.name, source, read_file(path, divisions))
        except IngestError as error:
            print(f"| {path.name} | refused: {error} |")
            continue
        seeds.append(seed)
        print(_row(seed))
    for seed in seeds:
        print(f"\n{seed.name}: {len(seed.dropped)} lines of the source left out")
        for line in seed.dropped:
            print(f"- {line[:_SHOWN]}")
    return 0


def _row(seed: Seed) -> str:
    share = seed.lost / max(1, seed.source_characters)
    counts = (seed.texts, seed.headings, seed.traditional, seed.readings, seed.spam, seed.damaged)
    return (
        f"| {seed.name[:12]} | {' | '.join(map(str, counts))} | {seed.lost} of {seed.source_characters} ({share:.2%}) |"
    )


def measure_seed(name: str, source: str, texts: Sequence[ParsedText]) -> Seed:
    """Counts over the texts of one file, against the source."""
    versions = [text.version for text in texts]
    whole = "\n".join(version.text for version in versions)
    written = _plain("".join(version.original_text or version.text for version in versions))
    missing = [(line, _missing(_plain(line), written)) for line in source.splitlines() if _plain(line)]
    dropped = tuple(line for line, lost in missing if lost > len(_plain(line)) * _SAME)
    changed = sum(lost for line, lost in missing if line not in dropped)
    return Seed(
        name,
        len(texts),
        sum(p.kind in _HEADINGS for version in versions for p in version.provisions),
        sum(character in _traditional() for character in whole),
        len(_READING.findall(whole)),
        sum(len(_SPAM.findall(line)) >= _SPAM_HITS for line in whole.splitlines()),
        sum(remark.kind is RemarkKind.DAMAGED for version in versions for remark in version.remarks),
        sum(len(_plain(line)) for line, _ in missing if line not in dropped),
        changed,
        dropped,
    )


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", _READING.sub("", text))


def _missing(line: str, written: str) -> int:
    """How many characters of a line of the source are not in the texts in its order."""
    if line in written:
        return 0
    places = islice(dict.fromkeys(_anchors(line, written)), _PLACES)
    windows = (written[max(0, at - len(line)) : at + 2 * len(line)] for at in places)
    return min((len(line) - _common(line, window) for window in windows), default=len(line))


def _common(line: str, window: str) -> int:
    blocks = SequenceMatcher(None, line, window, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


def _anchors(line: str, written: str) -> Iterator[int]:
    """Where a few characters of the line stand in the texts."""
    for size in (12, 6):
        for start in range(0, max(1, len(line) - size), size):
            at = written.find(line[start : start + size])
            if at >= 0:
                yield at - start


@cache
def _traditional() -> frozenset[str]:
    """Characters of Big5's everyday level that GB/T 2312 does not have."""
    leads, trails = range(0xA4, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    common = "".join(bytes((lead, trail)).decode("big5", "ignore") for lead in leads for trail in trails)
    return frozenset(character for character in common if not character.encode("gb2312", "ignore"))
