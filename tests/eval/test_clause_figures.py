"""The measurement of kinds of clause: right and wrong counted, the version with the annotated sentences chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.clauses import MISSING, accuracy_of, judge_rows, report

OLD = "# 栖澜市绿道管理办法\n\n第一条 绿道应当保持畅通。\n"
NEW = "# 栖澜市绿道管理办法\n\n第一条 绿道可以命名。\n\n第二条 禁止在绿道内停车。绿道应当保持畅通。\n"
ROWS = [
    {"doc": "栖澜市绿道管理办法", "eid": "art_1__para_1", "ordinal": 1, "kind": "赋权性"},
    {"doc": "栖澜市绿道管理办法", "eid": "art_2__para_1", "ordinal": 2, "kind": "宣示性"},
    {"doc": "栖澜市绿道管理办法", "eid": "art_9__para_1", "ordinal": 1, "kind": "义务性"},
    {"doc": "栖澜市没有的办法", "eid": "art_1__para_1", "ordinal": 1, "kind": "义务性"},
]


@pytest.fixture
def laws(tmp_path: Path) -> Path:
    (tmp_path / "栖澜市绿道管理办法(2020-01-01).md").write_text(OLD, encoding="utf-8")
    (tmp_path / "栖澜市绿道管理办法(2024-01-01).md").write_text(NEW, encoding="utf-8")
    return tmp_path


def test_the_annotated_version_is_judged_and_what_is_missing_is_wrong(laws: Path) -> None:
    judged = judge_rows(ROWS, laws)
    assert [(one.gold, one.told) for one in judged] == [
        ("赋权性", "赋权性"),
        ("宣示性", "义务性"),
        ("义务性", MISSING),
        ("义务性", MISSING),
    ]
    assert accuracy_of(judged) == 1 / 4
    assert "| 合计 | 4 | 1 | 0.250 |" in report(judged)
