"""Every row of every table of the answers is held to its own examples."""

import pytest

from answers.pattern_table import PatternRow, pattern_table, word_list

TABLES = ("aims.yaml", "amounts.yaml", "fits.yaml", "lay_words.yaml", "levels.yaml", "tiers.yaml")
ROWS = [(table, row) for table in TABLES for row in pattern_table(table)]


@pytest.mark.parametrize(("table", "row"), ROWS, ids=[f"{table}:{row.name}:{n}" for n, (table, row) in enumerate(ROWS)])
def test_row_matches_its_examples_and_avoids_its_near_misses(table: str, row: PatternRow) -> None:
    assert row.match
    assert row.avoid
    assert [text for text in row.match if row.found_in(text) is None] == []
    assert [text for text in row.avoid if row.found_in(text) is not None] == []


@pytest.mark.parametrize("name", ["stop", "generic", "measure", "link"])
def test_word_lists_hold_words(name: str) -> None:
    words = word_list(name)
    assert len(words) > 5
    assert all(word == word.strip() and word for word in words)
