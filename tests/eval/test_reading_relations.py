"""The gold of the relations, and the comparison of claims with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.reading import references, relations

GOLD = Path(relations.__file__).parent.parent / "gold" / "reading"


def test_the_gold_names_a_field_and_a_title_or_says_that_there_is_none() -> None:
    rows = [json.loads(line) for line in (GOLD / "relations.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len({row["path"] for row in rows}) == 70
    assert all(set(row) == {"path", "field", "value"} for row in rows)
    assert all((row["field"] == "none") is (row["value"] == "") for row in rows)
    assert {row["field"] for row in rows} == {*relations.FIELDS, "none"}
    none = [row["path"] for row in rows if row["field"] == "none"]
    assert all([row["path"] for row in rows].count(path) == 1 for path in none)


def test_every_half_of_the_references_is_known() -> None:
    rows = [json.loads(line) for line in (GOLD / "references.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {row["half"] for row in rows} == set(references.HALVES)
    halves = {(row["file"], row["half"]) for row in rows}
    assert len(halves) == len({file for file, _ in halves})


@pytest.mark.parametrize(
    ("found", "lines"),
    [
        ([("a.md", "basis", "网格法")], ["| basis | 2 | 1 | 1.000 | 0.500 |", "- a.md basis 养犬条例"]),
        (
            [("a.md", "basis", "网格法"), ("a.md", "basis", "养犬条例"), ("b.md", "basis", "网格法")],
            ["| basis | 2 | 3 | 0.667 | 1.000 |", "+ b.md basis 网格法"],
        ),
        ([], ["| basis | 2 | 0 | - | 0.000 |", "- a.md basis 网格法", "- a.md basis 养犬条例"]),
    ],
)
def test_what_is_missed_and_what_is_too_many_is_counted(found: list[tuple[str, str, str]], lines: list[str]) -> None:
    wanted = [("a.md", "basis", "网格法"), ("a.md", "basis", "养犬条例")]
    table = relations.report(wanted, found).splitlines()
    assert [table[2], *table[5:]] == lines
