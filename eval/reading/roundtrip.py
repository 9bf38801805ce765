"""Round trip (``python -m eval reading roundtrip``): the same texts as docx, PDF and scan, read back and compared."""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus import ParsedText, gazetteer
from eval.reading.edits import edit_distance
from eval.reading.roundtrip_files import MIDDLE, MOST_PAGES, RULE, Made, choose_texts, make_files
from ingest import IngestError, read_file

_FORMATS = ("docx", "pdf", "scan")
_SHOWN = 60
Provisions = Mapping[str, str]


@dataclass(slots=True)
class Tally:
    """Counts over all texts of one format; ``places`` are (file, what differs).

    ``alike`` provisions are identical but for blanks and the width of signs, which a picture does not tell: ( or （.
    """

    texts: int = 0
    provisions: int = 0
    identical: int = 0
    alike: int = 0
    same_eids: int = 0
    characters: int = 0
    edits: int = 0
    places: list[tuple[str, str]] = field(default_factory=list)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the texts are, how many, and where the made files are kept."""
    parser.add_argument("--corpus", type=Path, default=Path("../shared/laws"), help="folder of markdown texts")
    parser.add_argument("--texts", type=int, default=60, help="how many texts")
    parser.add_argument("--scans", type=int, default=12, help="how many of them as scans too")
    parser.add_argument("--start", type=float, default=MIDDLE, help="0 to 1: other texts than the usual ones (of 0.5)")
    parser.add_argument("--work", type=Path, default=Path("/tmp/quanze-roundtrip"), help="where made files are kept")
    parser.add_argument("--format", choices=_FORMATS, help="only this one")
    parser.add_argument("--places", type=int, default=10, help="how many differing places of each format to list")


def run(args: argparse.Namespace) -> int:
    """Print the table of the formats and the places that differ."""
    texts = choose_texts(args.corpus, args.texts, args.start)
    tallies: dict[str, Tally] = defaultdict(Tally)
    for number, made in enumerate(make_files(texts, args.work, args.scans), start=1):
        wanted = read_file(made.source, gazetteer())
        for name, path in _paths(made, args.format):
            print(f"{number}/{len(texts)} {name} {made.source.stem}", flush=True)
            compare(wanted, path, made.source.stem, tallies[name])
    print(f"\n{len(texts)} texts. {RULE.format(pages=MOST_PAGES)}\n")
    print_tallies(tallies, args.places)
    return 0


def print_tallies(tallies: Mapping[str, Tally], places: int) -> None:
    """The table of the formats, and the first ``places`` places that differ in each."""
    print("\n".join(_table(tallies)))
    for name, tally in tallies.items():
        print(f"\n{name}: {len(tally.places)} places differ")
        print("\n".join(f"- {file}: {what}" for file, what in tally.places[:places]))


def _paths(made: Made, only: str | None) -> Iterator[tuple[str, Path]]:
    paths = {"docx": made.docx, "pdf": made.pdf, "scan": made.scan}
    return ((name, path) for name, path in paths.items() if path is not None and only in (None, name))


def compare(wanted: Sequence[ParsedText], path: Path, name: str, tally: Tally) -> None:
    """Count what ``path`` gives against the markdown's own reading."""
    try:
        got: Sequence[ParsedText] = read_file(path, gazetteer())
    except IngestError as error:
        got = ()
        tally.places.append((name, f"refused: {error}"))
    right, found = _provisions(wanted), _provisions(got)
    tally.texts += 1
    tally.provisions += len(right)
    tally.same_eids += len(right.keys() & found.keys())
    tally.identical += sum(found.get(eid) == text for eid, text in right.items())
    tally.alike += sum(eid in found and _folded(found[eid]) == _folded(text) for eid, text in right.items())
    tally.places.extend((name, place) for place in _places(right, found))
    one, other = _characters(wanted), _characters(got)
    tally.characters += len(one)
    tally.edits += edit_distance(one, other)


def _provisions(texts: Sequence[ParsedText]) -> dict[str, str]:
    """eid → text; those of a file's second text carry its number."""
    return {
        f"{n}:{p.eid}" if n else str(p.eid): p.text for n, text in enumerate(texts) for p in text.version.provisions
    }


def _folded(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def _characters(texts: Sequence[ParsedText]) -> str:
    return re.sub(r"\s", "", "".join(text.version.text for text in texts))


def _places(right: Provisions, found: Provisions) -> Iterator[str]:
    """What differs: eids on one side alone, and for other text the first place."""
    missing, extra = [e for e in right if e not in found], [e for e in found if e not in right]
    if missing or extra:
        lists = (f"{', '.join(eids[:5]) or '—'} ({len(eids)})" for eids in (missing, extra))
        yield "missing {}; extra {}".format(*lists)
    for eid in right:
        if eid in found and found[eid] != right[eid]:
            yield f"{eid}: {_difference(right[eid], found[eid])}"


def _difference(one: str, other: str) -> str:
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    start = max(0, at - 8)
    return f"…{one[start : at + _SHOWN // 2]!r} → {other[start : at + _SHOWN // 2]!r}"


def _table(tallies: Mapping[str, Tally]) -> Iterator[str]:
    yield "| format | texts | provisions | identical | but for blanks and widths | eids found | characters | accuracy |"
    yield "|---|---|---|---|---|---|---|---|"
    for name, tally in tallies.items():
        share, eids = tally.identical / max(1, tally.provisions), tally.same_eids / max(1, tally.provisions)
        alike = tally.alike / max(1, tally.provisions)
        right = 1 - tally.edits / max(1, tally.characters)
        counts = f"{tally.texts} | {tally.provisions:,} | {share:.2%} | {alike:.2%} | {eids:.2%} | {tally.characters:,}"
        yield f"| {name} | {counts} | {right:.3%} |"
