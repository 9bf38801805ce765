"""Every row of every table of the duty extraction is tested by its own examples."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest

from duties.canonical import renames
from duties.counterpart import Dealing
from duties.counterparts import find_counterparts
from duties.frames import find_framed
from duties.table import Row, read_table, table_names

Chooser = Callable[[Sequence[Row], str], Row | None]


def first_search(rows: Sequence[Row], example: str) -> Row | None:
    return next((row for row in rows if re.search(row.pattern, example)), None)


def first_at_end(rows: Sequence[Row], example: str) -> Row | None:
    return next((row for row in rows if re.search(f"(?:{row.pattern})$", example)), None)


def first_at_start(rows: Sequence[Row], example: str) -> Row | None:
    return next((row for row in rows if re.match(row.pattern, example)), None)


ORDERED: dict[str, Chooser] = {"heads": first_at_end, "levels": first_at_start, "bodies": first_search}
"""Tables in which the first row that matches decides."""


def found_dealings(example: str) -> list[tuple[Dealing, str]]:
    return [(other.dealing, other.words) for other in find_counterparts(example)]


def row_matches(table: str, row: Row, example: str) -> bool:
    if table in ORDERED:
        return ORDERED[table](read_table(table), example) is row
    if table == "frames":
        found = find_framed(example, 0, len(example), (), {str(row.value)})
        return any(framed.frame.name == row.name for framed in found)
    if table == "renames":
        return any(rename.stem.pattern == row.pattern and rename.matches(example) for rename in renames())
    if table == "counterparts":
        return any(dealing.name == row.value for dealing, _ in found_dealings(example))
    if table == "limits":
        first = next((other for other in read_table("limits") if re.search(other.pattern, example)), None)
        return first is not None and first is row
    matcher = re.match if table == "verbs" else re.search
    return matcher(row.pattern, example) is not None


CASES = [
    pytest.param(table, row, example, expected, id=f"{table}-{row.name}-{example}-{expected}")
    for table in table_names()
    for row in read_table(table)
    for expected, examples in ((True, row.must), (False, row.must_not))
    for example in examples
]


@pytest.mark.parametrize(("table", "row", "example", "expected"), CASES)
def test_example_of_row(table: str, row: Row, example: str, expected: bool) -> None:
    assert row_matches(table, row, example) is expected


@pytest.mark.parametrize("table", table_names())
def test_every_row_has_examples_of_both_kinds(table: str) -> None:
    assert [row.name for row in read_table(table) if not row.must or not row.must_not] == []
