"""Description: titles, kinds, dates, bodies, levels, territories and versions of a folder of laws, and every exception.

The dates are checked in two independent ways: every day that a plain pattern finds in the lines above the text must be
one event with the word that stands last in its clause; and a sample of lines was annotated by hand before the reader
saw it (``eval/gold/reading/history.jsonl``), as was the place of every Zhejiang text (``territory.jsonl``).
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus import Claim, ParsedText, gazetteer, intervals, territory_value
from eval.tables import markdown_table
from ingest import read_file

_GOLD = Path(__file__).parent.parent / "gold" / "reading"
_HEAD_END = "<!-- INFO END -->"
_DAY = re.compile(r"([0-9]{4})\s?年\s?([0-9]{1,2})\s?月\s?([0-9]{1,2})\s?日")
_TITLES = re.compile(r"《(?:[^《》]|《[^《》]*》)*》?")
_LAST_WORD = re.compile(r"通过|批准|公布|发布|颁布|印发|施行|实施|执行|生效|修正|修订|修改")
_GROUP = {
    **dict.fromkeys(("公布", "发布", "颁布", "印发"), "公布"),
    **dict.fromkeys(("施行", "实施", "执行", "生效"), "施行"),
    **dict.fromkeys(("修正", "修订", "修改"), "修订"),
}


@dataclass
class Tally:
    """How often a thing was right, and every case where it was not."""

    name: str
    right: int = 0
    wrong: list[str] = field(default_factory=list)

    def count(self, is_right: bool, case: str) -> None:
        """Count one case."""
        self.right += is_right
        self.wrong += [] if is_right else [case]

    @property
    def row(self) -> tuple[str, str, str]:
        """The tally as a row of the table."""
        total = self.right + len(self.wrong)
        return self.name, f"{self.right} / {total}", f"{self.right / total:.4f}" if total else "-"


@dataclass(frozen=True, slots=True)
class Law:
    """A file of the folder with the row of the manifest, its raw head and what was read."""

    path: str
    row: Mapping[str, str]
    head: tuple[str, ...]
    text: ParsedText


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The folder with its ``manifest.tsv``."""
    parser.add_argument("--corpus", type=Path, default=Path("../shared/laws"))
    parser.add_argument("--limit", type=int, default=0, help="only every n-th file, so that about LIMIT are read")


def run(args: argparse.Namespace) -> int:
    """Print the table and every exception."""
    laws = tuple(_read(args.corpus, args.limit))
    tallies = (*_plain(laws), *_history(laws), _annotated_history(laws), *_annotated_places(laws), *_versions(laws))
    print(markdown_table(("description", "right", "share"), [tally.row for tally in tallies]))
    for tally in tallies:
        for case in tally.wrong:
            print(f"- {tally.name}: {case}")
    print()
    print(markdown_table(("relation", "claims", "texts"), _relations(laws)))
    return 0


