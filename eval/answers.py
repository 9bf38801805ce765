"""Quality of the answers: refusals against what can be answered, citations against gold, required words in the text."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from answers import Answer, Answerer, Question
from corpus import CorpusStore, Settings, place_of, short_title
from eval.tables import markdown_table
from index import SearchIndex

QUERIES = Path(__file__).resolve().parents[2] / "shared" / "gold" / "queries" / "dev.jsonl"
Spot = tuple[str, int | str | None]
"""A text and its 条."""


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question with the places of its answer (none: it cannot be answered) and the words an answer must have."""

    id: str
    kind: str
    text: str
    gold: frozenset[Spot]
    paragraphs: frozenset[tuple[str, int | str | None, int]]
    must_mention: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """One answer, marked. ``found`` and ``cited`` are spots; ``near`` are those of the evidence."""

    question: GoldQuestion
    refused: bool
    reason: str
    cited: frozenset[Spot]
    cited_paragraphs: frozenset[tuple[str, int | str | None, int]]
    near: frozenset[Spot]
    mentioned: float

    @property
    def found(self) -> frozenset[Spot]:
        """The gold places that are cited."""
        return self.cited & self.question.gold


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """--home, --queries, --verbose."""
    parser.add_argument("--home", type=Path, default=None, help="data directory with the corpus and its index")
    parser.add_argument("--queries", type=Path, default=QUERIES, help="questions with gold, one JSON object a line")
    parser.add_argument("--verbose", action="store_true", help="list every question that is not answered in full")


def run(args: argparse.Namespace) -> int:
    """Print the tables; 2 where the questions are not there."""
    if not args.queries.is_file():
        print(f"not found: {args.queries}", file=sys.stderr)
        return 2
    marked = mark_all(read_questions(args.queries), Settings.from_environment(args.home))
    print(markdown_table(("measure", "figure"), summary(marked)), "\n")
    print(markdown_table(("kind", "questions", "refused", "citation recall", "must mention"), by_kind(marked)))
    if args.verbose:
        print("\n".join(["", *(describe(m) for m in marked if not is_right(m))]))
    return 0


def mark_all(questions: Sequence[GoldQuestion], settings: Settings) -> list[Marked]:
    """Ask every question of the data directory's corpus."""
    store = CorpusStore.open(settings)
    index = SearchIndex.open(settings, store)
    try:
        answerer = Answerer(index, store)
        return [mark(question, answerer.ask(Question(question.text))) for question in questions]
    finally:
        index.close()
        store.close()


def read_questions(path: Path) -> tuple[GoldQuestion, ...]:
    """The questions of a gold file."""
    return tuple(_question(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line)


def _question(row: dict[str, object]) -> GoldQuestion:
    gold = row["gold"]
    places = [place for place in gold if isinstance(place, dict)] if isinstance(gold, list) else []
    words = row.get("must_mention")
    return GoldQuestion(
        str(row["id"]),
        str(row["kind"]),
        str(row["question"]),
        frozenset((short_title(p["doc"]), p["article"]) for p in places),
        frozenset((short_title(p["doc"]), p["article"], p["paragraph"]) for p in places if p.get("paragraph")),
        tuple(map(str, words)) if isinstance(words, list) else (),
    )


def mark(question: GoldQuestion, answer: Answer) -> Marked:
    """Compare an answer with its gold."""
    places = [(short_title(q.title), place_of(q.eid)) for q in answer.quotations]
    words = question.must_mention
    return Marked(
        question,
        answer.refused,
        answer.reason,
        frozenset((title, place.article) for title, place in places),
        frozenset((t, p.article, p.paragraph) for t, p in places if isinstance(p.paragraph, int)),
        frozenset((short_title(hit.title), place_of(hit.eid).article) for hit in answer.evidence),
        sum(word in answer.text for word in words) / len(words) if words else 1.0,
    )


def is_right(marked: Marked) -> bool:
    """Refused where nothing can be said, else every gold place cited."""
    return marked.refused if not marked.question.gold else marked.found == marked.question.gold


def summary(marked: Sequence[Marked]) -> list[tuple[str, str]]:
    """The figures over all questions."""
    answerable = [m for m in marked if m.question.gold]
    refused = [m for m in marked if m.refused]
    right = [m for m in refused if not m.question.gold]
    none = [m for m in marked if not m.question.gold]
    finer = [m for m in answerable if m.question.paragraphs]
    return [
        ("questions (of them unanswerable)", f"{len(marked)} ({len(none)})"),
        ("refusal precision", _share(len(right), len(refused))),
        ("refusal recall", _share(len(right), len(none))),
        ("answerable refused", _share(len(refused) - len(right), len(answerable))),
        (
            "gold articles in the evidence",
            _share(*_sums((len(m.near & m.question.gold), len(m.question.gold)) for m in answerable)),
        ),
        (
            "citation recall (gold articles cited)",
            _share(*_sums((len(m.found), len(m.question.gold)) for m in answerable)),
        ),
        ("some gold article cited", _share(sum(bool(m.found) for m in answerable), len(answerable))),
        ("every gold article cited", _share(sum(m.found == m.question.gold for m in answerable), len(answerable))),
        (
            "citation precision (cited articles in gold)",
            _share(*_sums((len(m.found), len(m.cited)) for m in answerable)),
        ),
        (
            "paragraph recall (gold 款 cited)",
            _share(
                *_sums((len(m.cited_paragraphs & m.question.paragraphs), len(m.question.paragraphs)) for m in finer)
            ),
        ),
        ("must-mention coverage", _share(sum(m.mentioned for m in answerable), len(answerable))),
    ]


def _sums(pairs: Iterable[tuple[int, int]]) -> tuple[int, int]:
    listed = list(pairs)
    return sum(part for part, _ in listed), sum(whole for _, whole in listed)


def _share(part: float, whole: float) -> str:
    return f"{part / whole:.3f} ({part:g}/{whole:g})" if whole else "–"


def by_kind(marked: Sequence[Marked]) -> list[tuple[str, ...]]:
    """The figures by kind of question."""
    rows: list[tuple[str, ...]] = []
    for kind in sorted({m.question.kind for m in marked}):
        group = [m for m in marked if m.question.kind == kind]
        gold, found = sum(len(m.question.gold) for m in group), sum(len(m.found) for m in group)
        mentioned = sum(m.mentioned for m in group) / len(group)
        rows.append(
            (kind, str(len(group)), str(sum(m.refused for m in group)), _share(found, gold), f"{mentioned:.3f}")
        )
    return rows


def describe(marked: Marked) -> str:
    """One question that went wrong, with what was missed and whether the search had found it."""
    question = marked.question
    missed = "、".join(
        f"{t} {a}{'' if (t, a) in marked.near else '（未检索到）'}"
        for t, a in sorted(question.gold - marked.found, key=str)
    )
    given = (
        f"拒答：{marked.reason}" if marked.refused else "、".join(f"{t} {a}" for t, a in sorted(marked.cited, key=str))
    )
    return f"{question.id} {question.kind} {question.text}\n    gold missed: {missed or '–'}\n    given: {given}"
