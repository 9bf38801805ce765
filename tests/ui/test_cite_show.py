"""``quanze cite`` and ``quanze show``: every reference of a text judged; lists and ranges shown, or why not."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from corpus import CorpusStore, Settings
from tests.corpus import builders
from ui.cli import main

TITLE = builders.TITLE
LETTER = f"""关于河湖巡护有关问题的复函
依照《{TITLE}》第一条第一款第（一）项和第九条办理；《云岫省湖泊条例》第三条另有规定的，从其规定。
"""
DRAFT = f"""栖澜市河湖巡护办法
第一条 根据《{TITLE}》，制定本办法。
第二条 巡护人员应当持证。
第三条 违反本办法第二条、第八条规定的，给予警告。
第四条 本办法自2024年5月1日起施行。
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    store = CorpusStore.open(Settings(tmp_path / "home"))
    store.add(builders.regulation())
    store.close()
    return tmp_path / "home"


def _cite(home: Path, file: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    assert main(["cite", file, "--json", "--home", str(home)]) == 0
    return list(json.loads(capsys.readouterr().out))


def test_a_letter_is_read_as_it_stands(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "复函.txt"
    file.write_text(LETTER, encoding="utf-8")
    rows = _cite(home, str(file), capsys)
    assert [(row["quote"], row["outcome"], row["problem"]) for row in rows] == [
        (f"《{TITLE}》第一条第一款第（一）项", "resolved", ""),
        ("第九条", "no such provision", f"《{TITLE}》没有第九条"),
        ("《云岫省湖泊条例》第三条", "unknown instrument", "语料库中没有《云岫省湖泊条例》，无法判断"),
    ]
    assert all(LETTER[row["start"] : row["end"]] == row["quote"] for row in rows)
    assert rows[0]["target"] == "art_1__para_1__item_1"
    assert rows[0]["citation"] == f"《{TITLE}》第一条第一款第（一）项"
    assert rows[0]["kind"] == "依照"


def test_a_draft_on_standard_input_is_looked_into_itself(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DRAFT.encode())))
    rows = _cite(home, "-", capsys)
    assert [(row["quote"], row["outcome"]) for row in rows] == [
        (f"《{TITLE}》", "resolved"),
        ("本办法第二条", "resolved"),
        ("第八条", "no such provision"),
    ]
    assert rows[2]["problem"] == "《栖澜市河湖巡护办法》没有第八条"


def test_people_get_one_line_a_reference(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "复函.txt"
    file.write_text(LETTER, encoding="utf-8")
    assert main(["cite", str(file), "--home", str(home)]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines()[1] == f"第2行\t第九条\t条款不存在\t《{TITLE}》没有第九条"
    assert "共 3 处引用，2 处须核对" in said.err


def test_a_file_that_is_not_there_is_an_error(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cite", "没有.txt", "--home", str(home)]) == 1
    assert "文件不存在" in capsys.readouterr().err


def test_show_prints_every_place_of_a_list(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", f"《{TITLE}》第一条第一款第（一）项和第二款", "--home", str(home)]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown == [
        f"《{TITLE}》第一条第一款第（一）项",
        "（一）编制巡护计划。",
        f"《{TITLE}》第一条第二款",
        "区人民政府做好配合。",
    ]


def test_show_prints_every_place_of_a_range(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", f"《{TITLE}》第一条第一款至第二款", "--json", "--home", str(home)]) == 0
    row = json.loads(capsys.readouterr().out)
    assert [one["eid"] for one in row["all"]] == ["art_1__para_1", "art_1__para_2"]
    assert row["eid"] == "art_1__para_1"


def test_show_says_which_part_is_missing(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", f"《{TITLE}》第一条至第九条", "--home", str(home)]) == 1
    assert f"《{TITLE}》没有第九条" in capsys.readouterr().err
