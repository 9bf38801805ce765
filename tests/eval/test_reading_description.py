"""The independent reading of history lines, and the annotated facts, that the description is measured against."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.reading import description

GOLD = Path(description.__file__).parent.parent / "gold" / "reading"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2020年1月2日 栖澜市人民代表大会通过", [("2020-01-02", "通过")]),
        ("2020年1月2日 市人民代表大会《关于修改〈施行办法〉的决定》修正", [("2020-01-02", "修订")]),
        ("2020年1月2日 国务院常务会议修订通过 2020年3月4日发布", [("2020-01-02", "修订"), ("2020-03-04", "公布")]),
        ("2020年1月2日 省人民代表大会批准的《决定》修正", [("2020-01-02", "批准")]),
        ("2020年1月2日", [("2020-01-02", "")]),
        ("栖澜市人民政府令第2号", []),
    ],
)
def test_the_check_reads_days_and_words_by_itself(line: str, expected: list[tuple[str, str]]) -> None:
    assert list(description._written(line)) == expected


def test_a_tally_names_every_exception() -> None:
    tally = description.Tally("x")
    tally.count(True, "a")
    tally.count(False, "b")
    assert tally.row == ("x", "1 / 2", "0.5000")
    assert tally.wrong == ["b"]


@pytest.mark.parametrize(
    ("name", "fields"),
    [("history", {"path", "line", "day", "event", "bodies"}), ("territory", {"path", "territory", "level"})],
)
def test_the_gold_holds_facts_alone(name: str, fields: set[str]) -> None:
    rows = [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    assert rows
    assert all(set(row) == fields for row in rows)
    assert len({json.dumps(row, sort_keys=True) for row in rows}) == len(rows)
