"""Every row of every table matches what it must and nothing that it must not."""

from __future__ import annotations

from pathlib import Path

import pytest

import ingest
from ingest.pattern_table import Row, read_table

ROOT = Path(ingest.__file__).parent
TABLES = sorted(str(path.relative_to(ROOT).with_suffix("")) for path in ROOT.rglob("*.yaml"))
ROWS = [pytest.param(row, id=f"{table}-{n}-{row.value}") for table in TABLES for n, row in enumerate(read_table(table))]


@pytest.mark.parametrize("row", ROWS)
def test_a_row_matches_its_examples_and_no_counterexample(row: Row) -> None:
    assert row.must
    assert row.must_not
    assert [text for text in row.must if not row.pattern.search(text)] == []
    assert [text for text in row.must_not if row.pattern.search(text)] == []