def _read(corpus: Path, limit: int) -> Iterator[Law]:
    with (corpus / "manifest.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    places = gazetteer()
    for row in rows[:: max(len(rows) // limit, 1) if limit else 1]:
        path = corpus / row["path"]
        raw = path.read_text(encoding="utf-8")
        head = raw.split(_HEAD_END)[0] if _HEAD_END in raw else raw.split("\n", maxsplit=1)[0]
        # The text that the file is named for stands last where a decision stands in front of it.
        yield Law(row["path"], row, tuple(head.splitlines()), read_file(path, places)[-1])


def _plain(laws: Sequence[Law]) -> Iterator[Tally]:
    titles, kinds = Tally("title = first line"), Tally("kind = folder")
    for law in laws:
        first = re.sub(r"\s+", " ", law.head[0].lstrip("# ")).strip()
        title = law.text.instrument.title
        titles.count(title.replace(" ", "") == first.replace(" ", ""), f"{law.path}: {title} ≠ {first}")
        kind = law.text.instrument.kind.value
        kinds.count(kind == law.row["kind"], f"{law.path}: {kind} ≠ {law.row['kind']}")
    return iter((titles, kinds))


def _history(laws: Sequence[Law]) -> Iterator[Tally]:
    days, words, made = Tally("days of the head = events"), Tally("word of the event"), Tally("bodies of the event")
    for law in laws:
        found = [_event(claim) for claim in _claims(law, "event")]
        written = [pair for line in law.head[1:] for pair in _written(line)]
        bare = [claim.value for claim in _claims(law, "promulgated_on") if claim.rule == "成文日期"]
        left = Counter(day for day, _ in written) - Counter([*bare, *(day for day, _, _ in found)])
        for day, word in written:
            match = next((event for event in found if event[0] == day), None)
            days.count((match is not None or day in bare) and left[day] == 0, f"{law.path}: {day} {word}")
            if match is not None:
                same = any(event[0] == day and word in event[1] for event in found)
                words.count(same, f"{law.path}: {day} {match[1]} ≠ {word}")
                if word not in ("施行", ""):
                    made.count(bool(match[2]), f"{law.path}: {day} {match[1]} by nobody")
    return iter((days, words, made))


def _claims(law: Law, name: str) -> Iterator[Claim]:
    return (claim for claim in law.text.claims if claim.field == name)


def _event(claim: Claim) -> tuple[str, str, tuple[str, ...]]:
    day, word, *bodies = claim.value.split(" ")
    return day, word, tuple(bodies)


def _written(line: str) -> Iterator[tuple[str, str]]:
    """The days of a line, each with the last word before the next day (修订 in 修订通过, 批准 in 批准的《…》修正)."""
    found = list(_DAY.finditer(line))
    for position, match in enumerate(found):
        end = found[position + 1].start() if position + 1 < len(found) else len(line)
        clause = _TITLES.sub("", line[match.end() : end])
        words = _LAST_WORD.findall(clause)
        groups = [_GROUP.get(word, word) for word in words]
        word = next((strong for strong in ("批准", "修订") if strong in groups), groups[-1] if groups else "")
        yield "-".join((match[1], match[2].zfill(2), match[3].zfill(2))), word


def _annotated_history(laws: Sequence[Law]) -> Tally:
    tally = Tally("events annotated by hand")
    by_path = {law.path: law for law in laws}
    for gold in _gold("history"):
        law = by_path.get(str(gold["path"]))
        if law is not None:
            wanted = (gold["day"], gold["event"], tuple(gold["bodies"]))
            found = [_event(claim) for claim in _claims(law, "event") if claim.value.startswith(gold["day"])]
            tally.count(wanted in found, f"{law.path}: {wanted} ≠ {found}")
    return tally


def _annotated_places(laws: Sequence[Law]) -> Iterator[Tally]:
    places, levels = Tally("territory annotated by hand"), Tally("level annotated by hand")
    by_path = {law.path: law for law in laws}
    for gold in _gold("territory"):
        law = by_path.get(str(gold["path"]))
        if law is not None:
            found = law.text.instrument.territory
            places.count(
                territory_value(found) == gold["territory"], f"{law.path}: {found.chain} ≠ {gold['territory']}"
            )
            levels.count(found.level == gold["level"], f"{law.path}: {found.level} ≠ {gold['level']}")
    national = Tally("national texts are national")
    for law in laws:
        if law.path.startswith("national/"):
            chain = law.text.instrument.territory.chain
            national.count(not chain, f"{law.path}: {chain}")
    return iter((places, levels, national))


def _gold(name: str) -> Iterable[dict[str, str]]:
    lines = (_GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _versions(laws: Sequence[Law]) -> Iterator[Tally]:
    """Texts of one instrument: in the order of the manifest's dates, each ending where the next begins."""
    groups: dict[str, list[Law]] = {}
    for law in laws:
        groups.setdefault(law.text.instrument.id, []).append(law)
    several = [group for group in groups.values() if len(group) > 1]
    order, chained = Tally("versions in the manifest's order"), Tally("each version ends where the next begins")
    alone = Tally("each begins on a day of its own")
    for group in several:
        spans = intervals((law.path, law.text.version.dates) for law in group)
        by_start = sorted(group, key=lambda law: (spans[law.path].starts_on, spans[law.path].ends_on))
        dates = [law.row["date"] for law in by_start if law.row["date"]]
        shown = "; ".join(f"{law.path} from {spans[law.path].starts_on}" for law in by_start)
        order.count(dates == sorted(dates), shown)
        ends = [spans[law.path].ends_on for law in by_start[:-1]]
        starts = [spans[law.path].starts_on for law in by_start]
        chained.count(ends == starts[1:], shown)
        alone.count(len(set(starts)) == len(starts), shown)
    several_texts = Tally(f"instruments with several texts: {len(several)} of {len(groups)}")
    return iter((several_texts, order, chained, alone))


def _relations(laws: Sequence[Law]) -> Iterator[tuple[str, int, int]]:
    for name in ("implements", "basis", "repeals", "policy_set"):
        counts = [sum(1 for _ in _claims(law, name)) for law in laws]
        yield name, sum(counts), sum(1 for count in counts if count)
