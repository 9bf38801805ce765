"""``quanze review``: decisions by the command line, and how they show in ``quanze findings``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ui.cli import main

REGULATION = """# 栖澜市绿道管护条例

2023年5月20日 栖澜市第九届人民代表大会常务委员会第十一次会议通过

<!-- INFO END -->

第一条 为了加强绿道管护，制定本条例。

第二条 有关部门应当建立绿道档案。

第三条 绿道管护的具体办法由市园林绿化部门制定。

第四条 本条例自{year}年8月1日起施行。
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return land(tmp_path, tmp_path / "data", 2023)


def land(folder: Path, home: Path, year: int, *changes: tuple[str, str]) -> Path:
    words = REGULATION.format(year=year).replace("2023年5月", f"{year}年5月")
    for old, new in changes:
        assert old in words
        words = words.replace(old, new)
    file = folder / f"绿道{year}.md"
    file.write_text(words, encoding="utf-8")
    assert main(["ingest", "--no-index", str(file), "--home", str(home)]) == 0
    return home


def rows(capsys: pytest.CaptureFixture[str], home: Path, *words: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main([*(words or ("findings",)), "--json", "--home", str(home)]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def by_kind(found: list[dict[str, Any]], kind: str) -> dict[str, Any]:
    (one,) = [row for row in found if row["kind"] == kind]
    return one


def test_a_decision_shows_in_the_findings_and_in_the_counts(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    wanted = by_kind(rows(capsys, home), "undefined.rule")["id"]
    words = ["review", "reject", wanted, "--reason", "已有期限", "--by", "审核员", "--home", str(home)]
    assert main(words) == 0
    assert "已驳回：《栖澜市绿道管护条例》第三条" in capsys.readouterr().err
    row = by_kind(rows(capsys, home), "undefined.rule")
    assert (row["id"], row["verdict"], row["reason"], row["reviewed_by"]) == (wanted, "rejected", "已有期限", "审核员")
    counted = by_kind(rows(capsys, home, "findings", "--reviews"), "undefined.rule")
    assert (counted["confirmed"], counted["rejected"], counted["precision"]) == (0, 1, 0.0)
    (listed,) = rows(capsys, home, "review", "list")
    assert (listed["id"], listed["verdict"], listed["by"]) == (wanted, "rejected", "审核员")
    assert main(["review", "undo", wanted, "--home", str(home)]) == 0
    assert by_kind(rows(capsys, home), "undefined.rule")["verdict"] is None
    assert rows(capsys, home, "review", "list") == []


def test_a_decision_survives_a_new_version_while_its_words_stand(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path
) -> None:
    found = rows(capsys, home)
    for kind in ("undefined.rule", "undefined.bearer"):
        arguments = ["review", "confirm", by_kind(found, kind)["id"], "--home", str(home)]
        assert main(arguments) == 0
    more = ("第三条 ", "第三条 绿道应当平整。\n\n第四条 "), ("第四条 本条例", "第五条 本条例")
    land(tmp_path, home, 2025, ("建立绿道档案", "建立绿道档案并按年更新"), *more)
    newer = rows(capsys, home)
    rule, bearer = by_kind(newer, "undefined.rule"), by_kind(newer, "undefined.bearer")
    assert (rule["article"], rule["verdict"], rule["changed"]) == (4, "confirmed", "")
    assert (bearer["verdict"], bearer["changed"]) == (None, "依据的条文已改动，需重新确认")


def test_a_rejection_wants_a_reason_and_an_id_must_be_known(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    wanted = by_kind(rows(capsys, home), "undefined.rule")["id"]
    assert main(["review", "reject", wanted, "--home", str(home)]) == 1
    assert "驳回一项发现要写明理由" in capsys.readouterr().err
    assert main(["review", "confirm", "0000000000", "--home", str(home)]) == 1
    assert "没有这个编号的发现" in capsys.readouterr().err
    assert main(["review", "confirm", "--home", str(home)]) == 1
    assert main(["review", "undo", wanted, "--home", str(home)]) == 1
    assert "没有可以撤销的审核结论" in capsys.readouterr().err


def test_the_same_words_in_two_articles_are_decided_at_once_and_the_first_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    twice = ("第三条 ", "第三条 有关部门应当建立绿道档案。\n\n第四条 "), ("第四条 本条例", "第五条 本条例")
    home = land(tmp_path, tmp_path / "data", 2023, *twice)
    found = [row for row in rows(capsys, home) if row["kind"] == "undefined.bearer"]
    assert [row["article"] for row in found] == [2, 3] and found[0]["id"] == found[1]["id"]
    assert main(["review", "confirm", found[0]["id"], "--home", str(home)]) == 0
    said = capsys.readouterr().err
    assert "已确认：《栖澜市绿道管护条例》第二条" in said and "共有 2 处" in said
    assert [row["verdict"] for row in rows(capsys, home) if row["kind"] == "undefined.bearer"] == ["confirmed"] * 2
